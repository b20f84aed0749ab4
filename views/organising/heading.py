"""What stands above a part of an organiser's page, and above a field."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.labels import own_label
from views.frame.markup import show, tag


def way_up(here: Site) -> None:
    with st.container(key="way_up"):
        link("organise", here.words("organise.back"), here)


def heading(title: str, lead: str = "") -> None:
    show(tag("h2", title, "fit-block") + (tag("p", lead, "fit-muted") if lead else ""))


@contextmanager
def labelled(key: str, label: str, hint: str = "") -> Iterator[None]:
    """The visible label and a hint, close above the widget that is drawn inside; its own label is collapsed."""
    with st.container(key=f"field_{key}", gap=None):
        own_label(label)
        if hint:
            show(tag("p", hint, "fit-hint"))
        yield
