"""All trait scores with their 80 % intervals, each between the words of its two poles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Trait
from charts import number
from charts.plan.rows import RowsPen, RowsPlan
from charts.sentence import joined, quoted
from charts.table import Table
from scoring.rule.result import Estimate, Result

COLUMNS = ("trait", "low_pole", "score", "range", "high_pole")
MIDDLE = 50


@dataclass(frozen=True, slots=True)
class TraitRow:
    """``estimate`` is None where the trait is not measured; ``low`` and ``high`` are the poles' words."""

    trait: str
    name: str
    low: str
    high: str
    estimate: Estimate | None
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitsPlan(RowsPlan):
    rows: tuple[TraitRow, ...]


def plan_traits(result: Result, assessment: Assessment, words: Words) -> TraitsPlan | None:
    """All traits in the file's order. None when none is measured."""
    rows = [trait_row(trait, result, words) for trait in assessment.traits]
    if not any(row.estimate for row in rows):
        return None
    return TraitsPlan(
        rows=tuple(rows),
        sentence=joined(words, told_of_traits(rows, words)),
        table=_table(rows, words),
        caption=words("charts.traits.provisional") if result.provisional else None,
    )


def trait_row(trait: Trait, result: Result, words: Words) -> TraitRow:
    estimate = result.traits[trait.id].estimate
    shown = number.with_interval(words, estimate) if estimate else words("charts.traits.not_measured")
    return TraitRow(trait.id, words.of(trait.name), words.of(trait.low), words.of(trait.high), estimate, shown)


def draw_traits(rows: Sequence[TraitRow], pen: RowsPen, *, bold: bool = True) -> None:
    """``rows``: all of a plan's, or those of one column of a page. ``bold``: their names."""
    for row in rows:
        pen.label(row.name, row.shown, bold=bold, known=row.estimate is not None)
        pen.track()
        pen.tick(MIDDLE)
        if row.estimate:
            pen.band(row.estimate.low, row.estimate.high, None)
            pen.dot(row.estimate.value, None, f"{row.name} {row.shown}")
        pen.poles(row.low, row.high)


def told_of_traits(rows: Sequence[TraitRow], words: Words) -> list[str]:
    """Sentences: the highest and the lowest of ``rows``, and which are not measured."""
    measured = sorted(((row, row.estimate.value) for row in rows if row.estimate), key=lambda scored: -scored[1])
    if not measured:
        return [words("charts.traits.missing", traits=quoted(words, [row.name for row in rows]))]
    (highest, most), (lowest, least) = measured[0], measured[-1]
    if number.score(most) == number.score(least):
        key = "all_alike" if len(measured) > 1 else "only"
        said = [words(f"charts.traits.{key}", name=highest.name, value=number.score(most))]
    else:
        said = [
            words("charts.traits.highest", name=highest.name, value=highest.shown),
            words("charts.traits.lowest", name=lowest.name, value=lowest.shown),
        ]
    missing = [row.name for row in rows if not row.estimate]
    if missing:
        said.append(words("charts.traits.missing", traits=quoted(words, missing)))
    return said


def _table(rows: Sequence[TraitRow], words: Words) -> Table:
    cells = []
    for row in rows:
        score, spread = number.score_and_interval(words, row.estimate) if row.estimate else (row.shown, "")
        cells.append((row.name, row.low, score, spread, row.high))
    return Table(tuple(words(f"charts.column.{column}") for column in COLUMNS), tuple(cells))
