"""Scores a file of answers into a file of results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import numpy as np
import polars as pl
from numpy.typing import NDArray

from catalog.questionnaire.assessment import Assessment
from scoring.rule.key import scoring_key
from scoring.rule.matrix import Scores, score_matrix
from scoring.rule.pomp import Responses
from scoring.tables.outcome import result_columns, result_table
from scoring.tables.said import Sentence, says
from scoring.tables.table import read_answers
from scoring.tables.write import check_target, write_table


def score_file(
    assessment: Assessment, source: Path, target: Path, note: Callable[[Sentence], None] = lambda _: None
) -> int:
    """Scores ``source`` into ``target`` (CSV, Excel or Parquet by its ending) and returns the number of rows.

    ``note`` is called with each thing that was seen and did not hinder. Raises TableProblem for what concerns the whole
    file, BadCells for cells that are no answers, NotWritten for ``target``; then it is left as it was.
    """
    check_target(source, target)
    columns = result_columns(assessment)
    answers = read_answers(assessment, source, columns, kept=columns)
    for sentence in answers.notes:
        note(sentence)
    groups = [(group.form, group.rows, group.responses) for group in answers.groups] or [_nobody(assessment)]
    scores = _in_order([rows for _, rows, _ in groups], [score_matrix(assessment, f, r) for f, _, r in groups])
    results = result_table(assessment, scores)
    changed = write_table(results.select(*answers.carried, pl.all()), target)
    if changed:
        note(says("made_inert", columns=", ".join(f"{name} ({count})" for name, count in changed.items())))
    return len(answers)


def _nobody(assessment: Assessment) -> tuple[str, NDArray[np.int64], Responses]:
    """A table without rows, which is scored to one without rows."""
    key = scoring_key(assessment, next(iter(assessment.forms)))
    return key.form, np.zeros(0, dtype=np.int64), np.zeros((0, len(key.columns)), dtype=np.int8)


def _in_order(places: list[np.ndarray[tuple[int], np.dtype[np.int64]]], parts: list[Scores]) -> Scores:
    """The scores of several forms, each row back at its place."""
    if len(parts) == 1:
        return parts[0]
    back = np.argsort(np.concatenate(places), kind="stable")
    return Scores(
        **{
            field.name: np.concatenate([getattr(part, field.name) for part in parts], axis=-1)[..., back]
            for field in fields(Scores)
        }
    )
