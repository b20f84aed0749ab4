"""What a page gets of every picture, and what all figures look alike in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from charts.palette import Palette, outline_of
from charts.table import Table

Figure = dict[str, Any]
"""``data`` and ``layout`` as Plotly takes them, as JSON can hold them; who shows a figure has Plotly check it."""

CONFIG: Mapping[str, object] = {
    "displayModeBar": False,
    "responsive": True,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
}
"""Plotly's ``config`` for every figure of this room."""

FONT = "Hiragino Sans, Noto Sans JP, Noto Sans CJK JP, Yu Gothic UI, Meiryo, sans-serif"
SIZE, SMALL = 13, 11
MARGIN = 12
CLEAR = "rgba(0,0,0,0)"


@dataclass(frozen=True, slots=True)
class Picture:
    """``sentence`` also serves as the figure's alternative text; ``caption`` says how to read it, if need be."""

    figure: Figure
    sentence: str
    table: Table
    caption: str | None = None


def base_layout(palette: Palette, height: int) -> dict[str, Any]:
    """What all figures share: transparent, no dragging, the site's type and colours."""
    return {
        "template": "none",
        "height": height,
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "font": {"family": FONT, "size": SIZE, "color": palette.text},
        "dragmode": False,
        "showlegend": False,
        "hoverlabel": {
            "bgcolor": palette.card,
            "bordercolor": palette.muted,
            "font": {"family": FONT, "size": SIZE, "color": palette.text},
            "align": "left",
        },
    }


def marker(symbol: str, colour: str, palette: Palette, size: int | list[int], edge: float) -> dict[str, Any]:
    """A role's symbol as Plotly's ``marker``: filled, with an edge of the card's colour, or hollow."""
    shape, hollow = outline_of(symbol)
    return {
        "symbol": shape,
        "size": size,
        "color": palette.card if hollow else colour,
        "opacity": 1,
        "line": {"color": colour if hollow else palette.card, "width": edge + hollow},
    }
