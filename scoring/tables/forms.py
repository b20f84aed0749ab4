"""The form that each row was taken in."""

from __future__ import annotations

import polars as pl

from catalog.questionnaire.assessment import FULL, Assessment
from scoring.tables.cells import BadCell, quoted, texts
from scoring.tables.columns import FORM
from scoring.tables.reading.names import read_name
from scoring.tables.said import says


def forms_of(assessment: Assessment, cells: pl.Series | None, rows: int) -> tuple[pl.Series, list[BadCell]]:
    """The form of each row, the full one where none is named, and the cells that name an unknown one.

    A form is known in any width and case of its letters, where no two forms differ in nothing else.
    """
    if cells is None:
        return pl.Series(FORM, [FULL], dtype=pl.String).new_from_index(0, rows), []
    words = texts(cells)
    known = {word: form for word in words.unique().drop_nulls() if (form := _form(assessment, word))}
    forms = words.replace_strict(known, default=None, return_dtype=pl.String)
    bad = [
        BadCell(
            row,
            FORM,
            says("no_form", word=quoted(words[row]), assessment=assessment.id, forms=", ".join(assessment.forms)),
        )
        for row in (words.is_not_null() & forms.is_null()).arg_true().to_list()
    ]
    return forms.set(words.is_null(), FULL), bad


def _form(assessment: Assessment, word: str) -> str | None:
    if word in assessment.forms:
        return word
    plain = read_name(word).casefold()
    same = [form for form in assessment.forms if form.casefold() == plain]
    return same[0] if len(same) == 1 else None
