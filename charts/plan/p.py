"""The probability that each role is the best one."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.palette import role_place
from scoring.rule.result import Result


@dataclass(frozen=True, slots=True)
class Chance:
    """``share`` is P, 0 to 1; ``place`` the role's place in its file."""

    role: str
    name: str
    place: int
    share: float
    shown: str
    unlikely: bool


@dataclass(frozen=True, slots=True)
class PPlan:
    chances: tuple[Chance, ...]


def plan_p(result: Result, assessment: Assessment, words: Words) -> PPlan | None:
    """Roles with a P in the verdict's order. None when no role has one."""
    chances = []
    for role in result.ranking:
        share = result.roles[role].p_best
        if share is None:
            continue
        name = words.of(assessment.role[role].name)
        place = role_place(assessment, role)
        unlikely = role in result.verdict.unlikely
        chances.append(Chance(role, name, place, share, number.percent(words, share), unlikely))
    return PPlan(tuple(chances)) if chances else None
