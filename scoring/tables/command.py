"""Scores a file of answers into a file of results."""

from __future__ import annotations

import os
import tempfile
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
from scoring.tables.said import Sentence, TableProblem, says
from scoring.tables.table import read_answers

PARQUET = ".parquet"


def score_file(
    assessment: Assessment, source: Path, target: Path, note: Callable[[Sentence], None] = lambda _: None
) -> int:
    """Scores ``source`` into ``target`` (CSV, or Parquet by the file's ending) and returns the number of rows.

    ``note`` is called with each thing that was seen and did not hinder. Raises TableProblem for what concerns the whole
    file, BadCells for cells that are no answers; then ``target`` is left as it was.
    """
    columns = result_columns(assessment)
    answers = read_answers(assessment, source, columns, kept=columns)
    for sentence in answers.notes:
        note(sentence)
    groups = [(group.form, group.rows, group.responses) for group in answers.groups] or [_nobody(assessment)]
    scores = _in_order([rows for _, rows, _ in groups], [score_matrix(assessment, f, r) for f, _, r in groups])
    results = result_table(assessment, scores)
    _write(results.select(*answers.carried, pl.all()), target)
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


def _write(table: pl.DataFrame, target: Path) -> None:
    """Under another name first, so that nobody ever finds half a table."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise TableProblem(says("cannot_write", target=target, reason=error.strerror)) from error
    os.close(handle)
    unfinished = Path(name)
    try:
        if target.suffix.lower() == PARQUET:
            table.write_parquet(unfinished)
        else:
            table.write_csv(unfinished)
        unfinished.chmod(0o666 & ~_umask())
        unfinished.replace(target)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise TableProblem(says("cannot_write", target=target, reason=error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
