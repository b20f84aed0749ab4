"""Bars to the left and right of 0 on paper, in points."""

from __future__ import annotations

from charts.label import ems
from charts.paper.canvas import PAPER, SMALL, Canvas
from charts.plan.picture import Axis

LABEL = 7.8
ROW, THICK, HEAD = 14.0, 8.0, 13.0
AIR = 3.0


class PaperBars:
    """A pen for bars, ``width`` points wide; ``svg`` gives what has been drawn."""

    def __init__(self, width: float, axis: Axis) -> None:
        self._width, self._axis = width, axis
        self._sides = ("", "")
        self._bars: list[tuple[str, float, str]] = []

    def sides(self, left: str, right: str) -> None:
        self._sides = (left, right)

    def bar(self, label: str, points: float, shown: str, said: str) -> None:
        self._bars.append((label, points, shown))

    def svg(self) -> str:
        canvas = Canvas(PAPER, self._width)
        room = max(ems(label) for label, _, _ in self._bars) * LABEL + 6
        value = max(ems(shown) for _, _, shown in self._bars) * LABEL * 1.1 + 2 * AIR
        low, high = self._axis.low, self._axis.high
        left = room + (value if low else AIR)
        step = (self._width - (value if high else AIR) - left) / (high - low)
        zero = left - low * step
        if low:
            canvas.text(room, SMALL, self._sides[0], size=SMALL, colour=PAPER.muted)
        if high:
            canvas.text(self._width, SMALL, self._sides[1], size=SMALL, colour=PAPER.muted, anchor="end")
        for at, (label, points, shown) in enumerate(self._bars):
            middle = HEAD + ROW * (at + 0.5)
            top, base, length = middle - THICK / 2, middle + LABEL * 0.36, abs(points) * step
            canvas.text(0, base, label, size=LABEL)
            if points > 0:
                canvas.bar(zero, top, length, THICK, fill=PAPER.positive, round_=2)
                canvas.text(zero + length + AIR, base, shown, size=LABEL, bold=True)
            else:
                hatched = PAPER.negative
                canvas.bar(zero - length, top, length, THICK, fill=PAPER.card, round_=2, hatch=hatched, outline=hatched)
                canvas.text(zero - length - AIR, base, shown, size=LABEL, bold=True, anchor="end")
        height = HEAD + ROW * len(self._bars) + 2
        canvas.line((zero, HEAD - 2), (zero, height - 2), PAPER.muted, 1.0)
        return canvas.svg(height)
