"""A column of rows as a Plotly figure: the layout that stays readable on a phone.

The vertical axis counts pixels from the top, so that text and marks keep their distances at every width.
"""

from __future__ import annotations

from typing import Any, Literal

from charts.label import ems, markup, wrapped
from charts.palette import PALETTES, Theme, faded, mark_of
from charts.plan.picture import Axis
from charts.plan.rows import Column, Gaps
from charts.screen.picture import CLEAR, MARGIN, SIZE, SMALL, Figure, base_layout, marker

NARROW = 250
"""Pixels between the margins of the narrowest figure that labels are broken for (a card on a 320 px phone)."""
TRACK, THICK, BAND, DOT = 6, 12, 14, 15
GAPS: Gaps = {
    "track": {"row": 20, "heading": 30, "scale": 12, "edge": 20},
    "poles": {"row": 18, "heading": 30, "edge": 4},
}
Side = Literal["left", "center", "right"]


class ScreenRows(Column):
    """A pen for rows; ``figure`` gives what has been drawn."""

    def __init__(self, theme: Theme, axis: Axis) -> None:
        super().__init__(GAPS)
        self._theme, self._palette, self._axis = theme, PALETTES[theme], axis
        self._bars: list[dict[str, Any]] = []
        self._dots: list[dict[str, Any]] = []
        self._texts: list[dict[str, Any]] = []
        self._lines: list[dict[str, Any]] = []

    def heading(self, text: str) -> None:
        self.go_on("heading")
        lines = wrapped(text, NARROW / SMALL)
        self.y += self._text(lines, "left", SMALL, self._palette.muted) + 4

    def label(self, name: str, value: str, *, place: int | None = None, bold: bool, known: bool = True) -> None:
        self.go_on("row")
        mark = None if place is None else mark_of(place, self._theme)
        room = (NARROW - 16 - SIZE * ems(value)) / SIZE / (1.08 if bold else 1.0)
        lines = wrapped(f"{mark.glyph} {name}" if mark else name, max(room, 6.0))
        height = self._text(lines, "left", SIZE, self._palette.text, bold=bold)
        if mark:
            shown = self._texts[-1]["text"]
            coloured = f'<span style="color:{mark.colour}">{mark.glyph}</span>'
            self._texts[-1]["text"] = shown.replace(mark.glyph, coloured, 1)
        colour = self._palette.text if known else self._palette.muted
        self._text((value,), "right", SIZE, colour, bold=bold and known)
        self.y += height + 12

    def track(self, *, thick: bool = False) -> None:
        self._pill(self._axis.low, self._axis.high, THICK if thick else TRACK, self._palette.grid)
        self.drew("track")

    def tick(self, value: float, *, tall: bool = False) -> None:
        reach, width = (11, 2.0) if tall else (7, 1.5)
        ends = {"x0": value, "x1": value, "y0": self.y - reach, "y1": self.y + reach}
        self._lines.append(
            {"type": "line", **ends, "line": {"color": self._palette.muted, "width": width}, "layer": "below"}
        )

    def band(self, low: float, high: float, place: int | None, *, sure: bool = True) -> None:
        colour = mark_of(place, self._theme).colour if sure else self._palette.muted
        fill = faded(colour, 0.22) if sure else self._palette.card
        look = self._pill(low, high, BAND, fill)
        look["line"] = {"color": colour, "width": 1.5}
        if not sure:
            look["pattern"] = {"shape": "/", "fgcolor": colour, "bgcolor": CLEAR, "size": 6, "solidity": 0.25}

    def bar(self, end: float, place: int, said: str) -> None:
        self._pill(self._axis.low, end, THICK, mark_of(place, self._theme).colour, said)

    def dot(self, value: float, place: int | None, said: str, *, sure: bool = True) -> None:
        mark = mark_of(place, self._theme)
        self._dots.append(
            {
                "type": "scatter",
                "x": [self._axis.clip(value)],
                "y": [self.y],
                "mode": "markers",
                "cliponaxis": False,
                "marker": marker(mark.symbol, mark.colour if sure else self._palette.muted, self._palette, DOT, 2),
                "hovertemplate": f"{markup(said)}<extra></extra>",
            }
        )

    def beneath(self, said: str) -> None:
        """Nothing: the dot says it."""

    def poles(self, low: str, high: str) -> None:
        self.y += 11
        half = (NARROW / 2 - 10) / SMALL
        muted = self._palette.muted
        self.y += max(
            self._text(wrapped(low, half), "left", SMALL, muted), self._text(wrapped(high, half), "right", SMALL, muted)
        )
        self.drew("poles")

    def scale(self) -> None:
        """The outer figures stay inside the edges."""
        self.go_on("scale")
        for value, shown in self._axis.marks:
            side: Side = "left" if value <= self._axis.low else "right" if value >= self._axis.high else "center"
            self._text((shown,), side, SMALL, self._palette.muted, at=value)
        self.y += 18

    def ends(self, left: str, right: str) -> None:
        self._text((left,), "left", SMALL, self._palette.muted)
        self._text((right,), "right", SMALL, self._palette.muted)
        self.y += 16

    def figure(self) -> Figure:
        self.go_on("edge")
        height = round(self.y) + 8
        layout = base_layout(self._palette, height) | {
            "margin": {"l": MARGIN, "r": MARGIN, "t": 4, "b": 4, "pad": 0},
            "barmode": "overlay",
            "hovermode": "closest",
            "annotations": self._texts,
            "shapes": self._lines,
            "xaxis": {"range": [self._axis.low, self._axis.high], "visible": False, "fixedrange": True},
            "yaxis": {"range": [height - 8, 0], "visible": False, "fixedrange": True},
        }
        return {"data": [*self._bars, *self._dots], "layout": layout}

    def _text(
        self, lines: tuple[str, ...], side: Side, size: int, colour: str, *, bold: bool = False, at: float | None = None
    ) -> float:
        """Writes lines at the current height, at the side or at the value ``at``; gives back their height in pixels."""
        shown = markup(*lines)
        self._texts.append(
            {
                "text": f"<b>{shown}</b>" if bold else shown,
                "x": {"left": 0.0, "center": 0.5, "right": 1.0}[side] if at is None else at,
                "xref": "paper" if at is None else "x",
                "xanchor": side,
                "align": side,
                "y": self.y,
                "yref": "y",
                "yanchor": "top",
                "showarrow": False,
                "borderpad": 0,
                "font": {"size": size, "color": colour},
            }
        )
        return len(lines) * size * 1.3 + 2

    def _pill(self, start: float, end: float, thickness: float, fill: str, said: str | None = None) -> dict[str, Any]:
        """A bar with round ends, centred on the current height; gives back Plotly's marker of it."""
        start, end = self._axis.clip(start), self._axis.clip(end)
        look: dict[str, Any] = {
            "color": fill,
            "cornerradius": thickness / 2,
            "line": {"color": fill, "width": 0},
        }
        self._bars.append(
            {
                "type": "bar",
                "x": [end - start],
                "base": [start],
                "y": [self.y],
                "width": [thickness],
                "orientation": "h",
                "marker": look,
                **({"hovertemplate": f"{markup(said)}<extra></extra>"} if said else {"hoverinfo": "skip"}),
            }
        )
        return look
