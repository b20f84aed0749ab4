"""What every chart gives back, and how a page must show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Theme = Literal["light", "dark"]
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


@dataclass(frozen=True, slots=True)
class Table:
    """Texts ready to show; every row has as many cells as there are columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """``sentence`` also serves as the figure's alternative text; ``caption`` says how to read it, if need be."""

    figure: Figure
    sentence: str
    table: Table
    caption: str | None = None
