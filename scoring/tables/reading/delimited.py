"""A text of separated cells -> a raw table: with polars where the text is plain, with Python's csv where it is not."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np
import polars as pl

from scoring.tables.reading.header import SEPARATORS, USUAL, TextHeader, text_header
from scoring.tables.reading.raw import Lines, RawTable, numbered, text_frame
from scoring.tables.said import Sentence, TableProblem, says

HEAD = 1 << 20
"""Bytes in which the header is looked for."""
UNCLOSED = "unexpected end of data"


def read_delimited(data: bytes, known: Collection[str], source: Path) -> RawTable:
    """``data``: UTF-8. Raises TableProblem naming every line with too many cells, or the one with an open quote."""
    head = text_header(data[:HEAD].decode("utf-8", errors="ignore"), known)
    notes = []
    if head.separator not in USUAL:
        notes.append(says("separated", source=source, separator=says(SEPARATORS[head.separator])))
    if head.below and head.found:
        notes.append(says("above_header", source=source, line=head.line))
    frame = _plain(data, head)
    if frame is None:
        return _careful(data.decode("utf-8"), head, source).with_notes(*notes)
    return RawTable(head.cells, frame, lambda: _first_lines(frame, head.lines), tuple(notes))


def _plain(data: bytes, head: TextHeader) -> pl.DataFrame | None:
    """The rows as polars reads them; None where it might read them otherwise than they are meant.

    As many separators as the rows' cells need: so no row is too long or short, and no quotation mark has swallowed one.
    """
    separator = head.separator.encode()
    start = len(data[:HEAD].decode("utf-8", errors="ignore")[: head.end].encode())
    rows = data[start:].rstrip(b"\r\n")
    schema = {str(place): pl.String for place in range(len(head.cells))}
    if not rows:
        return pl.DataFrame(schema=schema)
    if len(separator) > 1 or not data[:start].endswith(b"\n") or rows.count(b"\r") != rows.count(b"\r\n"):
        return None
    if rows.count(b'"') % 2:
        return None
    try:
        frame = pl.read_csv(rows, has_header=False, schema=schema, separator=head.separator)
    except pl.exceptions.PolarsError:
        # Which line is at fault, and why, is found by the careful reading.
        return None
    return frame if rows.count(separator) == len(frame) * (len(head.cells) - 1) else None


def _first_lines(frame: pl.DataFrame, before: int) -> Lines:
    """The line that each row begins in: the line breaks inside the cells above it count, too."""
    breaks = pl.sum_horizontal(pl.all().str.count_matches("\n").fill_null(0))
    inside = frame.select(breaks.alias("breaks"))["breaks"].to_numpy().astype(np.int64)
    return np.asarray(before + 1 + np.arange(len(frame)) + np.cumsum(inside) - inside, dtype=np.int64)


def _careful(text: str, head: TextHeader, source: Path) -> RawTable:
    rows, begins = _rows(text[head.end :], head, source)
    columns = len(head.cells)
    rows = [_cut(row, columns) for row in rows]
    _check_widths(rows, begins, head, source)
    short = [line for row, line in zip(rows, begins, strict=True) if len(row) < columns and any(map(str.strip, row))]
    notes = (says("too_few", source=source, lines=numbered(short)),) if short else ()
    return RawTable(head.cells, text_frame(rows, columns), lambda: np.array(begins, dtype=np.int64), notes)


def _rows(text: str, head: TextHeader, source: Path) -> tuple[list[list[str]], list[int]]:
    """The rows and the line that each begins in. Raises TableProblem for a quotation mark out of its place."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=head.separator, strict=True)
    rows: list[list[str]] = []
    begins: list[int] = []
    before = 0
    try:
        for row in reader:
            rows.append(row)
            begins.append(head.lines + before + 1)
            before = reader.line_num
    except csv.Error as error:
        # A cell beyond the reader's longest is one that nothing closes, too.
        code = "open_quote" if str(error) == UNCLOSED or "limit" in str(error) else "text_after_quote"
        line = before + 1 if code == "open_quote" else reader.line_num
        raise TableProblem(says(code, f"{source}:{head.lines + line}")) from None
    return rows, begins


def _cut(row: list[str], columns: int) -> list[str]:
    """Without the empty cells beyond the header: some programs end each row with a separator."""
    return row[:columns] if len(row) > columns and not any(map(str.strip, row[columns:])) else row


def _check_widths(rows: Sequence[Sequence[str]], begins: Sequence[int], head: TextHeader, source: Path) -> None:
    columns, separator = len(head.cells), says(SEPARATORS[head.separator])
    filled = [(row, line) for row, line in zip(rows, begins, strict=True) if any(map(str.strip, row))]
    if columns > 1 and filled and all(len(row) == 1 for row, _ in filled):
        others = [one for one in SEPARATORS if one != head.separator and filled[0][0][0].count(one) == columns - 1]
        if others:
            place = f"{source}:{filled[0][1]}"
            raise TableProblem(says("other_separator", place, found=says(SEPARATORS[others[0]]), separator=separator))
    wrong = [(len(row), line) for row, line in filled if len(row) > columns]
    if len(wrong) > 2 and len(wrong) == len(filled) and len({width for width, _ in wrong}) == 1:
        raise TableProblem(says("all_too_many", f"{source}:{head.line}", more=wrong[0][0] - columns, columns=columns))
    if wrong:
        raise TableProblem(_too_many(width, columns, separator, f"{source}:{line}") for width, line in wrong)


def _too_many(width: int, columns: int, separator: Sentence, place: str) -> Sentence:
    return says("too_many", place, n=width, columns=columns, separator=separator)
