"""Why a role fits: what each trait adds to the role's fit, or takes from it, counted from 50."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import cut, short_name
from charts.plan.picture import Axis, PicturePlan
from charts.sentence import joined, listed
from charts.table import Table
from scoring.rule.result import Contribution, Part, Result

DIGITS = 1
"""Contributions are small: in whole points most would look alike."""
LONGEST = 8.5
"""Ems of a bar's label."""
NAMED = 3


@dataclass(frozen=True, slots=True)
class ContributionBar:
    """``points``: what the trait adds to fit - 50."""

    trait: str
    label: str
    name: str
    part: Part
    weight: int
    points: float
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPlan(PicturePlan):
    """``bars``: what helps, most first, then what hinders, most first. The axis ends with the longest on each side."""

    role: str
    bars: tuple[ContributionBar, ...]
    axis: Axis
    helps: str
    hinders: str


class BarsPen(Protocol):
    """Draws bars from 0 to either side, one under the other; those under 0 are hatched."""

    def sides(self, left: str, right: str) -> None:
        """What each side means, where it has a bar."""

    def bar(self, label: str, points: float, shown: str, said: str) -> None:
        """``said``: what a picture that can be touched says there."""


def plan_why(result: Result, assessment: Assessment, words: Words, role: str) -> WhyPlan | None:
    """None when no trait moves the role's fit by 0.05 points or more (smaller ones would be shown as 0).

    Raises KeyError for an unknown role.
    """
    fit = result.roles[role]
    moving = [moved for moved in fit.contributions if number.half_up(moved.points, DIGITS) != 0]
    if not moving:
        return None
    moving.sort(key=lambda moved: (moved.points < 0, -abs(moved.points)))
    bars = tuple(_bar(moved, assessment, words) for moved in moving)
    name = words.of(assessment.role[role].name)
    return WhyPlan(
        role=name,
        bars=bars,
        axis=Axis(min(0.0, *(bar.points for bar in bars)), max(0.0, *(bar.points for bar in bars))),
        helps=words("charts.why.helps"),
        hinders=words("charts.why.hinders"),
        sentence=_sentence(name, bars, number.score(fit.fit.value) if fit.fit else None, words),
        table=_table(bars, words),
        caption=words("charts.why.caption"),
    )


def draw_why(plan: WhyPlan, pen: BarsPen) -> None:
    pen.sides(plan.hinders, plan.helps)
    for bar in plan.bars:
        pen.bar(bar.label, bar.points, bar.shown, f"{bar.name} {bar.shown}")


def _bar(moved: Contribution, assessment: Assessment, words: Words) -> ContributionBar:
    return ContributionBar(
        moved.trait,
        cut(short_name(assessment, moved.trait, words), LONGEST),
        words.of(assessment.trait[moved.trait].name),
        moved.part,
        moved.weight,
        moved.points,
        number.signed(moved.points, DIGITS),
    )


def _sentence(role: str, bars: Sequence[ContributionBar], fit: str | None, words: Words) -> str:
    said = []
    for key, sign in (("charts.why.helped", 1), ("charts.why.hindered", -1)):
        moving = [bar for bar in bars if bar.points * sign > 0]
        if moving:
            named = [words("charts.list.with_value", name=bar.name, value=bar.shown) for bar in moving[:NAMED]]
            said.append(words(key, role=role, traits=listed(words, named)))
    if fit is not None:
        said.append(words("charts.why.sum", fit=fit))
    return joined(words, said)


def _table(bars: Sequence[ContributionBar], words: Words) -> Table:
    parts = {"foundation": words("charts.part.foundation"), "direction": words("charts.part.direction")}
    return Table(
        tuple(words(f"charts.column.{column}") for column in ("trait", "part", "weight", "points")),
        tuple((bar.name, parts[bar.part], number.signed(bar.weight), bar.shown) for bar in bars),
    )
