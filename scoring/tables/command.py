"""Scores a file of answers into a file of results."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import polars as pl

from catalog.questionnaire.assessment import Assessment
from scoring.rule.matrix import Scores, score_matrix
from scoring.tables.outcome import result_columns, result_table
from scoring.tables.table import BadCell, TableProblem, check_columns, forms_of, responses_of

PARQUET = ".parquet"


@dataclass(frozen=True, slots=True)
class BadCells(Exception):
    """Every cell that is no answer, by row and column; ``lines`` says where each stands in the file."""

    lines: tuple[str, ...]


def score_file(assessment: Assessment, source: Path, target: Path) -> int:
    """Scores ``source`` into ``target`` (CSV, or Parquet by the file's ending) and returns the number of rows.

    Raises TableProblem for what concerns the whole file, BadCells for cells that are no answers; then ``target`` is
    left as it was.
    """
    table = read_table(source)
    check_columns(assessment, table.columns, result_columns(assessment))
    forms, bad = forms_of(assessment, table)
    groups = []
    for form in assessment.forms:
        rows = (forms == form).arg_true().to_numpy().astype(np.int64)
        if len(rows) or form == next(iter(assessment.forms)):
            responses, wrong = responses_of(assessment, form, table, rows)
            groups.append((form, rows, responses))
            bad += wrong
    if bad:
        raise BadCells(where_bad(source, table, bad))
    scores = _in_order([rows for _, rows, _ in groups], [score_matrix(assessment, f, r) for f, _, r in groups])
    carried = [
        column for column in table.columns if column not in assessment.item and column not in assessment.scenario
    ]
    results = result_table(assessment, scores)
    _write(results.select(*(table[column] for column in carried), pl.all()), target)
    return len(table)


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


def read_table(source: Path) -> pl.DataFrame:
    try:
        if source.suffix.lower() == PARQUET:
            return pl.read_parquet(source)
        return pl.read_csv(source, infer_schema=False)
    except FileNotFoundError:
        raise TableProblem(f"There is no file {source}.") from None
    except pl.exceptions.NoDataError:
        raise TableProblem(f"{source} is empty. Its first line should name the columns.") from None
    except (OSError, pl.exceptions.PolarsError) as error:
        kind = "Parquet" if source.suffix.lower() == PARQUET else "CSV in UTF-8"
        reason = (str(error).splitlines() or ["unreadable"])[0]
        raise TableProblem(f"{source} cannot be read as {kind}: {reason}") from error


def _write(table: pl.DataFrame, target: Path) -> None:
    """Under another name first, so that nobody ever finds half a table."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as error:
        raise TableProblem(f"{target} cannot be written: {error.strerror}") from error
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
        raise TableProblem(f"{target} cannot be written: {error}") from error
    finally:
        unfinished.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def where_bad(source: Path, table: pl.DataFrame, bad: list[BadCell]) -> tuple[str, ...]:
    """``IN:line:column: …`` of each bad cell; a row's line counts the line breaks inside the cells above it."""
    lines = _first_lines(source, table)
    ordered = sorted(bad, key=lambda cell: (cell.row, table.columns.index(cell.column)))
    return tuple(f"{source}:{lines[cell.row]}:{cell.column}: {cell.what}" for cell in ordered)


def _first_lines(source: Path, table: pl.DataFrame) -> list[int]:
    if source.suffix.lower() == PARQUET:
        return list(range(1, len(table) + 1))
    breaks = pl.sum_horizontal(pl.all().str.count_matches("\n").fill_null(0))
    inside = table.select(breaks.alias("breaks"))["breaks"].to_numpy().astype(np.int64)
    header = sum(column.count("\n") for column in table.columns)
    lines: list[int] = (2 + header + np.arange(len(table)) + np.cumsum(inside) - inside).tolist()
    return lines
