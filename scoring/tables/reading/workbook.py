"""An Excel workbook (.xlsx) -> a raw table: the first sheet with answers, each cell as the text that it stands for."""

from __future__ import annotations

import io
import warnings
from collections.abc import Collection
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np

from scoring.tables.reading.header import header_of
from scoring.tables.reading.raw import RawTable, text_frame
from scoring.tables.said import TableProblem, listed, says

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet
    from openpyxl.worksheet.worksheet import Worksheet

VISIBLE = "visible"


def read_workbook(data: bytes, known: Collection[str], source: Path) -> RawTable:
    """Hidden sheets are passed over, hidden rows are read, as Excel's own CSV has them. Raises TableProblem."""
    rows_of = {name: rows for name, rows in _sheets(data, source).items() if any(any(row) for row in rows)}
    headers = {name: header_of(rows, known) for name, rows in rows_of.items()}
    with_items = [name for name, header in headers.items() if header.found]
    if not rows_of:
        raise TableProblem(says("empty", source=source))
    chosen = with_items[0] if with_items else next(iter(rows_of))
    header, rows = headers[chosen], rows_of[chosen]
    notes = []
    if len(with_items) > 1:
        notes.append(says("sheet_of", source=source, sheet=chosen, others=listed(with_items[1:], 3)))
    elif len(rows_of) > 1:
        notes.append(says("sheet", source=source, sheet=chosen))
    if header.found and any(any(row) for row in rows[: header.row]):
        notes.append(says("above_header", source=source, line=header.row + 1))
    below = rows[header.row + 1 :]
    # A cell beyond the header is a column without a name, as in a text whose header ends with separators.
    columns = max([len(header.cells), *(len(row) for row in below)])
    names = (*header.cells, *[""] * (columns - len(header.cells)))
    first = header.row + 2
    return RawTable(names, text_frame(below, columns), lambda: np.arange(first, first + len(below)), tuple(notes))


def _sheets(data: bytes, source: Path) -> dict[str, list[list[str]]]:
    """The visible sheets' rows without empty cells and rows at their ends."""
    # Late: only who has a workbook needs it.
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What openpyxl does not keep (validation, print areas) matters to who writes a workbook, not here.
            warnings.simplefilter("ignore", UserWarning)
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            return {sheet.title: _rows(sheet) for sheet in book.worksheets if sheet.sheet_state == VISIBLE}
    except Exception as error:
        # A broken workbook breaks openpyxl in any way: archive, XML, a part or a number that is not there.
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise TableProblem(says("not_excel", source=source, reason=reason)) from error


def _rows(sheet: Worksheet) -> list[list[str]]:
    # The size that a file claims is often wrong; without it openpyxl reads what is there.
    cast("ReadOnlyWorksheet", sheet).reset_dimensions()
    rows: list[list[str]] = []
    filled = 0
    for cells in sheet.iter_rows(values_only=True):
        row = [_text(cell) for cell in cells]
        while row and not row[-1]:
            row.pop()
        rows.append(row)
        filled = len(rows) if row else filled
    return rows[:filled]


def _text(value: object) -> str:
    """What a cell shows, without its number format: 5.0 is ``5``, a day is ``2026-11-28``."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
