"""The probability that each role is the best one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.palette import PALETTES, role_mark, role_place
from charts.picture import Picture, Table, Theme
from charts.rows import Rows
from charts.sentence import joined, listed
from scoring.rule.result import Result

if TYPE_CHECKING:
    import plotly.graph_objects as go


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


def figure_p(plan: PPlan, theme: Theme) -> go.Figure:
    palette = PALETTES[theme]
    rows = Rows(palette, 0, 100)
    for at, chance in enumerate(plan.chances):
        mark = role_mark(chance.place, theme)
        rows.label(chance.name, chance.shown, glyph=mark.glyph, colour=mark.colour, bold=at == 0)
        rows.track(12)
        rows.pill(0, 100 * chance.share, fill=mark.colour, thickness=12, hover=f"{chance.name} {chance.shown}")
        rows.skip(20)
    return rows.figure()


def p_best(result: Result, assessment: Assessment, words: Words, theme: Theme) -> Picture | None:
    """P of each role in whole percent; unlikely roles are said in words. None when unscored."""
    plan = plan_p(result, assessment, words)
    if plan is None:
        return None
    named = [words("charts.p.role", role=chance.name, value=chance.shown) for chance in plan.chances]
    said = [words("charts.p.sentence", roles=listed(words, named))]
    unlikely = [chance.name for chance in plan.chances if chance.unlikely]
    if unlikely:
        said.append(words("charts.p.unlikely", roles=listed(words, unlikely)))
    table = Table(
        (words("charts.column.role"), words("charts.column.chance")),
        tuple((chance.name, chance.shown) for chance in plan.chances),
    )
    return Picture(figure_p(plan, theme), joined(words, said), table)
