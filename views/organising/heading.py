"""What stands above a part of an organiser's page."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.markup import esc, show, tag


def way_up(here: Site) -> None:
    with st.container(key="way_up"):
        link("organise", here.words("organise.back"), here)


def parts_row(here: Site, page: str, named: str, names: Mapping[str, str], at: str) -> None:
    """The parts of the page about ``named``, an id: ``names`` by part; ``at``: the one that is shown."""
    with st.container(key="parts", horizontal=True):
        for part, name in names.items():
            if part == at:
                show(f'<span class="fit-part-here" aria-current="page">{esc(name)}</span>')
            else:
                link(page, name, here, id=named, part=part)


def heading(title: str, lead: str = "") -> None:
    show(tag("h2", title, "fit-block") + (tag("p", lead, "fit-muted") if lead else ""))
