"""A table of answers, read as ``python -m scoring score`` reads it -> one sheet of answers a row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from catalog.questionnaire.assessment import Assessment
from scoring.rule.key import scoring_key
from scoring.tables.cells import texts
from scoring.tables.outcome import result_columns
from scoring.tables.reading.names import read_name
from scoring.tables.said import Sentence
from scoring.tables.table import Group, read_answers

ID = "id"


@dataclass(frozen=True, slots=True)
class AnswerTable:
    """``ids``: the cells of the column ``id``, one a row, None where nothing stands. ``notes``: what was seen too.
    ``lines``: where each row begins in its file.
    """

    ids: tuple[str | None, ...]
    groups: tuple[Group, ...]
    lines: tuple[int, ...]
    notes: tuple[Sentence, ...] = ()

    def sheets(self, assessment: Assessment) -> Iterator[tuple[int, str, dict[str, int | str]]]:
        """Row (from 0), form and answers by id, one row at a time: a long table needs no more memory than itself."""
        for group in self.groups:
            key = scoring_key(assessment, group.form)
            options = {one.id: [option.id for option in one.options] for one in assessment.form_scenarios(group.form)}
            for at, row in enumerate(group.rows.tolist()):
                answers: dict[str, int | str] = {}
                for place, code in enumerate(group.responses[at].tolist()):
                    if code:
                        question = key.columns[place]
                        answers[question] = options[question][code - 1] if question in options else code
                yield row, group.form, answers


def answer_table(assessment: Assessment, source: Path) -> AnswerTable:
    """Raises TableProblem for what concerns the whole file, BadCells for cells that are no answers."""
    answers = read_answers(assessment, source, result_columns(assessment))
    carried = answers.carried
    # Spreadsheets often call it ID; a column that is called so exactly goes before.
    named = sorted((name for name in carried.columns if read_name(name).lower() == ID), key=lambda name: name != ID)
    cells = texts(carried[named[0]]).to_list() if named else [None] * len(answers)
    return AnswerTable(tuple(cells), answers.groups, answers.lines, answers.notes)
