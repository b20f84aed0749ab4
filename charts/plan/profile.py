"""The scores of traits by the groups that the files put them in: the groups side by side, then each with its traits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment, Group
from charts import number
from charts.plan.rows import RowsPen, RowsPlan
from charts.plan.traits import MIDDLE, TraitRow, draw_traits, told_of_traits, trait_row
from charts.sentence import joined, quoted
from charts.table import Table
from scoring.rule.result import Estimate, Result

COLUMNS = ("group", "score", "range")
WITHIN = ("group", "trait", "low_pole", "score", "range", "high_pole")


@dataclass(frozen=True, slots=True)
class GroupRow:
    """``estimate`` is None where the group is not measured; ``about`` is empty where its author says nothing."""

    group: str
    name: str
    about: str
    estimate: Estimate | None
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsPlan(RowsPlan):
    """The groups alone, in the file's order."""

    rows: tuple[GroupRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionPlan(RowsPlan):
    """One group with its traits, in its own order. ``group`` is None for the traits that are in no group."""

    title: str
    group: GroupRow | None
    rows: tuple[TraitRow, ...]


def plan_groups(result: Result, assessment: Assessment, words: Words) -> GroupsPlan | None:
    """None where the files group no traits, and where no group is measured."""
    rows = tuple(_row(group, result, words) for group in assessment.groups)
    if not any(row.estimate for row in rows):
        return None
    return GroupsPlan(
        rows=rows,
        sentence=_sentence(rows, words),
        table=_table(rows, words),
        caption=words("charts.profile.caption"),
    )


def plan_sections(result: Result, assessment: Assessment, words: Words) -> tuple[SectionPlan, ...]:
    """Every trait once: group by group in the file's order, then those in no group. Empty where there are no groups.

    A section of which no trait is measured is there too: its table says so.
    """
    if not assessment.groups:
        return ()
    made = []
    for group in assessment.groups:
        head = _row(group, result, words)
        rows = [trait_row(assessment.trait[trait], result, words) for trait in group.traits]
        made.append(_section(head.name, head, rows, words))
    if assessment.ungrouped:
        rest = [trait_row(trait, result, words) for trait in assessment.ungrouped]
        made.append(_section(words("charts.profile.others"), None, rest, words))
    return tuple(made)


def draw_groups(rows: Sequence[GroupRow], pen: RowsPen) -> None:
    for row in rows:
        _draw_group(row, pen)


def draw_section(section: SectionPlan, pen: RowsPen) -> None:
    """The group on a thick track, then its traits on thin ones."""
    pen.apart()
    if section.group is not None:
        _draw_group(section.group, pen)
    draw_traits(section.rows, pen, bold=section.group is None)


def draw_sections(sections: Sequence[SectionPlan], pen: RowsPen) -> None:
    for section in sections:
        draw_section(section, pen)


def _draw_group(row: GroupRow, pen: RowsPen) -> None:
    pen.label(row.name, row.shown, bold=True, known=row.estimate is not None)
    pen.track(thick=True)
    pen.tick(MIDDLE, tall=True)
    if row.estimate:
        pen.band(row.estimate.low, row.estimate.high, None)
        pen.dot(row.estimate.value, None, f"{row.name} {row.shown}")


def _row(group: Group, result: Result, words: Words) -> GroupRow:
    told = result.groups.get(group.id)
    estimate = told.estimate if told else None
    shown = number.with_interval(words, estimate) if estimate else words("charts.traits.not_measured")
    about = words.of(group.about) if group.about else ""
    return GroupRow(group.id, words.of(group.name), about, estimate, shown)


def _section(title: str, group: GroupRow | None, rows: Sequence[TraitRow], words: Words) -> SectionPlan:
    said = []
    if group is not None:
        key = "is" if group.estimate else "not_measured"
        said.append(words(f"charts.profile.{key}", name=group.name, value=group.shown))
    said += told_of_traits(rows, words)
    return SectionPlan(
        title=title,
        group=group,
        rows=tuple(rows),
        sentence=joined(words, said),
        table=_table_within(title, group, rows, words),
    )


def _sentence(rows: Sequence[GroupRow], words: Words) -> str:
    measured = sorted(((row, row.estimate.value) for row in rows if row.estimate), key=lambda scored: -scored[1])
    (highest, most), (lowest, least) = measured[0], measured[-1]
    if number.score(most) == number.score(least):
        key = "all_alike" if len(measured) > 1 else "is"
        said = [words(f"charts.profile.{key}", name=highest.name, value=highest.shown)]
    else:
        said = [
            words("charts.profile.highest", name=highest.name, value=highest.shown),
            words("charts.traits.lowest", name=lowest.name, value=lowest.shown),
        ]
    missing = [row.name for row in rows if not row.estimate]
    if missing:
        said.append(words("charts.traits.missing", traits=quoted(words, missing)))
    return joined(words, said)


def _table(rows: Sequence[GroupRow], words: Words) -> Table:
    cells = [(row.name, *_score(row.estimate, row.shown, words)) for row in rows]
    return Table(tuple(words(f"charts.column.{column}") for column in COLUMNS), tuple(cells))


def _table_within(title: str, group: GroupRow | None, rows: Sequence[TraitRow], words: Words) -> Table:
    cells = []
    if group is not None:
        score, spread = _score(group.estimate, group.shown, words)
        cells.append((title, words("charts.profile.whole"), "", score, spread, ""))
    for row in rows:
        score, spread = _score(row.estimate, row.shown, words)
        cells.append((title, row.name, row.low, score, spread, row.high))
    return Table(tuple(words(f"charts.column.{column}") for column in WITHIN), tuple(cells))


def _score(estimate: Estimate | None, shown: str, words: Words) -> tuple[str, str]:
    return number.score_and_interval(words, estimate) if estimate else (shown, "")
