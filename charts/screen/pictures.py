"""The pictures of a result for a page: what is planned, drawn with Plotly, with its sentence and table."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.palette import Theme
from charts.plan.differences import draw_differences, plan_differences
from charts.plan.levels import draw_levels, plan_levels
from charts.plan.p import draw_p, plan_p
from charts.plan.people import PeoplePlan, draw_people
from charts.plan.picture import PicturePlan
from charts.plan.profile import SectionPlan, draw_groups, draw_section, plan_groups
from charts.plan.radar import draw_radar, plan_radar
from charts.plan.rows import RowsPlan
from charts.plan.team import TeamPlan, draw_team
from charts.plan.traits import draw_traits, plan_traits
from charts.plan.why import draw_why, plan_why
from charts.screen.bars import ScreenBars
from charts.screen.picture import Figure, Picture
from charts.screen.radar import ScreenRadar
from charts.screen.rows import ScreenRows
from scoring.rule.result import Result


class ScreenPen(Protocol):
    def figure(self) -> Figure: ...


Plan = TypeVar("Plan", bound=PicturePlan)
InRows = TypeVar("InRows", bound=RowsPlan)
Pen = TypeVar("Pen", bound=ScreenPen)


def verdict_levels(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """The foundation once and each role's direction, with 80 % intervals. None when nothing is measured."""
    return _rows(draw_levels, plan_levels(result, assessment, words), theme)


def verdict_differences(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """The best role against each other one. None when unscored, and with a single role."""
    return _rows(draw_differences, plan_differences(result, assessment, words), theme)


def p_best(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """P of each role in whole percent. None when unscored."""
    return _rows(draw_p, plan_p(result, assessment, words), theme)


def traits(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """All trait scores. None when no trait is measured."""
    return _rows(lambda plan, pen: draw_traits(plan.rows, pen), plan_traits(result, assessment, words), theme)


def groups(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """The groups of traits alone. None where there are none, or none is measured."""
    return _rows(lambda plan, pen: draw_groups(plan.rows, pen), plan_groups(result, assessment, words), theme)


def section(plan: SectionPlan, theme: Theme) -> Picture:
    """One group with its traits."""
    return _drawn(draw_section, plan, ScreenRows(theme, plan.axis))


def why(result: Result, assessment: Assessment, words: Words, role: str, theme: Theme) -> Picture | None:
    """Each trait's contribution to one role's fit. None when nothing moves it. Raises KeyError for an unknown role."""
    plan = plan_why(result, assessment, words, role)
    return None if plan is None else _drawn(draw_why, plan, ScreenBars(theme, plan.axis))


def radar(result: Result, assessment: Assessment, words: Words, role: str, theme: Theme) -> Picture | None:
    """The person over ``role``'s wished profile. None when no trait is measured, and for fewer than three traits."""
    plan = plan_radar(result, assessment, words, role)
    return None if plan is None else _drawn(draw_radar, plan, ScreenRadar(theme, plan.spokes))


def side_by_side(plan: PeoplePlan | None, theme: Theme) -> Picture | None:
    """Several people on the same measures."""
    return _rows(draw_people, plan, theme)


def team(plan: TeamPlan | None, theme: Theme) -> Picture | None:
    """A group's means, with what they are compared with."""
    return _rows(draw_team, plan, theme)


def _rows(draw: Callable[[InRows, ScreenRows], None], plan: InRows | None, theme: Theme) -> Picture | None:
    return None if plan is None else _drawn(draw, plan, ScreenRows(theme, plan.axis))


def _drawn(draw: Callable[[Plan, Pen], None], plan: Plan, pen: Pen) -> Picture:
    draw(plan, pen)
    return Picture(pen.figure(), plan.sentence, plan.table, plan.caption)
