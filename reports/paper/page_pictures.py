"""The pictures of a report: the plans that the screen draws, as SVG, each with a text that says the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import broken
from charts.palette import PALETTES, role_mark, role_place
from charts.paper.canvas import Canvas
from charts.paper.pictures import svg_differences, svg_levels, svg_radar, svg_sections, svg_traits, svg_why
from charts.plan.differences import plan_differences
from charts.plan.levels import plan_levels
from charts.plan.profile import plan_sections
from charts.plan.radar import plan_radar
from charts.plan.traits import plan_traits
from charts.plan.why import plan_why
from charts.sentence import listed
from reports.paper.lifted_texts import lifted
from scoring.rule.result import Result

COLUMN = 241.0
"""Points: half of an A4 page between its margins. A picture drawn wider is shown at this width, its letters smaller."""
TITLE_EMS = 22.0
LONGEST = 12
"""So many traits stand below each other in one piece of a page."""
Drawn = dict[str, Any] | None


def picture(
    words: Words, title: str, svg: str, values: Iterable[tuple[str, str]], width: float = COLUMN
) -> dict[str, Any]:
    """``alt`` names the picture and every value in it, for whoever hears the page; ``width`` is in points."""
    said = [words("charts.list.with_value", name=name, value=value) for name, value in values]
    told = listed(words, said) if said else words("report.nothing")
    drawing, texts = lifted(svg, width)
    return {
        "title": broken(title, TITLE_EMS),
        "svg": drawing,
        "texts": texts,
        "width": width,
        "alt": words("report.alt", title=title, values=told),
    }


def levels(result: Result, assessment: Assessment, words: Words, scale: float) -> Drawn:
    plan = plan_levels(result, assessment, words)
    if plan is None:
        return None
    shown = [level for level in (plan.foundation, *plan.directions) if level]
    values = [(level.name, level.shown) for level in shown]
    return picture(words, words("result.levels.title"), svg_levels(plan, COLUMN / scale), values)


def differences(result: Result, assessment: Assessment, words: Words, scale: float) -> Drawn:
    plan = plan_differences(result, assessment, words)
    if plan is None:
        return None
    values = [(gap.name, gap.shown) for gap in plan.gaps]
    return picture(words, words("result.differences.title"), svg_differences(plan, COLUMN / scale), values)


def radar(result: Result, assessment: Assessment, words: Words, role: str, scale: float) -> Drawn:
    plan = plan_radar(result, assessment, words, role)
    if plan is None:
        return None
    values = [
        (_quoted(words, spoke.name), plan.not_measured if spoke.score is None else number.score(spoke.score))
        for spoke in plan.spokes
    ]
    return picture(words, words("result.radar.title"), svg_radar(plan, COLUMN / scale), values)


def why(result: Result, assessment: Assessment, words: Words, role: str, scale: float) -> Drawn:
    plan = plan_why(result, assessment, words, role)
    if plan is None:
        return None
    title = words("report.for_role", title=words("result.why.title"), role=plan.role)
    values = [(_quoted(words, bar.name), bar.shown) for bar in plan.bars]
    return picture(words, title, svg_why(plan, COLUMN / scale), values)


def trait_pieces(result: Result, assessment: Assessment, words: Words, scale: float) -> list[dict[str, Any]]:
    """The trait scores in pieces that stand two in a row, each short enough for a page; empty when none is measured.

    A piece is a group with its traits. Without groups there are two, as long as each other, and more of many traits.
    """
    plan = plan_traits(result, assessment, words)
    if plan is None:
        return []
    title = words("report.traits")
    made = []
    for part in plan_sections(result, assessment, words):
        head = [(_quoted(words, part.group.name), part.group.shown)] if part.group else []
        values = [*head, *((_quoted(words, row.name), row.shown) for row in part.rows)]
        made.append(picture(words, title, svg_sections([part], COLUMN / scale), values))
    long = (len(plan.rows) + 1) // 2 if len(plan.rows) <= 2 * LONGEST else LONGEST
    for start in range(0, 0 if made else len(plan.rows), long):
        rows = plan.rows[start : start + long]
        values = [(_quoted(words, row.name), row.shown) for row in rows]
        made.append(picture(words, title, svg_traits(rows, COLUMN / scale), values))
    return made


def _quoted(words: Words, trait: str) -> str:
    """A trait's name as it stands among values in a sentence."""
    return words("charts.list.quoted", phrase=trait)


def mark_svg(assessment: Assessment, role: str, size: float = 9.0) -> str:
    """A role's symbol alone."""
    mark = role_mark(role_place(assessment, role), "light")
    canvas = Canvas(PALETTES["light"], size)
    canvas.mark(size / 2, size / 2, mark.symbol, size * 0.74, mark.colour, 0.8)
    return canvas.svg(size)
