"""What stands above a part of an organiser's page."""

from __future__ import annotations

import streamlit as st

from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import show, tag


def way_up(here: Site) -> None:
    with st.container(key="way_up"):
        link("organise", here.words("organise.back"), here)


def heading(title: str, lead: str = "") -> None:
    show(tag("h2", title, "fit-block") + (tag("p", lead, "fit-muted") if lead else ""))
