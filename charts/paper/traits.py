"""All trait scores on paper, each between the words of its two poles (what is drawn: charts/plan/traits.py)."""

from __future__ import annotations

from collections.abc import Sequence

from charts.label import wrapped
from charts.palette import PALETTES
from charts.paper.rows import SvgRows
from charts.plan.traits import TraitRow

PAPER = PALETTES["light"]
POLE = 6.6


def svg_traits(rows: Sequence[TraitRow], width: float) -> str:
    """``rows`` of a traits plan, ``width`` points wide: a page may put a plan into several columns."""
    drawn = SvgRows(PAPER, width, 0, 100)
    half = (width / 2 - 6) / POLE
    for row in rows:
        drawn.label(row.name, row.shown, bold=True, strong_value=row.estimate is not None)
        drawn.track()
        drawn.tick(50, reach=5)
        if row.estimate:
            drawn.interval(row.estimate.low, row.estimate.high, PAPER.accent)
            drawn.dot(row.estimate.value, "circle", PAPER.accent)
        drawn.skip(7.0)
        poles = [
            drawn.text(wrapped(row.low, half), "start", size=POLE, colour=PAPER.muted),
            drawn.text(wrapped(row.high, half), "end", size=POLE, colour=PAPER.muted),
        ]
        drawn.skip(max(poles) + 4.5)
    drawn.skip(-4)
    return drawn.svg()
