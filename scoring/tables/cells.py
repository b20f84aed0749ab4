"""A column's cells -> codes of answers: 1..points of an item or task, 1.. of a scenario's options, 0 = not answered."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl

from catalog.questionnaire.assessment import Scale
from scoring.rule.key import Key
from scoring.rule.pomp import Responses
from scoring.tables.reading.names import read_name
from scoring.tables.rows import empty_cells
from scoring.tables.said import Sentence, says

LONGEST = 40
"""Letters of a cell that a sentence quotes."""
MISSING = frozenset(
    (
        *("na", "n/a", "n.a.", "#n/a", "nan", "null", "none", "nil", "missing", "blank", "no answer", "not answered"),
        *(".", "-", "--", "---", "–", "—", "―", "−", "ー", "*", "?"),
        *("無", "なし", "無し", "無回答", "未回答", "無記入", "未記入", "回答なし", "該当なし", "欠損", "欠測", "不明"),
    )
)
"""What people write for "not answered". It is named, never guessed: in some tables a mark means something else."""
_NUMBER = re.compile(r"\+?([0-9]+)(\.[0-9]*|,[0-9]{1,2})?(e[+-]?[0-9]+)?", re.IGNORECASE)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?")


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that is no answer. ``row``: 0-based, among the rows that are somebody's."""

    row: int
    column: str
    what: Sentence


def codes_of(key: Key, column: str, cells: pl.Series) -> tuple[Responses, list[tuple[int, Sentence]]]:
    """(rows,) codes, and each cell that is no answer with its row and what is wrong.

    Numbers are read in any notation that leaves no doubt (5, 5.00, 5,00, 5e0, ５); an option in any width and
    case of its letters.
    """
    rated = column in key.columns and column not in key.assessment.scenario
    if rated and cells.dtype.is_numeric():
        return _numbers(_scale(key, column), cells)
    words = texts(cells)
    exact = _exact(key, column)
    values = words.replace_strict(exact, default=None, return_dtype=pl.Int8)
    odd = words.filter(values.is_null() & words.is_not_null()).unique().to_list()
    if odd:
        read = {word: code for word in odd if (code := _read(key, column, word)) is not None}
        values = words.replace_strict({**exact, **read}, default=None, return_dtype=pl.Int8)
    bad = (words.is_not_null() & values.is_null()).arg_true().to_list()
    codes: Responses = values.fill_null(0).to_numpy()
    return codes, [(row, what_is_wrong(key, column, str(words[row]))) for row in bad]


def texts(cells: pl.Series) -> pl.Series:
    """Cells as trimmed text, null where nothing stands."""
    text = cells.cast(pl.String).str.strip_chars()
    return text.set(empty_cells(cells) | empty_cells(text), None)


def quoted(word: str) -> str:
    return repr(word if len(word) <= LONGEST else f"{word[:LONGEST]}…")


def _scale(key: Key, column: str) -> Scale:
    """The scale of an item, or that of the tasks."""
    tasks = key.assessment.task_scale
    return tasks if tasks is not None and column in key.assessment.task else key.assessment.scale


def _numbers(scale: Scale, cells: pl.Series) -> tuple[Responses, list[tuple[int, Sentence]]]:
    values = cells.cast(pl.Float64).fill_null(np.nan).to_numpy()
    given = ~np.isnan(values)
    right = given & (values >= 1) & (values <= scale.points) & (values == np.floor(values))
    codes = np.where(right, values, 0).astype(np.int8)
    bad = np.flatnonzero(given & ~right).tolist()
    return codes, [(row, _no_answer(scale, f"{cells[row]}")) for row in bad]


def _exact(key: Key, column: str) -> Mapping[str, int]:
    """What nearly every cell is, so that a whole column is read at once."""
    if column not in key.columns:
        return {}
    if column in key.assessment.scenario:
        return {option.id: code for code, option in enumerate(key.assessment.scenario[column].options, 1)}
    return {text: value for value in range(1, _scale(key, column).points + 1) for text in (f"{value}", f"{value}.0")}


def _read(key: Key, column: str, word: str) -> int | None:
    """The code of a cell that is written in another way than most; None where there is a doubt."""
    plain = read_name(word)
    if column not in key.columns:
        return None
    if column in key.assessment.scenario:
        same = [
            code
            for code, option in enumerate(key.assessment.scenario[column].options, 1)
            if option.id.casefold() == plain.casefold()
        ]
        return same[0] if len(same) == 1 else None
    number = _NUMBER.fullmatch(plain)
    if number is None:
        return None
    value = float(plain.replace(",", "."))
    return int(value) if value.is_integer() and 1 <= value <= _scale(key, column).points else None


def what_is_wrong(key: Key, column: str, word: str) -> Sentence:
    said = quoted(word)
    if column not in key.columns:
        return says("not_asked", word=said, form=repr(key.form))
    if read_name(word).casefold() in MISSING:
        return says("means_missing", word=said)
    if column in key.assessment.scenario:
        options = ", ".join(option.id for option in key.assessment.scenario[column].options)
        return says("no_option", word=said, options=options)
    return _no_answer(_scale(key, column), word)


def _no_answer(scale: Scale, word: str) -> Sentence:
    said, plain = quoted(word), read_name(word)
    if _DATE.fullmatch(plain):
        return says("a_date", word=said, points=scale.points)
    number = _named_number(scale, plain)
    if number is not None:
        return says("write_number", word=said, number=number)
    return says("no_answer", word=said, points=scale.points)


def _named_number(scale: Scale, word: str) -> int | None:
    """The point of the scale that a word names: by its label, or as a numeral of another script."""
    for labels in (scale.labels, scale.short_labels or ()):
        for point, label in enumerate(labels, 1):
            if word in {read_name(label.in_language(language)) for language in label.languages}:
                return point
    value = unicodedata.numeric(word, 0) if len(word) == 1 else 0
    return int(value) if value in range(1, scale.points + 1) else None
