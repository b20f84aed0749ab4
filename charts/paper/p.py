"""The probability that each role is the best one, on paper (what is drawn: charts/plan/p.py)."""

from __future__ import annotations

from charts.palette import PALETTES, role_mark
from charts.paper.rows import SvgRows
from charts.plan.p import PPlan


def svg_p(plan: PPlan, width: float, *, numbers: bool = True) -> str:
    """A bar a role, ``width`` points wide; ``numbers=False`` leaves the percentages out."""
    rows = SvgRows(PALETTES["light"], width, 0, 100)
    for at, chance in enumerate(plan.chances):
        mark = role_mark(chance.place, "light")
        shown = chance.shown if numbers else ""
        rows.label(chance.name, shown, symbol=mark.symbol, colour=mark.colour, bold=at == 0)
        rows.track(7)
        rows.pill(0, 100 * chance.share, fill=mark.colour, thickness=7)
        rows.skip(12)
    rows.skip(-6)
    return rows.svg()
