"""The columns of a raw table: which are answers, which are carried over, and every name that clashes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from catalog.questionnaire.assessment import Assessment, Question
from scoring.tables.reading.names import holds, holds_nearly, meant, read_name
from scoring.tables.reading.raw import RawTable
from scoring.tables.rows import filled
from scoring.tables.said import Sentence, TableProblem, listed, says

FORM = "form"
NAMED = 5
EXPORT = frozenset(("assessment", "version", "files_hash"))
"""Columns that only ``python -m store export`` writes together."""
SCORED = frozenset(("foundation", "best", "verdict", "version"))
"""Columns that every table of results has, whatever the assessment; together they are nobody's own."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Places in the raw table. ``answers``: by the question's id. ``form``: None where there is no such column.

    ``carried``: by the name in the results. ``exported``: the table is one of the store's own exports.
    """

    answers: Mapping[str, int]
    form: int | None
    carried: Mapping[str, int]
    exported: bool
    notes: tuple[Sentence, ...]


def columns_of(assessment: Assessment, table: RawTable, results: Sequence[str], kept: Collection[str]) -> Columns:
    """What each column is. ``results``: names of the assessment's result columns; ``kept``: those among them that the
    results have beside the carried ones, so that a carried one must not be called so.

    Raises TableProblem with every clash at once: a column that stands there twice, has the name of a result or seems to
    be a mistyped item, and a table without any answers.
    """
    known = (*assessment.item, *assessment.scenario, *assessment.task)
    names = _names(assessment, table, known)
    exported, scored = EXPORT.issubset(names), SCORED.issubset(names)
    problems = _repeated(table, names)
    answers = {name: place for place, name in enumerate(names) if name in known}
    dropped = {*results} if scored else set()
    carried = {
        name: place
        for place, name in enumerate(names)
        if name is not None and name not in answers and name not in dropped
    }
    unknown = [name for name in carried if name not in results and name != FORM and filled(table.frame, carried[name])]
    if not exported:
        texts = _texts(assessment)
        for name in unknown:
            near = meant(name, known) or _inside(name, known, answers) or texts.get(read_name(name))
            if near:
                problems.append(says("meant", column=name, assessment=assessment.id, near=near))
    problems += [says("name_of_result", column=name) for name in carried if name in kept]
    if not answers and not problems:
        code = "results_only" if scored else "no_item"
        problems.append(says(code, assessment=assessment.id, first=known[0]))
    if problems:
        raise TableProblem(problems)
    notes = [says("scored_before")] if scored and kept else []
    notes += _about_unknown(unknown, known, exported)
    form = next((place for place, name in enumerate(names) if name == FORM), None)
    return Columns(answers, form, carried, exported, tuple(notes))


def _texts(assessment: Assessment) -> Mapping[str, str]:
    """Ids by the question's own words in each language, which survey programs put into the header."""
    questions: tuple[Question, ...] = (*assessment.items, *assessment.scenarios, *assessment.tasks)
    asked = {one.id: one.text for one in questions}
    return {read_name(text.in_language(language)): name for name, text in asked.items() for language in text.languages}


def _inside(name: str, known: Sequence[str], answers: Mapping[str, int]) -> str | None:
    """An id inside a longer name, where nothing else is that item's column."""
    inside = holds(name, known)
    if inside is None:
        return holds_nearly(name, known)
    return None if inside in answers else inside


def _about_unknown(unknown: Sequence[str], known: Collection[str], exported: bool) -> list[Sentence]:
    if exported:
        numbered = [name for name in unknown if meant(name, tuple(known))]
        return [says("other_version", columns=listed(numbered, NAMED))] if numbered else []
    beside = {name: inside for name in unknown if (inside := holds(name, known))}
    if not beside:
        return []
    items = listed(sorted(set(beside.values())), NAMED)
    return [says("carried", known=items, columns=listed(tuple(beside), NAMED))]


def _names(assessment: Assessment, table: RawTable, known: Collection[str]) -> list[str | None]:
    """Each column's name: a question's id, ``form``, or what stands there; None for an empty one without."""
    names: list[str | None] = []
    forms = {form.casefold() for form in assessment.forms}
    unnamed = sum(not cell.strip() and filled(table.frame, place) for place, cell in enumerate(table.names))
    exact = FORM in table.names
    for place, cell in enumerate(table.names):
        name = read_name(cell)
        if name in known:
            names.append(name)
        elif cell.strip() == FORM or (not exact and name.casefold() == FORM and _names_a_form(table, place, forms)):
            names.append(FORM)
        elif not cell.strip():
            # R and pandas leave the name of the row numbers empty.
            empty = not filled(table.frame, place)
            names.append(None if empty else "" if unnamed == 1 else f"column_{place + 1}")
        else:
            names.append(cell)
    return names


def _names_a_form(table: RawTable, place: int, forms: Collection[str]) -> bool:
    """Whether any cell of a column ``Form`` names a form; otherwise it tells something of the respondent's own."""
    cells = table.frame.to_series(place)
    if not isinstance(cells.dtype, pl.String | pl.Categorical | pl.Enum):
        return False
    return any(read_name(str(cell)).casefold() in forms for cell in cells.cast(pl.String).unique().drop_nulls())


def _repeated(table: RawTable, names: Sequence[str | None]) -> list[Sentence]:
    counts = Counter(name for name in names if name is not None)
    problems = []
    for name in (name for name, count in counts.items() if count > 1):
        cells = [cell for cell, own in zip(table.names, names, strict=True) if own == name]
        if len(set(cells)) == 1:
            problems.append(says("twice", column=name))
        else:
            problems.append(says("same_column", columns=", ".join(cells), column=name))
    return problems
