"""The pictures of a result for a report: what is planned, drawn as SVG of ``width`` points."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from charts.paper.bars import PaperBars
from charts.paper.radar import PaperRadar
from charts.paper.rows import PaperRows
from charts.plan.counts import CountRow, draw_counts
from charts.plan.differences import DifferencesPlan, draw_differences
from charts.plan.levels import LevelsPlan, draw_levels
from charts.plan.p import PPlan, draw_p
from charts.plan.profile import GroupRow, SectionPlan, draw_groups, draw_sections
from charts.plan.radar import RadarPlan, draw_radar
from charts.plan.rows import POINTS
from charts.plan.team import TeamRow, draw_team_rows
from charts.plan.traits import TraitRow, draw_traits
from charts.plan.why import WhyPlan, draw_why


class PaperPen(Protocol):
    def svg(self) -> str: ...


Plan = TypeVar("Plan")
Pen = TypeVar("Pen", bound=PaperPen)


def svg_levels(plan: LevelsPlan, width: float) -> str:
    """The foundation and each role's direction with their intervals."""
    return _drawn(draw_levels, plan, PaperRows(width, plan.axis))


def svg_differences(plan: DifferencesPlan, width: float) -> str:
    """The best role less each other one; a hatched band where the two cannot be told apart."""
    return _drawn(draw_differences, plan, PaperRows(width, plan.axis))


def svg_p(plan: PPlan, width: float) -> str:
    """A bar a role."""
    return _drawn(draw_p, plan, PaperRows(width, plan.axis))


def svg_traits(rows: Sequence[TraitRow], width: float) -> str:
    """``rows`` of a traits plan: a page may put a plan into several columns."""
    return _drawn(draw_traits, rows, PaperRows(width, POINTS))


def svg_groups(rows: Sequence[GroupRow], width: float) -> str:
    """The groups of traits alone."""
    return _drawn(draw_groups, rows, PaperRows(width, POINTS))


def svg_sections(sections: Sequence[SectionPlan], width: float) -> str:
    """Groups with their traits, one below the other: a page may put them into several columns."""
    return _drawn(draw_sections, sections, PaperRows(width, POINTS))


def svg_radar(plan: RadarPlan, width: float) -> str:
    """The person over one role's wished profile."""
    return _drawn(draw_radar, plan, PaperRadar(width, plan.spokes))


def svg_team(rows: Sequence[TeamRow], width: float) -> str:
    """``rows`` of a group's plan: a page may put a plan into several columns."""
    return _drawn(draw_team_rows, rows, PaperRows(width, POINTS))


def svg_counts(rows: Sequence[CountRow], width: float) -> str:
    """How often each answer was chosen."""
    return _drawn(draw_counts, rows, PaperRows(width, POINTS))


def svg_why(plan: WhyPlan, width: float) -> str:
    """What helps in solid bars, then what hinders in hatched ones."""
    return _drawn(draw_why, plan, PaperBars(width, plan.axis))


def _drawn(draw: Callable[[Plan, Pen], None], plan: Plan, pen: Pen) -> str:
    draw(plan, pen)
    return pen.svg()
