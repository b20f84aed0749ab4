"""How a room chose: for each answer how many, as a bar from 0 to everybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charts.plan.rows import RowsPen


@dataclass(frozen=True, slots=True)
class CountRow:
    """``percent``: of the room, None where the count is not shown. ``strong``: set in bold."""

    name: str
    shown: str
    percent: float | None
    strong: bool = False


def draw_counts(rows: Sequence[CountRow], pen: RowsPen) -> None:
    for row in rows:
        pen.label(row.name, row.shown, bold=row.strong, known=row.percent is not None)
        pen.track(thick=True)
        if row.percent:
            pen.band(0, row.percent, None)
