"""The pictures of a result for a report: what is planned, drawn as SVG of ``width`` points."""

from __future__ import annotations

from collections.abc import Sequence

from charts.paper.rows import PaperRows
from charts.plan.differences import DifferencesPlan, draw_differences
from charts.plan.levels import LevelsPlan, draw_levels
from charts.plan.p import PPlan, draw_p
from charts.plan.rows import POINTS
from charts.plan.traits import TraitRow, draw_traits


def svg_levels(plan: LevelsPlan, width: float) -> str:
    """The foundation and each role's direction with their intervals."""
    pen = PaperRows(width, plan.axis)
    draw_levels(plan, pen)
    return pen.svg()


def svg_differences(plan: DifferencesPlan, width: float) -> str:
    """The best role less each other one; a hatched band where the two cannot be told apart."""
    pen = PaperRows(width, plan.axis)
    draw_differences(plan, pen)
    return pen.svg()


def svg_p(plan: PPlan, width: float) -> str:
    """A bar a role."""
    pen = PaperRows(width, plan.axis)
    draw_p(plan, pen)
    return pen.svg()


def svg_traits(rows: Sequence[TraitRow], width: float) -> str:
    """``rows`` of a traits plan: a page may put a plan into several columns."""
    pen = PaperRows(width, POINTS)
    draw_traits(rows, pen)
    return pen.svg()
