"""A chart on a page: the figure, what it says in a sentence, and the same as a table that folds away."""

from __future__ import annotations

import streamlit as st
from plotly.basedatatypes import BaseFigure

from charts.screen.picture import CONFIG, Figure, Picture
from views.frame.context import Site
from views.frame.markup import details, show, table, tag


class AsItStands(BaseFigure):  # type: ignore[misc]
    """A figure of ours, which is sent as it is: tests hold every kind of it against Plotly's rules. To have Plotly go
    through it again with each run takes half the time in which a result is drawn.
    """

    def __init__(self, figure: Figure) -> None:
        self._figure = figure

    def to_dict(self) -> Figure:
        return self._figure


def draw_picture(
    picture: Picture | None, key: str, title: str, here: Site, lead: str = "", heading: str = "h2"
) -> None:
    """Draws the picture in a card of its own, its title as ``heading``; nothing where there is nothing to draw."""
    if picture is None:
        return
    with st.container(key=f"picture_{key}"):
        show(tag(heading, title) + (tag("p", lead, "fit-figure-note") if lead else ""))
        st.plotly_chart(
            AsItStands(picture.figure),
            theme=None,
            config=dict(CONFIG),
            key=f"figure_{key}_{here.theme}",
            alt=picture.sentence,
        )
        if picture.caption:
            show(tag("p", picture.caption, "fit-figure-note"))
        said = tag("p", picture.sentence) + table(picture.table.columns, picture.table.rows, title)
        show(details(here.words("result.same_as_table"), said))
