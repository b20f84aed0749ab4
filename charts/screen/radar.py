"""The radar as a Plotly figure."""

from __future__ import annotations

from collections.abc import Sequence
from math import radians, sin
from typing import Any

from charts.label import ems, markup
from charts.palette import PALETTES, Theme, faded, mark_of
from charts.plan.radar import BESIDE, HOLE, MIDDLE, RINGS, Point, Spoke
from charts.screen.picture import CLEAR, FONT, Figure, base_layout, marker

LABEL, LEGEND = 11, 12
HEIGHT = 344
LARGE, SMALL = 12, 8
RADIUS = 88
"""Pixels of the circle on the narrowest phone."""
LEAST_SIDE, MOST_SIDE = 48, 80
STEP = 5
"""Degrees between the points of the dotted circle."""
SAID = {"hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False}
SILENT = {"hoverinfo": "skip", "showlegend": False}


class ScreenRadar:
    """A pen for the radar; ``figure`` gives what has been drawn."""

    def __init__(self, theme: Theme, spokes: Sequence[Spoke]) -> None:
        self._theme, self._palette, self._spokes = theme, PALETTES[theme], spokes
        accent = self._palette.accent
        dotted = {"color": self._palette.muted, "width": 1, "dash": "dot"}
        self._middle = _trace("lines", line=dotted, **SILENT)
        _join(self._middle, [(turn, MIDDLE) for turn in range(0, 361, STEP)])
        inside = {"fill": "toself", "fillcolor": faded(accent, 0.18), "line": {"width": 0, "color": accent}}
        self._area = _trace("lines", connectgaps=False, **inside, **SILENT)
        look = {"line": {"color": accent, "width": 2.5}, "marker": {"size": 6, "color": accent}}
        self._person = _trace("lines+markers", connectgaps=False, hovertext=[], **look, **SAID)
        self._role = _trace("markers", hovertext=[], **SAID)
        self._sizes: list[int] = []

    def area(self, points: Sequence[Point]) -> None:
        _join(self._area, [*points, (None, None)])

    def line(self, points: Sequence[Point], said: Sequence[str]) -> None:
        _join(self._person, [*points, (None, None)])
        self._person["hovertext"] += [*(markup(text) for text in said), ""]

    def wish(self, point: Point, place: int, said: str, *, strong: bool) -> None:
        _join(self._role, [point])
        self._role["hovertext"].append(markup(said))
        self._sizes.append(LARGE if strong else SMALL)

    def legend(self, you: str, wished: str, place: int) -> None:
        mark = mark_of(place, self._theme)
        self._person["name"] = markup(you)
        self._role["name"] = markup(wished)
        self._role["marker"] = marker(mark.symbol, mark.colour, self._palette, self._sizes, 1.5)

    def figure(self) -> Figure:
        side = self._side()
        layout = base_layout(self._palette, HEIGHT) | {
            "showlegend": True,
            "margin": {"l": side, "r": side, "t": 34, "b": 56, "pad": 0},
            "legend": {
                "orientation": "h",
                "x": 0.5,
                "xanchor": "center",
                "y": 0,
                "yref": "container",
                "yanchor": "bottom",
                "font": {"size": LEGEND, "family": FONT},
                "itemclick": False,
                "itemdoubleclick": False,
                "bgcolor": CLEAR,
            },
            "polar": self._polar(),
        }
        return {"data": [self._middle, self._area, self._person, self._role], "layout": layout}

    def _polar(self) -> dict[str, Any]:
        grid = self._palette.grid
        return {
            "bgcolor": CLEAR,
            "gridshape": "circular",
            "hole": HOLE,
            "radialaxis": {
                "range": [0, 100],
                "tickvals": list(RINGS),
                "showticklabels": False,
                "ticks": "",
                "showline": False,
                "gridcolor": grid,
            },
            "angularaxis": {
                "direction": "clockwise",
                "rotation": 90,
                "tickmode": "array",
                "tickvals": [spoke.turn for spoke in self._spokes],
                "ticktext": [self._label(spoke) for spoke in self._spokes],
                "tickfont": {"size": LABEL, "color": self._palette.text},
                "ticks": "",
                "gridcolor": grid,
                "linecolor": grid,
            },
        }

    def _label(self, spoke: Spoke) -> str:
        shown = markup(*spoke.label)
        return shown if spoke.score is not None else f'<span style="color:{self._palette.muted}">{shown}</span>'

    def _side(self) -> int:
        """Pixels left and right: more where a label beside the circle is wider than the least leaves room for."""
        widest = 0.0
        for spoke in self._spokes:
            width = max(ems(line) for line in spoke.label) * LABEL
            out = abs(sin(radians(spoke.turn)))
            widest = max(widest, (width if out > BESIDE else width / 2) + 5 - (1 - out) * RADIUS)
        return min(max(LEAST_SIDE, round(widest)), MOST_SIDE)


def _trace(mode: str, **look: Any) -> dict[str, Any]:
    return {"type": "scatterpolar", "mode": mode, "r": [], "theta": [], **look}


def _join(trace: dict[str, Any], points: Sequence[Point | tuple[None, None]]) -> None:
    """Adds points to a trace; one of Nones ends its line."""
    for turn, radius in points:
        trace["theta"].append(turn)
        trace["r"].append(radius)
