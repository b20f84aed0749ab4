"""Bars to the left and right of 0 as a Plotly figure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from charts.label import ems, markup
from charts.palette import PALETTES, Theme
from charts.plan.picture import Axis
from charts.screen.picture import MARGIN, SIZE, SMALL, Figure, base_layout

ROW, HEAD = 30, 34
LABEL = 12
THICK = 0.56
"""Of a row."""
ROOM, AIR = 0.3, 0.04
"""Of the axis: outside the longest bar on a side, for its value, and where a side has no bar."""


@dataclass(frozen=True, slots=True)
class _Bar:
    row: int
    label: str
    points: float
    shown: str
    said: str


class ScreenBars:
    """A pen for bars; ``figure`` gives what has been drawn."""

    def __init__(self, theme: Theme, axis: Axis) -> None:
        self._palette, self._axis = PALETTES[theme], axis
        self._sides: list[dict[str, Any]] = []
        self._bars: list[_Bar] = []

    def sides(self, left: str, right: str) -> None:
        if self._axis.low < 0:
            self._side(left, 0, "left")
        if self._axis.high > 0:
            self._side(right, 1, "right")

    def bar(self, label: str, points: float, shown: str, said: str) -> None:
        self._bars.append(_Bar(len(self._bars), label, points, shown, said))

    def figure(self) -> Figure:
        low, high = self._axis.low, self._axis.high
        span = high - low
        room = round(max(ems(bar.label) for bar in self._bars) * SIZE) + MARGIN
        layout = base_layout(self._palette, ROW * len(self._bars) + HEAD) | {
            "margin": {"l": room, "r": 4, "t": 28, "b": 6, "pad": 0},
            "barmode": "overlay",
            "hovermode": "closest",
            "xaxis": {
                "range": [low - span * (ROOM if low else AIR), high + span * (ROOM if high else AIR)],
                "showgrid": False,
                "showticklabels": False,
                "zeroline": True,
                "fixedrange": True,
                "zerolinecolor": self._palette.muted,
                "zerolinewidth": 1.5,
            },
            "yaxis": {
                "range": [len(self._bars) - 0.5, -0.5],
                "showgrid": False,
                "zeroline": False,
                "fixedrange": True,
                "tickmode": "array",
                "tickvals": [bar.row for bar in self._bars],
                "ticktext": [markup(bar.label) for bar in self._bars],
                "tickfont": {"size": LABEL, "color": self._palette.text},
                "ticklabelstandoff": 6,
                "automargin": False,
            },
            "annotations": self._sides,
        }
        above = self._trace([bar for bar in self._bars if bar.points > 0], self._palette.positive)
        below = self._trace([bar for bar in self._bars if bar.points < 0], self._palette.negative)
        below["marker"]["pattern"] = {
            "shape": "/",
            "fgcolor": self._palette.negative,
            "bgcolor": self._palette.card,
            "size": 6,
            "solidity": 0.4,
        }
        return {"data": [above, below], "layout": layout}

    def _trace(self, bars: list[_Bar], colour: str) -> dict[str, Any]:
        return {
            "type": "bar",
            "x": [bar.points for bar in bars],
            "y": [bar.row for bar in bars],
            "orientation": "h",
            "width": THICK,
            "marker": {"color": colour, "cornerradius": 4, "line": {"color": colour, "width": 1.5}},
            "text": [f"<b>{bar.shown}</b>" for bar in bars],
            "textposition": "outside",
            "textfont": {"size": LABEL, "color": self._palette.text},
            "cliponaxis": False,
            "hovertext": [markup(bar.said) for bar in bars],
            "hovertemplate": "%{hovertext}<extra></extra>",
        }

    def _side(self, text: str, x: float, side: str) -> None:
        self._sides.append(
            {
                "text": markup(text),
                "x": x,
                "xref": "paper",
                "y": 1,
                "yref": "paper",
                "xanchor": side,
                "yanchor": "bottom",
                "yshift": 4,
                "showarrow": False,
                "borderpad": 0,
                "font": {"size": SMALL, "color": self._palette.muted},
            }
        )
