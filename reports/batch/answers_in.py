"""A table of answers, read as ``python -m scoring score`` reads it -> one sheet of answers a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from catalog.questionnaire.assessment import Assessment
from scoring.rule.key import scoring_key
from scoring.rule.pomp import Responses
from scoring.tables.command import BadCells, read_table, where_bad
from scoring.tables.table import check_columns, forms_of, responses_of

ID = "id"


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one form: their places in the table and their answers, (rows, K), 0 = not answered."""

    form: str
    rows: NDArray[np.int64]
    responses: Responses


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """``ids``: the cells of the column ``id``, one a row, None where nothing stands."""

    ids: tuple[str | None, ...]
    groups: tuple[Group, ...]

    def sheets(self, assessment: Assessment) -> Iterator[tuple[int, str, dict[str, int | str]]]:
        """Row (from 0), form and answers by id, one row at a time: a long table needs no more memory than itself."""
        for group in self.groups:
            key = scoring_key(assessment, group.form)
            options = [tuple(option.id for option in one.options) for one in assessment.form_scenarios(group.form)]
            for at, row in enumerate(group.rows.tolist()):
                answers: dict[str, int | str] = {}
                for place, code in enumerate(group.responses[at].tolist()):
                    if code:
                        scenario = place - key.item_count
                        answers[key.columns[place]] = code if scenario < 0 else options[scenario][code - 1]
                yield row, group.form, answers


def answer_table(assessment: Assessment, source: Path) -> AnswerTable:
    """Raises TableProblem for what concerns the whole file, BadCells for cells that are no answers."""
    table = read_table(source)
    check_columns(assessment, table.columns, ())
    forms, bad = forms_of(assessment, table)
    groups = []
    for form in assessment.forms:
        rows = (forms == form).arg_true().to_numpy().astype(np.int64)
        if len(rows):
            responses, wrong = responses_of(assessment, form, table, rows)
            groups.append(Group(form, rows, responses))
            bad += wrong
    if bad:
        raise BadCells(where_bad(source, table, bad))
    cells = table[ID].to_list() if ID in table.columns else [None] * len(table)
    return AnswerTable(tuple(None if cell is None else str(cell) for cell in cells), tuple(groups))
