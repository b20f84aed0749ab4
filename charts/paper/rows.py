"""A column of rows on paper, each a label over a track: the same layout as on screen, in points."""

from __future__ import annotations

from charts.label import ems, wrapped
from charts.palette import Palette
from charts.paper.canvas import SIZE, SMALL, Anchor, Canvas

TRACK, BAND, DOT = 3.4, 8.6, 8.0
EDGE = 5.0
"""Room left and right of a track, so that a dot at its end is not cut."""


class SvgRows:
    """Rows from top to bottom; ``low`` and ``high`` are the horizontal axis' ends, ``width`` the drawing's."""

    def __init__(self, palette: Palette, width: float, low: float, high: float) -> None:
        self.palette = palette
        self.canvas = Canvas(palette, width)
        self.low, self.high = low, high
        self.y = 0.0

    def at(self, value: float) -> float:
        """Where ``value`` lies from the left, inside the track."""
        inside = min(max(value, self.low), self.high)
        return EDGE + (self.canvas.width - 2 * EDGE) * (inside - self.low) / (self.high - self.low)

    def skip(self, points: float) -> None:
        self.y += points

    def text(
        self,
        lines: tuple[str, ...],
        anchor: Anchor = "start",
        *,
        size: float = SIZE,
        colour: str | None = None,
        bold: bool = False,
        indent: float = 0.0,
    ) -> float:
        """Writes lines at the current height and gives back how high they are."""
        x = {"start": indent, "middle": self.canvas.width / 2, "end": self.canvas.width - indent}[anchor]
        for number, line in enumerate(lines):
            y = self.y + size * (0.9 + 1.28 * number)
            self.canvas.text(x, y, line, size=size, colour=colour, bold=bold, anchor=anchor)
        return len(lines) * size * 1.28

    def heading(self, text: str) -> None:
        self.skip(self.text(wrapped(text, self.canvas.width / SMALL), size=SMALL, colour=self.palette.muted) + 3)

    def label(
        self,
        name: str,
        value: str,
        *,
        symbol: str | None = None,
        colour: str | None = None,
        bold: bool = False,
        strong_value: bool = True,
    ) -> None:
        """A row's label on the left, its value on the right; a long name takes more lines."""
        indent = 11.0 if symbol else 0.0
        room = (self.canvas.width - indent - SIZE * ems(value) - 8) / SIZE / (1.06 if bold else 1.0)
        if symbol:
            self.canvas.mark(4.5, self.y + SIZE * 0.58, symbol, 6.4, colour or self.palette.text, 0.8)
        height = self.text(wrapped(name, max(room, 6.0)), bold=bold, indent=indent)
        shade = None if strong_value else self.palette.muted
        self.text((value,), "end", colour=shade, bold=bold and strong_value)
        self.skip(height + 6)

    def track(self, thickness: float = TRACK) -> None:
        left, right = self.at(self.low), self.at(self.high)
        self.canvas.bar(left, self.y - thickness / 2, right - left, thickness, fill=self.palette.grid)

    def pill(self, start: float, end: float, *, fill: str, thickness: float = BAND, hatch: str | None = None) -> None:
        left, right = self.at(start), self.at(end)
        self.canvas.bar(
            left, self.y - thickness / 2, right - left, thickness, fill=fill, hatch=hatch, outline=hatch or None
        )

    def interval(self, low: float, high: float, colour: str) -> None:
        left, right = self.at(low), self.at(high)
        self.canvas.bar(left, self.y - BAND / 2, right - left, BAND, fill=colour, opacity=0.22, outline=colour)

    def dot(self, value: float, symbol: str, colour: str) -> None:
        self.canvas.mark(self.at(value), self.y, symbol, DOT, colour, 1.2)

    def tick(self, value: float, *, reach: float = 5.5, width: float = 0.9) -> None:
        """A short upright line through the track at ``value``."""
        x = self.at(value)
        self.canvas.line((x, self.y - reach), (x, self.y + reach), self.palette.muted, width)

    def scale(self, marks: tuple[tuple[float, str], ...]) -> None:
        """Small figures under the last track; the outer ones stay inside the edges."""
        for value, shown in marks:
            anchor: Anchor = "start" if value <= self.low else "end" if value >= self.high else "middle"
            x = {"start": 0.0, "middle": self.at(value), "end": self.canvas.width}[anchor]
            self.canvas.text(x, self.y + SMALL, shown, size=SMALL, colour=self.palette.muted, anchor=anchor)
        self.skip(SMALL * 1.3)

    def svg(self) -> str:
        return self.canvas.svg(self.y + 2)
