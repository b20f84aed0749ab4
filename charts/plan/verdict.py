"""The verdict's two pictures: how high each part stands, and which roles can be told apart.

Roles stand in the order of the verdict (greatest P first), not of their fit: fits of a clear result often overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import cut
from charts.palette import role_place
from scoring.rule.result import Estimate, Result

SHORT = 7.0
"""Ems of the best role's name at the end of the differences' axis."""


@dataclass(frozen=True, slots=True)
class Level:
    """One row: a value of 0 to 100 with its interval. ``place``: the role's in its file, None for the foundation."""

    name: str
    estimate: Estimate | None
    shown: str
    place: int | None
    leads: bool


@dataclass(frozen=True, slots=True)
class LevelsPlan:
    """``foundation`` is None where the assessment has none."""

    foundation: Level | None
    directions: tuple[Level, ...]
    foundation_heading: str
    directions_heading: str


@dataclass(frozen=True, slots=True)
class Gap:
    """The best role less another one, in points, with its 80 % interval."""

    name: str
    value: float
    low: float
    high: float
    apart: bool
    said: str
    shown: str


@dataclass(frozen=True, slots=True)
class DifferencesPlan:
    """``reach``: the axis runs from -reach to reach. ``place``: the best role's place in its file."""

    best: str
    place: int
    heading: str
    gaps: tuple[Gap, ...]
    reach: int
    left: str
    right: str


def plan_levels(result: Result, assessment: Assessment, words: Words) -> LevelsPlan | None:
    """None when neither the foundation nor any direction is measured."""

    def level(name: str, estimate: Estimate | None, place: int | None, leads: bool) -> Level:
        shown = number.with_interval(words, estimate) if estimate else words("charts.levels.not_measured")
        return Level(name, estimate, shown, place, leads)

    if result.foundation is None and all(fit.direction is None for fit in result.roles.values()):
        return None
    leading = result.verdict.tied or (result.verdict.best,)
    directions = tuple(
        level(
            words.of(assessment.role[role].name),
            result.roles[role].direction,
            role_place(assessment, role),
            result.verdict.kind != "unscored" and role in leading,
        )
        for role in result.ranking
    )
    foundation = (
        level(words("charts.levels.foundation"), result.foundation, None, False) if assessment.foundation else None
    )
    return LevelsPlan(
        foundation, directions, words("charts.levels.foundation_heading"), words("charts.levels.directions_heading")
    )


def plan_differences(result: Result, assessment: Assessment, words: Words) -> DifferencesPlan | None:
    """None when unscored, and with a single role."""
    best = result.verdict.best
    if best is None or not result.differences:
        return None
    gaps = []
    for difference in result.differences:
        apart = difference.low > 0 or difference.high < 0
        gaps.append(
            Gap(
                words.of(assessment.role[difference.other].name),
                difference.value,
                difference.low,
                difference.high,
                apart,
                words("charts.differences.apart" if apart else "charts.differences.not_apart"),
                words(
                    "charts.number.with_interval",
                    value=number.signed(difference.value),
                    interval=number.signed_interval(words, difference.low, difference.high),
                ),
            )
        )
    role = assessment.role[best]
    name = words.of(role.name)
    farthest = max(max(abs(gap.low), abs(gap.high)) for gap in gaps)
    return DifferencesPlan(
        name,
        role_place(assessment, best),
        words("charts.differences.heading", best=name),
        tuple(gaps),
        max(10, 10 * ceil(farthest / 10)),
        words("charts.differences.left"),
        words("charts.differences.right", best=cut(words.of(role.short or role.name), SHORT)),
    )
