"""A table of answers -> the matrix that scoring takes: one row a respondent, one column an item or scenario."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import numpy as np
import polars as pl
from numpy.typing import NDArray

from catalog.questionnaire.assessment import FULL, Assessment
from scoring.rule.key import Key, scoring_key
from scoring.rule.pomp import Responses

FORM = "form"
_DUPLICATE = re.compile(r"(.+)_duplicated_\d+")


class TableProblem(Exception):
    """Something about the whole table; one sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that is no answer. ``row``: 0-based, in the table's order."""

    row: int
    column: str
    what: str


def check_columns(assessment: Assessment, columns: Sequence[str], results: Sequence[str]) -> None:
    """Raises TableProblem for a repeated column, one that a result column would hide, or a mistyped item."""
    known = [*assessment.item, *assessment.scenario]
    for column in columns:
        repeated = _DUPLICATE.fullmatch(column)
        if repeated and repeated[1] in columns:
            raise TableProblem(f"The column {repeated[1]} stands there twice. Keep one of them.")
        if column in known:
            continue
        if column in results:
            raise TableProblem(f"The column {column} has the name of a result. Rename it, so that both can be kept.")
        near = _meant(column, known)
        if near:
            raise TableProblem(
                f"The column {column} is no item or scenario of {assessment.id}. Did you mean {near}? "
                "Correct it, or rename it if it is something else."
            )
    if not set(known) & set(columns):
        raise TableProblem(
            f"No column is an item or scenario of {assessment.id}. Name the columns as the files do ({known[0]}, …)."
        )


def forms_of(assessment: Assessment, table: pl.DataFrame) -> tuple[pl.Series, list[BadCell]]:
    """The form of each row, the full one where none is named, and the cells that name an unknown one."""
    if FORM not in table.columns:
        return pl.Series(FORM, [FULL], dtype=pl.String).new_from_index(0, len(table)), []
    forms = _words(table[FORM]).fill_null(FULL)
    unknown = ~forms.is_in(list(assessment.forms))
    bad = [
        BadCell(row, FORM, f"{forms[row]!r} is no form; {assessment.id} has {', '.join(assessment.forms)}")
        for row in unknown.arg_true().to_list()
    ]
    return forms, bad


def responses_of(
    assessment: Assessment, form: str, table: pl.DataFrame, rows: NDArray[np.int64]
) -> tuple[Responses, list[BadCell]]:
    """The answers in ``rows`` of the table as (rows, K), 0 = not answered, and every cell that is no answer.

    A column that the table has not is not answered. An answer to what the form does not ask is a bad cell.
    """
    key = scoring_key(assessment, form)
    responses = np.zeros((len(rows), len(key.columns)), dtype=np.int8)
    bad: list[BadCell] = []
    part = table[rows] if len(rows) < len(table) else table
    for column in table.columns:
        if column in assessment.item or column in assessment.scenario:
            words = _words(part[column])
            codes = _codes(key, column)
            values = words.replace_strict(codes, default=None, return_dtype=pl.Int8)
            for place in (words.is_not_null() & values.is_null()).arg_true().to_list():
                bad.append(BadCell(int(rows[place]), column, _what(key, column, str(words[place]))))
            if column in key.columns:
                responses[:, key.columns.index(column)] = values.fill_null(0).to_numpy()
    return responses, bad


def _words(series: pl.Series) -> pl.Series:
    """Cells as trimmed text, null where nothing stands."""
    text = series.cast(pl.String).str.strip_chars()
    return text.set(text == "", None)


def _codes(key: Key, column: str) -> dict[str, int]:
    if column not in key.columns:
        return {}
    if column in key.assessment.scenario:
        return {option.id: i for i, option in enumerate(key.assessment.scenario[column].options, 1)}
    # Programs that keep gaps in a column of integers write them as 3.0.
    return {text: value for value in range(1, key.points + 1) for text in (f"{value}", f"{value}.0")}


def _what(key: Key, column: str, word: str) -> str:
    if column not in key.columns:
        return f"{word!r} answers what the form {key.form!r} does not ask; leave it empty"
    if column in key.assessment.scenario:
        options = ", ".join(option.id for option in key.assessment.scenario[column].options)
        return f"{word!r} is no option of this scenario; write one of {options}, or leave it empty"
    return f"{word!r} is no answer; write a whole number from 1 to {key.points}, or leave it empty"


def _meant(column: str, known: Sequence[str]) -> str | None:
    """The id that a column's name seems to aim at: other case or marks, a slip, or a number that is not there."""
    plain = {_plain(name): name for name in known}
    if _plain(column) in plain:
        return plain[_plain(column)]
    numbered = re.fullmatch(r"(.+?)\d+", column)
    if numbered:
        family = [name for name in known if re.fullmatch(re.escape(numbered[1]) + r"\d+", name)]
        if family:
            return get_close_matches(column, family, 1, 0.0)[0]
    near = get_close_matches(column, known, 1, 0.9)
    return near[0] if near else None


def _plain(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()
