"""What stands above a trainer's page."""

from __future__ import annotations

import streamlit as st

from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import show, tag


def way_to_list(here: Site) -> None:
    with st.container(key="way_up"):
        link("workshops", here.words("trainer.back_to_list"), here)


def no_gate(here: Site) -> None:
    """What a workshop is for, and what it is not for."""
    show(tag("p", here.words("trainer.no_gate"), "fit-note fit-note-quiet fit-no-gate"))
