"""The verdict's two pictures on paper (what is drawn: charts/plan/verdict.py)."""

from __future__ import annotations

from charts import number
from charts.palette import PALETTES, role_mark
from charts.paper.canvas import SMALL, Anchor
from charts.paper.rows import SvgRows
from charts.plan.verdict import DifferencesPlan, Level, LevelsPlan

PAPER = PALETTES["light"]
GAP = 12.0


def svg_levels(plan: LevelsPlan, width: float) -> str:
    """The foundation and each role's direction with their intervals, ``width`` points wide."""
    rows = SvgRows(PAPER, width, 0, 100)

    def draw(level: Level) -> None:
        mark = None if level.place is None else role_mark(level.place, "light")
        colour = mark.colour if mark else PAPER.accent
        rows.label(
            level.name,
            level.shown,
            symbol=mark.symbol if mark else None,
            colour=colour,
            bold=level.leads,
            strong_value=level.estimate is not None,
        )
        rows.track()
        if level.estimate:
            rows.interval(level.estimate.low, level.estimate.high, colour)
            rows.dot(level.estimate.value, mark.symbol if mark else "circle", colour)
        rows.skip(GAP)

    if plan.foundation:
        rows.heading(plan.foundation_heading)
        draw(plan.foundation)
        rows.skip(5)
    if plan.directions:
        rows.heading(plan.directions_heading)
    for level in plan.directions:
        draw(level)
    rows.skip(6 - GAP)
    rows.scale(((0, "0"), (50, "50"), (100, "100")))
    return rows.svg()


def svg_differences(plan: DifferencesPlan, width: float) -> str:
    """The best role less each other one; a hatched band where the two cannot be told apart."""
    mark = role_mark(plan.place, "light")
    rows = SvgRows(PAPER, width, -plan.reach, plan.reach)
    rows.heading(plan.heading)
    for gap in plan.gaps:
        rows.label(gap.name, gap.said, bold=gap.apart, strong_value=gap.apart)
        rows.track()
        rows.tick(0, width=1.2)
        if gap.apart:
            rows.interval(gap.low, gap.high, mark.colour)
        else:
            rows.pill(gap.low, gap.high, fill=PAPER.card, hatch=PAPER.muted)
        rows.dot(gap.value, mark.symbol, mark.colour if gap.apart else PAPER.muted)
        rows.skip(6)
        rows.skip(rows.text((gap.shown,), "middle", size=SMALL, colour=PAPER.muted) + 3)
    edge = plan.reach
    rows.skip(1)
    rows.scale(((-edge, number.signed(-edge)), (0, "0"), (edge, number.signed(edge))))
    ends: tuple[tuple[str, Anchor], ...] = ((plan.left, "start"), (plan.right, "end"))
    for text, side in ends:
        rows.text((text,), side, size=SMALL, colour=PAPER.muted)
    rows.skip(SMALL * 1.3)
    return rows.svg()
