"""A column of rows on paper: the same layout as on screen, in points."""

from __future__ import annotations

from charts.label import ems, wrapped
from charts.palette import mark_of
from charts.paper.canvas import PAPER, SIZE, SMALL, Anchor, Canvas
from charts.plan.picture import Axis
from charts.plan.rows import Column, Gaps

TRACK, THICK, BAND, DOT = 3.4, 7.0, 8.6, 8.0
POLE = 6.6
EDGE = 5.0
"""Room left and right of a track, so that a dot at its end is not cut."""
LINE = 1.28
GAPS: Gaps = {
    "track": {"row": 12, "heading": 17, "scale": 6, "edge": 6},
    "said": {"row": 3, "scale": 4},
    "poles": {"row": 4.5, "heading": 10, "edge": 0.5},
}


class PaperRows(Column):
    """A pen for rows, ``width`` points wide; ``svg`` gives what has been drawn."""

    def __init__(self, width: float, axis: Axis) -> None:
        super().__init__(GAPS)
        self._canvas, self._axis = Canvas(PAPER, width), axis

    def heading(self, text: str) -> None:
        self.go_on("heading")
        self.y += self._text(wrapped(text, self._canvas.width / SMALL), size=SMALL, colour=PAPER.muted) + 3

    def label(self, name: str, value: str, *, place: int | None = None, bold: bool, known: bool = True) -> None:
        self.go_on("row")
        indent = 0.0 if place is None else 11.0
        room = (self._canvas.width - indent - SIZE * ems(value) - 8) / SIZE / (1.06 if bold else 1.0)
        if place is not None:
            mark = mark_of(place, "light")
            self._canvas.mark(4.5, self.y + SIZE * 0.58, mark.symbol, 6.4, mark.colour, 0.8)
        height = self._text(wrapped(name, max(room, 6.0)), bold=bold, indent=indent)
        self._text((value,), "end", colour=PAPER.text if known else PAPER.muted, bold=bold and known)
        self.y += height + 6

    def track(self, *, thick: bool = False) -> None:
        self._pill(self._axis.low, self._axis.high, THICK if thick else TRACK, PAPER.grid)
        self.drew("track")

    def tick(self, value: float, *, tall: bool = False) -> None:
        reach, width = (5.5, 1.2) if tall else (5.0, 0.9)
        x = self._at(value)
        self._canvas.line((x, self.y - reach), (x, self.y + reach), PAPER.muted, width)

    def band(self, low: float, high: float, place: int | None, *, sure: bool = True) -> None:
        if sure:
            colour = mark_of(place, "light").colour
            self._pill(low, high, BAND, colour, opacity=0.22, outline=colour)
        else:
            self._pill(low, high, BAND, PAPER.card, hatch=PAPER.muted, outline=PAPER.muted)

    def bar(self, end: float, place: int, said: str) -> None:
        self._pill(self._axis.low, end, THICK, mark_of(place, "light").colour)

    def dot(self, value: float, place: int | None, said: str, *, sure: bool = True) -> None:
        mark = mark_of(place, "light")
        colour = mark.colour if sure else PAPER.muted
        self._canvas.mark(self._at(value), self.y, mark.symbol, DOT, colour, 1.2)

    def beneath(self, said: str) -> None:
        self.y += 6
        self.y += self._text((said,), "middle", size=SMALL, colour=PAPER.muted)
        self.drew("said")

    def poles(self, low: str, high: str) -> None:
        self.y += 7
        half = (self._canvas.width / 2 - 6) / POLE
        self.y += max(
            self._text(wrapped(low, half), size=POLE, colour=PAPER.muted),
            self._text(wrapped(high, half), "end", size=POLE, colour=PAPER.muted),
        )
        self.drew("poles")

    def scale(self) -> None:
        """The outer figures stay inside the edges."""
        self.go_on("scale")
        for value, shown in self._axis.marks:
            inside = self._axis.low < value < self._axis.high
            x = self._at(value) if inside else 0.0 if value <= self._axis.low else self._canvas.width
            anchor: Anchor = "middle" if inside else "start" if value <= self._axis.low else "end"
            self._canvas.text(x, self.y + SMALL, shown, size=SMALL, colour=PAPER.muted, anchor=anchor)
        self.y += SMALL * 1.3

    def ends(self, left: str, right: str) -> None:
        self._text((left,), size=SMALL, colour=PAPER.muted)
        self._text((right,), "end", size=SMALL, colour=PAPER.muted)
        self.y += SMALL * 1.3

    def svg(self) -> str:
        self.go_on("edge")
        return self._canvas.svg(self.y + 2)

    def _at(self, value: float) -> float:
        """Where ``value`` lies from the left, inside the track."""
        share = (self._axis.clip(value) - self._axis.low) / (self._axis.high - self._axis.low)
        return EDGE + (self._canvas.width - 2 * EDGE) * share

    def _text(
        self,
        lines: tuple[str, ...],
        anchor: Anchor = "start",
        *,
        size: float = SIZE,
        colour: str = PAPER.text,
        bold: bool = False,
        indent: float = 0.0,
    ) -> float:
        """Writes lines at the current height and gives back how high they are."""
        x = {"start": indent, "middle": self._canvas.width / 2, "end": self._canvas.width - indent}[anchor]
        for number, line in enumerate(lines):
            y = self.y + size * (0.9 + LINE * number)
            self._canvas.text(x, y, line, size=size, colour=colour, bold=bold, anchor=anchor)
        return len(lines) * size * LINE

    def _pill(
        self,
        start: float,
        end: float,
        thickness: float,
        fill: str,
        *,
        opacity: float | None = None,
        outline: str | None = None,
        hatch: str | None = None,
    ) -> None:
        """A bar with round ends, centred on the current height."""
        left, right, top = self._at(start), self._at(end), self.y - thickness / 2
        self._canvas.bar(left, top, right - left, thickness, fill=fill, opacity=opacity, outline=outline, hatch=hatch)
