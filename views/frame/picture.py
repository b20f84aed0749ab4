"""A chart on a page: the figure, what it says in a sentence, and the same as a table that folds away."""

from __future__ import annotations

import streamlit as st

from charts.screen.picture import CONFIG, Picture
from views.frame.context import Site
from views.frame.markup import details, show, table, tag


def draw_picture(
    picture: Picture | None, key: str, title: str, here: Site, lead: str = "", heading: str = "h2"
) -> None:
    """Draws the picture in a card of its own, its title as ``heading``; nothing where there is nothing to draw."""
    if picture is None:
        return
    with st.container(key=f"picture_{key}"):
        show(tag(heading, title) + (tag("p", lead, "fit-figure-note") if lead else ""))
        st.plotly_chart(
            picture.figure, theme=None, config=dict(CONFIG), key=f"figure_{key}_{here.theme}", alt=picture.sentence
        )
        if picture.caption:
            show(tag("p", picture.caption, "fit-figure-note"))
        said = tag("p", picture.sentence) + table(picture.table.columns, picture.table.rows, title)
        show(details(here.words("result.same_as_table"), said))
