"""A column of rows, each a label over a track: the layout that stays readable on a phone.

The vertical axis counts pixels from the top, so that text and marks keep their distances at every width.
"""

from __future__ import annotations

from typing import Any, Literal

from charts.label import ems, markup, wrapped
from charts.palette import Palette, faded
from charts.picture import Figure

FONT = "Hiragino Sans, Noto Sans JP, Noto Sans CJK JP, Yu Gothic UI, Meiryo, sans-serif"
SIZE, SMALL = 13, 11
NARROW = 250
"""Pixels between the margins of the narrowest figure that labels are broken for (a card on a 320 px phone)."""
MARGIN = 12
Side = Literal["left", "center", "right"]


def base_layout(palette: Palette, height: int) -> dict[str, Any]:
    """What all figures share: transparent, no dragging, the site's type and colours."""
    return {
        "template": "none",
        "height": height,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
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


class Rows:
    """Collects rows from top to bottom; ``low`` and ``high`` are the horizontal axis' ends."""

    def __init__(self, palette: Palette, low: float, high: float) -> None:
        self.palette = palette
        self.low, self.high = low, high
        self.y = 0.0
        self._bars: list[dict[str, Any]] = []
        self._dots: list[dict[str, Any]] = []
        self._texts: list[dict[str, Any]] = []
        self._lines: list[dict[str, Any]] = []

    def skip(self, pixels: float) -> None:
        self.y += pixels

    def text(
        self,
        lines: tuple[str, ...],
        side: Side = "left",
        *,
        size: int = SIZE,
        colour: str | None = None,
        bold: bool = False,
        at: float | None = None,
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
                "font": {"size": size, "color": colour or self.palette.text},
            }
        )
        return len(lines) * size * 1.3 + 2

    def label(
        self,
        name: str,
        value: str,
        *,
        glyph: str = "",
        colour: str | None = None,
        bold: bool = False,
        strong_value: bool = True,
    ) -> None:
        """A row's label on the left, its value on the right; a long name takes more lines."""
        room = (NARROW - 16 - SIZE * ems(value)) / SIZE / (1.08 if bold else 1.0)
        lines = wrapped(f"{glyph} {name}" if glyph else name, max(room, 6.0))
        height = self.text(lines, bold=bold)
        if glyph:
            shown = self._texts[-1]["text"]
            self._texts[-1]["text"] = shown.replace(glyph, f'<span style="color:{colour}">{glyph}</span>', 1)
        self.text((value,), "right", colour=None if strong_value else self.palette.muted, bold=bold and strong_value)
        self.skip(height + 9)

    def clip(self, value: float) -> float:
        return min(max(value, self.low), self.high)

    def track(self, thickness: float = 6) -> None:
        self.pill(self.low, self.high, fill=self.palette.grid, thickness=thickness)

    def pill(
        self,
        start: float,
        end: float,
        *,
        fill: str,
        outline: str | None = None,
        hatch: str | None = None,
        thickness: float = 14,
        hover: str | None = None,
    ) -> None:
        """A bar with round ends, centred on the current height."""
        start, end = self.clip(start), self.clip(end)
        marker: dict[str, Any] = {
            "color": fill,
            "cornerradius": thickness / 2,
            "line": {"color": outline or fill, "width": 1.5 if outline else 0},
        }
        if hatch:
            marker["pattern"] = {
                "shape": "/",
                "fgcolor": hatch,
                "bgcolor": "rgba(0,0,0,0)",
                "size": 6,
                "solidity": 0.25,
            }
        self._bars.append(
            {
                "type": "bar",
                "x": [end - start],
                "base": [start],
                "y": [self.y],
                "width": [thickness],
                "orientation": "h",
                "marker": marker,
                **({"hovertemplate": f"{markup(hover)}<extra></extra>"} if hover else {"hoverinfo": "skip"}),
            }
        )

    def interval(self, low: float, high: float, colour: str) -> None:
        self.pill(low, high, fill=faded(colour, 0.22), outline=colour)

    def dot(self, value: float, symbol: str, colour: str, hover: str, size: int = 15) -> None:
        hollow = symbol.endswith("-open")
        edge = colour if hollow else self.palette.card
        self._dots.append(
            {
                "type": "scatter",
                "x": [self.clip(value)],
                "y": [self.y],
                "mode": "markers",
                "cliponaxis": False,
                "marker": {
                    "symbol": symbol.removesuffix("-open"),
                    "size": size,
                    "color": self.palette.card if hollow else colour,
                    "opacity": 1,
                    "line": {"color": edge, "width": 3 if hollow else 2},
                },
                "hovertemplate": f"{markup(hover)}<extra></extra>",
            }
        )

    def tick(self, value: float, *, reach: float = 9, width: float = 1.5) -> None:
        """A short upright line through the track at ``value``."""
        self._lines.append(
            {
                "type": "line",
                "x0": value,
                "x1": value,
                "y0": self.y - reach,
                "y1": self.y + reach,
                "line": {"color": self.palette.muted, "width": width},
                "layer": "below",
            }
        )

    def scale(self, marks: tuple[tuple[float, str], ...]) -> None:
        """Small figures under the last track; the outer ones stay inside the edges."""
        for value, shown in marks:
            side: Side = "left" if value <= self.low else "right" if value >= self.high else "center"
            self.text((shown,), side, size=SMALL, colour=self.palette.muted, at=value)
        self.skip(18)

    def figure(self) -> Figure:
        height = round(self.y) + 8
        layout = base_layout(self.palette, height) | {
            "margin": {"l": MARGIN, "r": MARGIN, "t": 4, "b": 4, "pad": 0},
            "barmode": "overlay",
            "hovermode": "closest",
            "annotations": self._texts,
            "shapes": self._lines,
            "xaxis": {"range": [self.low, self.high], "visible": False, "fixedrange": True},
            "yaxis": {"range": [height - 8, 0], "visible": False, "fixedrange": True},
        }
        return {"data": [*self._bars, *self._dots], "layout": layout}
