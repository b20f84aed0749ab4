"""Pictures made of rows: labels over tracks of one scale, and what a pen must know to draw them.

A pen is told what comes next. How far below, how thick and how large is its own, on screen as on paper.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from charts import number
from charts.plan.picture import Axis, PicturePlan

POINTS = Axis(0, 100, tuple((value, number.score(value)) for value in (0, 50, 100)))


@dataclass(frozen=True, slots=True, kw_only=True)
class RowsPlan(PicturePlan):
    axis: Axis = POINTS


Drawn = Literal["track", "said", "poles"]
Next = Literal["row", "heading", "scale", "edge"]
Gaps = Mapping[Drawn, Mapping[Next, float]]


class Column:
    """Where a pen stands: ``y`` counts from the top, in the pen's unit; ``gaps`` lie between one thing and the next."""

    def __init__(self, gaps: Gaps) -> None:
        self.y = 0.0
        self._gaps = gaps
        self._drawn: Drawn | None = None

    def drew(self, what: Drawn) -> None:
        self._drawn = what

    def go_on(self, to: Next) -> None:
        """Down to what comes next; nowhere from a heading or the top, where the next thing follows at once."""
        if self._drawn:
            self.y += self._gaps[self._drawn][to]
        self._drawn = None

    def apart(self) -> None:
        """What follows stands further down than a next row would."""
        self.go_on("heading")


class RowsPen(Protocol):
    """Draws from top to bottom. Values are the axis' own and cut at its ends.

    ``place``: in the colour, and for a dot with the symbol, of the role at that place of its file; None is the person.
    ``said``: what a picture that can be touched says there.
    """

    def heading(self, text: str) -> None: ...

    def apart(self) -> None:
        """What follows stands further down than a next row would."""

    def label(self, name: str, value: str, *, place: int | None = None, bold: bool, known: bool = True) -> None:
        """Begins a row: the name with the role's symbol, and its value, pale where it is not ``known``."""

    def track(self, *, thick: bool = False) -> None: ...

    def tick(self, value: float, *, tall: bool = False) -> None:
        """An upright line through the track."""

    def band(self, low: float, high: float, place: int | None, *, sure: bool = True) -> None:
        """An interval; hatched and without a colour where it is not ``sure``."""

    def bar(self, end: float, place: int, said: str) -> None:
        """A whole bar from the axis' low end."""

    def dot(self, value: float, place: int | None, said: str, *, sure: bool = True) -> None: ...

    def beneath(self, said: str) -> None:
        """What the dot above says when touched, for a picture that cannot be."""

    def poles(self, low: str, high: str) -> None:
        """The words of the axis' two ends, under this row."""

    def scale(self) -> None:
        """The axis' marks, under the last row."""

    def ends(self, left: str, right: str) -> None:
        """What it means to stand left or right, under the scale."""
