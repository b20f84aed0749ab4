"""Which roles can be told apart: the best role less each other one."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts import number
from charts.label import cut
from charts.palette import role_place
from charts.plan.picture import Axis
from charts.plan.rows import RowsPen, RowsPlan
from charts.sentence import joined
from charts.table import Table
from scoring.rule.result import Difference, Result

SHORT = 7.0
"""Ems of the best role's name at the end of the axis."""


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """The best role less the role ``name``, in points, with its 80 % interval; ``apart``: it leaves 0 out."""

    name: str
    value: float
    low: float
    high: float
    apart: bool
    said: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferencesPlan(RowsPlan):
    """``place``: the best role's place in its file."""

    best: str
    place: int
    heading: str
    gaps: tuple[DifferenceRow, ...]
    left: str
    right: str


def plan_differences(result: Result, assessment: Assessment, words: Words) -> DifferencesPlan | None:
    """None when unscored, and with a single role."""
    best = result.verdict.best
    if best is None or not result.differences:
        return None
    role = assessment.role[best]
    name = words.of(role.name)
    gaps = tuple(_row(difference, assessment, words) for difference in result.differences)
    return DifferencesPlan(
        axis=_axis(gaps),
        best=name,
        place=role_place(assessment, best),
        heading=words("charts.differences.heading", best=name),
        gaps=gaps,
        left=words("charts.differences.left"),
        right=words("charts.differences.right", best=cut(words.of(role.short or role.name), SHORT)),
        sentence=_sentence(name, gaps, words),
        table=_table(name, gaps, words),
        caption=words("charts.differences.caption"),
    )


def draw_differences(plan: DifferencesPlan, pen: RowsPen) -> None:
    pen.heading(plan.heading)
    for gap in plan.gaps:
        pen.label(gap.name, gap.said, bold=gap.apart, known=gap.apart)
        pen.track()
        pen.tick(0, tall=True)
        pen.band(gap.low, gap.high, plan.place, sure=gap.apart)
        pen.dot(gap.value, plan.place, f"{gap.name} {gap.shown}", sure=gap.apart)
        pen.beneath(gap.shown)
    pen.scale()
    pen.ends(plan.left, plan.right)


def _row(difference: Difference, assessment: Assessment, words: Words) -> DifferenceRow:
    apart = difference.low > 0 or difference.high < 0
    return DifferenceRow(
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


def _axis(gaps: tuple[DifferenceRow, ...]) -> Axis:
    """As far to both sides as the farthest interval, in tens."""
    farthest = max(max(abs(gap.low), abs(gap.high)) for gap in gaps)
    reach = 10 * max(1, ceil(farthest / 10))
    return Axis(-reach, reach, tuple((value, number.signed(value)) for value in (-reach, 0, reach)))


def _sentence(best: str, gaps: tuple[DifferenceRow, ...], words: Words) -> str:
    said = []
    for gap in gaps:
        key = "charts.differences.sentence_apart" if gap.apart else "charts.differences.sentence_not_apart"
        said.append(words(key, best=best, other=gap.name, value=gap.shown))
    return joined(words, said)


def _table(best: str, gaps: tuple[DifferenceRow, ...], words: Words) -> Table:
    columns = (words(f"charts.column.{column}") for column in ("difference", "range", "told_apart"))
    return Table(
        (words("charts.differences.column", best=best), *columns),
        tuple(
            (gap.name, number.signed(gap.value), number.signed_interval(words, gap.low, gap.high), gap.said)
            for gap in gaps
        ),
    )
