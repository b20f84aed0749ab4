"""A table of answers -> the matrix that scoring takes: one row a respondent, one column an item or scenario."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from catalog.questionnaire.assessment import Assessment
from scoring.rule.key import Key, scoring_key
from scoring.rule.pomp import Responses
from scoring.tables.cells import BadCell, codes_of
from scoring.tables.columns import FORM, Columns, columns_of
from scoring.tables.export import only_asked, own_rows
from scoring.tables.forms import forms_of
from scoring.tables.reading.raw import RawTable
from scoring.tables.reading.read import read_table
from scoring.tables.reversed_keys import looks_reversed
from scoring.tables.rows import somebody
from scoring.tables.said import BadCells, Sentence, TableProblem, says


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one form: their places among the respondents and their answers, (rows, K), 0 = not answered."""

    form: str
    rows: NDArray[np.int64]
    responses: Responses


@dataclass(frozen=True, slots=True)
class Answers:
    """A table of answers, one row a respondent. ``carried``: the other columns as they stand; ``groups``: one a form
    that has rows; ``lines``: where each row begins in its file; ``notes``: what was seen that somebody should know,
    though the table is read."""

    carried: pl.DataFrame
    groups: tuple[Group, ...]
    lines: tuple[int, ...]
    notes: tuple[Sentence, ...]

    def __len__(self) -> int:
        return sum(len(group.rows) for group in self.groups)


def read_answers(assessment: Assessment, source: Path, results: Sequence[str], kept: Collection[str] = ()) -> Answers:
    """Reads ``source`` as people have tables: CSV, Excel, Parquet or the store's own export.

    ``results``: the names of the result columns; ``kept``: those that no carried column may have. Raises TableProblem
    for what concerns the whole table, BadCells for cells that are no answers.
    """
    table = somebody(read_table(assessment, source), source)
    columns = columns_of(assessment, table, results, kept)
    _check_kinds(table, columns)
    notes = [*table.notes, *columns.notes]
    if columns.exported:
        table, note = own_rows(assessment, table, columns)
        notes += note
    frame = table.frame
    forms, bad = forms_of(assessment, None if columns.form is None else frame.to_series(columns.form), len(frame))
    groups = []
    for form in assessment.forms:
        rows = (forms == form).arg_true().to_numpy().astype(np.int64)
        if len(rows):
            key = scoring_key(assessment, form)
            if columns.exported:
                frame, note = only_asked(key, frame, columns, rows)
                notes += note
            responses, wrong = _responses(key, frame, columns, rows)
            groups.append(Group(form, rows, responses))
            bad += wrong
            notes += _without_column(key, columns)
    if bad:
        raise BadCells(_where(source, table, columns, bad))
    notes += looks_reversed([(scoring_key(assessment, group.form), group.responses) for group in groups])
    carried = pl.DataFrame({name: frame.to_series(place) for name, place in columns.carried.items()})
    return Answers(carried, tuple(groups), tuple(table.lines().tolist()), tuple(notes))


def _responses(
    key: Key, frame: pl.DataFrame, columns: Columns, rows: NDArray[np.int64]
) -> tuple[Responses, list[BadCell]]:
    """The answers in ``rows``; a column that the table has not is not answered."""
    responses = np.zeros((len(rows), len(key.columns)), dtype=np.int8)
    place = {column: index for index, column in enumerate(key.columns)}
    bad: list[BadCell] = []
    part = frame[rows] if len(rows) < len(frame) else frame
    for column, at in columns.answers.items():
        codes, wrong = codes_of(key, column, part.to_series(at))
        bad += [BadCell(int(rows[row]), column, what) for row, what in wrong]
        if column in place:
            responses[:, place[column]] = codes
    return responses, bad


def _check_kinds(table: RawTable, columns: Columns) -> None:
    """Raises TableProblem for columns of answers whose cells are lists, parts or bytes."""
    kinds = {name: table.frame.to_series(place).dtype for name, place in columns.answers.items()}
    wrong = {name: kind for name, kind in kinds.items() if kind.is_nested() or kind in (pl.Binary, pl.Object)}
    if wrong:
        raise TableProblem(says("no_numbers", column=name, kind=str(kind)) for name, kind in wrong.items())


def _without_column(key: Key, columns: Columns) -> list[Sentence]:
    missing = [column for column in key.columns if column not in columns.answers]
    return [says("not_in_table", form=key.form, columns=", ".join(missing))] if missing else []


def _where(source: Path, table: RawTable, columns: Columns, bad: Sequence[BadCell]) -> tuple[Sentence, ...]:
    """``IN:line:column: …`` of each bad cell, in the table's order."""
    lines, place = table.lines(), {**columns.answers, FORM: columns.form or 0}
    ordered = sorted(bad, key=lambda cell: (cell.row, place[cell.column]))
    return tuple(
        Sentence(cell.what.code, cell.what.values, f"{source}:{lines[cell.row]}:{cell.column}") for cell in ordered
    )
