"""The radar on paper: the circle with its labels and, below it, the legend, in points."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

from charts.label import ems, wrapped
from charts.palette import mark_of
from charts.paper.canvas import PAPER, Anchor, Canvas
from charts.paper.canvas import Point as Place
from charts.plan.radar import BESIDE, HOLE, MIDDLE, RINGS, Point, Spoke

LABEL = 7.4
LINE = LABEL * 1.22
LEGEND = 7.8
GAP = 14.0
MOST_RADIUS = 108.0
LARGE, SMALL = 8.0, 5.4
DOT = 2.1


class PaperRadar:
    """A pen for the radar, ``width`` points wide; ``svg`` gives what has been drawn."""

    def __init__(self, width: float, spokes: Sequence[Spoke]) -> None:
        self._canvas, self._spokes = Canvas(PAPER, width), spokes
        self._lines = max(len(spoke.label) for spoke in spokes)
        self._radius = min(_radius(spokes, width), MOST_RADIUS)
        self._centre = (width / 2, self._lines * LINE + 6 + self._radius)
        for ring in RINGS:
            self._ring(ring, PAPER.grid)
        for spoke in spokes:
            self._canvas.line(self._at((spoke.turn, 0)), self._at((spoke.turn, 100)), PAPER.grid, 0.8)
        self._ring(MIDDLE, PAPER.muted, 0.8, "1.2 2")
        self._bottom = 0.0

    def area(self, points: Sequence[Point]) -> None:
        self._canvas.polygon(map(self._at, points), fill=PAPER.accent, fill_opacity=0.18)

    def line(self, points: Sequence[Point], said: Sequence[str]) -> None:
        places = [self._at(point) for point in points]
        self._canvas.polyline(places, stroke=PAPER.accent, stroke_width=1.7, stroke_linejoin="round")
        for x, y in places:
            self._canvas.add("circle", cx=x, cy=y, r=DOT, fill=PAPER.accent)

    def wish(self, point: Point, place: int, said: str, *, strong: bool) -> None:
        mark = mark_of(place, "light")
        self._canvas.mark(*self._at(point), mark.symbol, LARGE if strong else SMALL, mark.colour)

    def legend(self, you: str, wished: str, place: int) -> None:
        """Both marks with their words, on one line where that fits."""
        canvas, mark = self._canvas, mark_of(place, "light")
        for spoke in self._spokes:
            self._label(spoke)
        y = self._centre[1] + self._radius + self._lines * LINE + 8 + LEGEND
        asked = wrapped(wished, (canvas.width - 12) / LEGEND)
        widths = [14 + ems(you) * LEGEND, 12 + max(map(ems, asked)) * LEGEND]
        fits = sum(widths) + GAP <= canvas.width
        x = (canvas.width - sum(widths) - GAP) / 2 if fits else 0.0
        canvas.line((x, y - 3), (x + 11, y - 3), PAPER.accent, 1.7)
        canvas.add("circle", cx=x + 5.5, cy=y - 3, r=DOT, fill=PAPER.accent)
        canvas.text(x + 14, y, you, size=LEGEND)
        if fits:
            x += widths[0] + GAP
        else:
            y += LEGEND * 1.35
        canvas.mark(x + 4, y - 3, mark.symbol, 7, mark.colour)
        for at, line in enumerate(asked):
            canvas.text(x + 12, y + at * LEGEND * 1.25, line, size=LEGEND)
        self._bottom = y + (len(asked) - 1) * LEGEND * 1.25

    def svg(self) -> str:
        return self._canvas.svg(self._bottom + 5)

    def _at(self, point: Point) -> Place:
        turn, score = point
        out = self._out(score)
        return self._centre[0] + out * sin(radians(turn)), self._centre[1] - out * cos(radians(turn))

    def _out(self, score: float) -> float:
        return self._radius * (HOLE + (1 - HOLE) * score / 100)

    def _ring(self, score: float, colour: str, width: float | None = None, dash: str | None = None) -> None:
        x, y = self._centre
        look = {"stroke": colour, "stroke_width": width, "stroke_dasharray": dash}
        self._canvas.add("circle", cx=x, cy=y, r=self._out(score), fill="none", **look)

    def _label(self, spoke: Spoke) -> None:
        across, up = sin(radians(spoke.turn)), cos(radians(spoke.turn))
        anchor: Anchor = "middle" if abs(across) <= BESIDE else "start" if across > 0 else "end"
        x, y = self._centre[0] + (self._radius + 5) * across, self._centre[1] - (self._radius + 5) * up
        top = y - len(spoke.label) * LINE * (0.5 + up / 2)
        colour = PAPER.muted if spoke.score is None else PAPER.text
        for at, line in enumerate(spoke.label):
            self._canvas.text(x, top + LINE * (at + 0.78), line, size=LABEL, colour=colour, anchor=anchor)


def _radius(spokes: Sequence[Spoke], width: float) -> float:
    """Of the widest circle that leaves each label its room at the side."""
    free = []
    for spoke in spokes:
        side = abs(sin(radians(spoke.turn)))
        if side > BESIDE:
            wide = max(ems(line) for line in spoke.label) * LABEL + 6
            free.append((width / 2 - wide) / side)
    return max(min(free, default=width / 2), width / 6)
