"""An Excel workbook (.xlsx) -> its visible sheets, with the cells that hold no plain value."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from catalog.cells.inert import APOSTROPHE
from catalog.tables.said import Said, Sentence, TableProblems, sentence
from catalog.tables.sheet import Place, Sheet

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Excel up to 2003, and every workbook with a password."""
MOST_ROWS, MOST_COLUMNS = 2000, 300
LARGEST = 200 << 20
"""Bytes that a workbook may unpack to."""
VISIBLE = "visible"
_RETURN = re.compile("_x000D_\n?")
_MARKUP = re.compile(r"'+<r>.*</r>", re.DOTALL)


def read_workbook(data: bytes, table: str) -> tuple[list[Sheet], list[Sheet], list[Said]]:
    """The visible sheets, the hidden ones with anything in them, and notes. Raises TableProblems."""
    # Late: only who has a workbook needs it.
    from openpyxl import load_workbook

    if data.startswith(OLE):
        raise TableProblems([sentence("old_excel", Place(table))])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(one.file_size for one in packed.infolist()) > LARGEST:
                raise TableProblems([sentence("too_large", Place(table))])
        with warnings.catch_warnings():
            # What openpyxl does not keep (validation, print areas) matters to who writes a workbook, not here.
            warnings.simplefilter("ignore", UserWarning)
            book = load_workbook(io.BytesIO(data))
    except TableProblems:
        raise
    except Exception as error:
        # A broken workbook breaks openpyxl in any way: archive, XML, a part or a number that is not there.
        raise TableProblems([sentence("not_excel", Place(table))]) from error
    large = [
        sentence("too_many_rows", Place(table, one.title), n=one.max_row, most=MOST_ROWS)
        for one in book.worksheets
        if one.sheet_state == VISIBLE and one.max_row > MOST_ROWS and _filled(one)
    ]
    if large:
        raise TableProblems(large)
    shown = [_sheet(one, table) for one in book.worksheets if one.sheet_state == VISIBLE]
    hidden = [_sheet(one, table) for one in book.worksheets if one.sheet_state != VISIBLE]
    notes: list[Said] = [
        note for one in book.worksheets if one.sheet_state == VISIBLE for note in _hidden_rows(one, table)
    ]
    return [one for one in shown if one.rows], [one for one in hidden if one.rows], notes


def _filled(sheet: Worksheet) -> bool:
    """Whether the rows beyond the most hold anything: a format alone makes a sheet long, too."""
    return any(True for cell in _cells(sheet) if cell.row > MOST_ROWS)


def _cells(sheet: Worksheet) -> Iterator[Cell]:
    """The cells that hold something, whatever size the sheet claims."""
    for cell in list(sheet._cells.values()):
        if cell.value is not None and cell.column <= MOST_COLUMNS:
            yield cell


def _sheet(sheet: Worksheet, table: str) -> Sheet:
    rows: dict[int, dict[int, str]] = {}
    faults: dict[tuple[int, int], str] = {}
    for cell in _cells(sheet):
        if cell.row > MOST_ROWS:
            continue
        text = _text(cell)
        if text.strip():
            rows.setdefault(cell.row, {})[cell.column] = text
        if (fault := _fault(cell)) is not None:
            faults[cell.row, cell.column] = fault
    for merged in sheet.merged_cells.ranges:
        if merged.min_row <= MOST_ROWS:
            faults[merged.min_row, merged.min_col] = f"merged {merged.coord}"
    return Sheet(table, sheet.title, {number: _row(rows[number]) for number in sorted(rows)}, faults)


def _row(cells: dict[int, str]) -> tuple[str, ...]:
    return tuple(cells.get(column, "") for column in range(1, max(cells) + 1))


def _fault(cell: Cell) -> str | None:
    if cell.data_type == "f":
        return "formula"
    if cell.data_type == "e":
        return "error_cell"
    return "date_cell" if isinstance(cell.value, (date, time, timedelta)) else None


def _text(cell: Cell) -> str:
    value = cell.value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str):
        text = _RETURN.sub("\n", value)
        return text.removeprefix(APOSTROPHE) if _MARKUP.fullmatch(text) else text
    return str(value)


def _hidden_rows(sheet: Worksheet, table: str) -> Iterator[Sentence]:
    """Rows that a filter or a hand has hidden are read all the same, as Excel's own CSV has them."""
    hidden = [number for number, row in sheet.row_dimensions.items() if row.hidden and number <= MOST_ROWS]
    if hidden:
        yield sentence("hidden_rows", Place(table, sheet.title, min(hidden)), n=len(hidden))
