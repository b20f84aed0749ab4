"""The probability that each role is the best one."""

from __future__ import annotations

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.palette import PALETTES, role_mark
from charts.picture import Figure, Picture, Table, Theme
from charts.plan.p import PPlan, plan_p
from charts.screen.rows import Rows
from charts.sentence import joined, listed
from scoring.rule.result import Result


def figure_p(plan: PPlan, theme: Theme) -> Figure:
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
