"""The probability that each role is the best one."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.palette import role_place
from charts.plan.rows import RowsPen, RowsPlan
from charts.sentence import joined, listed
from charts.table import Table
from scoring.rule.result import Result


@dataclass(frozen=True, slots=True)
class Probability:
    """``share`` is P, 0 to 1; ``place`` the role's place in its file."""

    role: str
    name: str
    place: int
    share: float
    shown: str
    unlikely: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PPlan(RowsPlan):
    chances: tuple[Probability, ...]


def plan_p(result: Result, assessment: Assessment, words: Words) -> PPlan | None:
    """P in whole percent in the verdict's order; unlikely roles are said in words. None when no role has a P."""
    chances = []
    for role in result.ranking:
        share = result.roles[role].p_best
        if share is None:
            continue
        name = words.of(assessment.role[role].name)
        place = role_place(assessment, role)
        unlikely = role in result.verdict.unlikely
        chances.append(Probability(role, name, place, share, number.percent(words, share), unlikely))
    if not chances:
        return None
    named = [words("charts.p.role", role=chance.name, value=chance.shown) for chance in chances]
    said = [words("charts.p.sentence", roles=listed(words, named))]
    low = [chance.name for chance in chances if chance.unlikely]
    if low:
        said.append(words("charts.p.unlikely", roles=listed(words, low)))
    columns = (words("charts.column.role"), words("charts.column.chance"))
    return PPlan(
        chances=tuple(chances),
        sentence=joined(words, said),
        table=Table(columns, tuple((chance.name, chance.shown) for chance in chances)),
    )


def draw_p(plan: PPlan, pen: RowsPen) -> None:
    for at, chance in enumerate(plan.chances):
        pen.label(chance.name, chance.shown, place=chance.place, bold=at == 0)
        pen.track(thick=True)
        pen.bar(100 * chance.share, chance.place, f"{chance.name} {chance.shown}")
