"""Why a role fits: what each trait adds to the role's fit, or takes from it, counted from 50."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import short_name
from scoring.rule.result import Part, Result

DIGITS = 1
"""Contributions are small: in whole points most would look alike."""
LONGEST = 8.5
"""Ems of a bar's label."""


@dataclass(frozen=True, slots=True)
class Bar:
    """``points``: what the trait adds to fit - 50."""

    trait: str
    label: str
    name: str
    part: Part
    weight: int
    points: float
    shown: str


@dataclass(frozen=True, slots=True)
class WhyPlan:
    """``bars``: what helps, most first, then what hinders, most first. ``fit`` as shown, None where there is none."""

    role: str
    bars: tuple[Bar, ...]
    fit: str | None
    helps: str
    hinders: str


def plan_why(result: Result, assessment: Assessment, words: Words, role: str) -> WhyPlan | None:
    """None when no trait moves the role's fit by 0.05 points or more (smaller ones would be shown as 0)."""
    fit = result.roles[role]
    bars = [
        Bar(
            moved.trait,
            short_name(assessment, moved.trait, words),
            words.of(assessment.trait[moved.trait].name),
            moved.part,
            moved.weight,
            moved.points,
            number.signed(moved.points, DIGITS),
        )
        for moved in fit.contributions
        if number.half_up(moved.points, DIGITS) != 0
    ]
    if not bars:
        return None
    bars.sort(key=lambda bar: (bar.points < 0, -abs(bar.points)))
    return WhyPlan(
        words.of(assessment.role[role].name),
        tuple(bars),
        number.score(fit.fit.value) if fit.fit else None,
        words("charts.why.helps"),
        words("charts.why.hinders"),
    )
