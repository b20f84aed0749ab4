"""How high the foundation and each role's direction stand.

Roles stand in the order of the verdict (greatest P first), not of their fit: fits of a clear result often overlap.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.palette import role_place
from charts.plan.rows import RowsPen, RowsPlan
from charts.sentence import joined, listed, quoted
from charts.table import Table
from scoring.rule.result import Estimate, Result
from scoring.rule.warning import WHOLE


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A value of 0 to 100 with its interval. ``place``: the role's in its file, None for the foundation."""

    name: str
    estimate: Estimate | None
    shown: str
    place: int | None
    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelsPlan(RowsPlan):
    """``foundation`` is None where the assessment has none."""

    foundation: LevelRow | None
    directions: tuple[LevelRow, ...]
    foundation_heading: str
    directions_heading: str


def plan_levels(result: Result, assessment: Assessment, words: Words) -> LevelsPlan | None:
    """None when neither the foundation nor any direction is measured."""
    if result.foundation is None and all(fit.direction is None for fit in result.roles.values()):
        return None
    leading = result.verdict.tied or (result.leading,)
    directions = tuple(
        LevelRow(
            words.of(assessment.role[role].name),
            result.roles[role].direction,
            _shown(result.roles[role].direction, words),
            role_place(assessment, role),
            role in leading,
        )
        for role in result.ranking
    )
    foundation = None
    if assessment.foundation:
        shown = _shown(result.foundation, words)
        foundation = LevelRow(words("charts.levels.foundation"), result.foundation, shown, None, False)
    heading = "traits_heading" if result.liking and result.liking.counts else "directions_heading"
    return LevelsPlan(
        foundation=foundation,
        directions=directions,
        foundation_heading=words("charts.levels.foundation_heading"),
        directions_heading=words(f"charts.levels.{heading}"),
        sentence=_sentence(foundation, directions, result, assessment, words),
        table=_table((foundation, *directions) if foundation else directions, words),
        caption=words("charts.levels.caption" if result.alone is None else "charts.levels.caption_alone"),
    )


def draw_levels(plan: LevelsPlan, pen: RowsPen) -> None:
    if plan.foundation:
        pen.heading(plan.foundation_heading)
        _draw(plan.foundation, pen)
    if plan.directions:
        pen.heading(plan.directions_heading)
    for level in plan.directions:
        _draw(level, pen)
    pen.scale()


def _draw(level: LevelRow, pen: RowsPen) -> None:
    pen.label(level.name, level.shown, place=level.place, bold=level.leads, known=level.estimate is not None)
    pen.track()
    if level.estimate:
        pen.band(level.estimate.low, level.estimate.high, level.place)
        pen.dot(level.estimate.value, level.place, f"{level.name} {level.shown}")


def _shown(estimate: Estimate | None, words: Words) -> str:
    return number.with_interval(words, estimate) if estimate else words("charts.levels.not_measured")


def _sentence(
    foundation: LevelRow | None,
    directions: tuple[LevelRow, ...],
    result: Result,
    assessment: Assessment,
    words: Words,
) -> str:
    said = []
    if foundation:
        key = "foundation_is" if foundation.estimate else "foundation_missing"
        said.append(words(f"charts.levels.{key}", value=foundation.shown))
    if result.foundation_warning:
        low = [words.of(assessment.trait[trait].name) for trait in result.foundation_warning if trait != WHOLE]
        said.append(
            words("charts.levels.low_traits", traits=quoted(words, low))
            if low
            else words("charts.levels.low_foundation")
        )
    measured = [level for level in directions if level.estimate]
    if measured:
        names = [words("charts.list.with_value", name=level.name, value=level.shown) for level in measured]
        ordered = "directions_are" if result.verdict.kind != "unscored" else "directions_unordered"
        said.append(words(f"charts.levels.{ordered}", roles=listed(words, names)))
    missing = [level.name for level in directions if not level.estimate]
    if missing:
        said.append(words("charts.levels.directions_missing", roles=listed(words, missing)))
    return joined(words, said)


def _table(levels: tuple[LevelRow, ...], words: Words) -> Table:
    cells = []
    for level in levels:
        known = level.estimate
        cells.append((level.name, *(number.score_and_interval(words, known) if known else (level.shown, ""))))
    columns = (words(f"charts.column.{column}") for column in ("part", "score", "range"))
    return Table(tuple(columns), tuple(cells))
