"""What the store's own export holds beside the answers to one assessment, treated as the site does."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from catalog.questionnaire.assessment import Assessment
from scoring.rule.key import Key
from scoring.tables.cells import texts
from scoring.tables.columns import Columns
from scoring.tables.reading.raw import RawTable
from scoring.tables.rows import empty_cells
from scoring.tables.said import Sentence, listed, says

ASSESSMENT = "assessment"
NAMED = 5


def own_rows(assessment: Assessment, table: RawTable, columns: Columns) -> tuple[RawTable, list[Sentence]]:
    """Only the rows of this assessment; a site with several exports all of them into one table."""
    names = texts(table.frame.to_series(columns.carried[ASSESSMENT]))
    own = (names == assessment.id).fill_null(False)
    if own.all():
        return table, []
    others = names.filter(~own).drop_nulls().unique().sort().to_list()
    note = says("other_assessments", n=int((~own).sum()), names=listed(others, NAMED))
    return table.rows(own.to_numpy()), [note]


def only_asked(
    key: Key, frame: pl.DataFrame, columns: Columns, rows: NDArray[np.int64]
) -> tuple[pl.DataFrame, list[Sentence]]:
    """Without the answers in ``rows`` that their form does not ask, and how many those were.

    Who changed to a shorter form has them stored still, and the site does not count them either.
    """
    outside = 0
    for column, place in columns.answers.items():
        if column not in key.columns:
            cells = frame.to_series(place)
            beyond = rows[~empty_cells(cells[rows]).to_numpy()]
            outside += len(beyond)
            if len(beyond):
                frame = frame.with_columns(cells.scatter(beyond, None))
    return frame, [says("outside_form", n=outside)] if outside else []
