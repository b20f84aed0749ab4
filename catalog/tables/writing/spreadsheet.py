"""Sheets as a file that spreadsheets open: a workbook, a CSV file or a folder of them. No cell is ever a formula."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from catalog.cells.inert import excel_text, kept
from catalog.tables.layout import ITEMS
from catalog.tables.said import TableProblems, sentence
from catalog.tables.sheet import Place
from catalog.tables.writing.sheets import Cell, OutSheet
from catalog.whole_file import whole_file

WORKBOOK, DELIMITED = (".xlsx",), (".csv", ".tsv", ".txt")
LONGEST = 32_767
"""Characters in a cell of Excel."""
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MARK = "#FFF2B3"
WIDTHS = (8, 60)
BYTE_ORDER_MARK = "utf-8-sig"
"""Without one Excel takes UTF-8 for the machine's own encoding."""


def write_sheets(sheets: Sequence[OutSheet], target: Path) -> None:
    """By the ending of ``target``; any other name makes a folder of CSV files. Raises TableProblems, NotWritten."""
    suffix = target.suffix.lower()
    if suffix in WORKBOOK:
        _workbook(sheets, target)
    elif suffix in DELIMITED:
        with whole_file(target) as draft:
            _csv(next((one for one in sheets if one.kind == ITEMS), sheets[0]), draft, suffix)
    else:
        target.mkdir(parents=True, exist_ok=True)
        for sheet in sheets:
            with whole_file(target / f"{sheet.name}.csv") as draft:
                _csv(sheet, draft, ".csv")


def _csv(sheet: OutSheet, draft: Path, suffix: str) -> None:
    delimiter = "," if suffix == ".csv" else "\t"
    with draft.open("w", encoding=BYTE_ORDER_MARK, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows([_text(cell) for cell in row] for row in sheet.rows)


def _text(cell: Cell | None) -> str:
    return "" if cell is None else kept(cell) if isinstance(cell, str) else str(cell)


def _workbook(sheets: Sequence[OutSheet], target: Path) -> None:
    # Late: only who writes a workbook needs it.
    import xlsxwriter

    for sheet in sheets:
        for down, row in enumerate(sheet.rows, start=1):
            for at, cell in enumerate(row, start=1):
                if isinstance(cell, str) and len(cell) >= LONGEST:
                    place = Place(target.name, sheet.name, down, at)
                    raise TableProblems([sentence("too_long_cell", place, most=LONGEST - 1)])
    with whole_file(target) as draft:
        book = xlsxwriter.Workbook(str(draft), OPTIONS)
        plain = {"text_wrap": True, "valign": "top"}
        head = book.add_format({"bold": True, "bottom": 1, "num_format": "@"})
        # A text stays one when its cell is opened and left again.
        text = book.add_format({**plain, "num_format": "@", "quote_prefix": True})
        number = book.add_format(plain)
        marked = book.add_format({**plain, "num_format": "@", "bg_color": MARK})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.freeze_panes(1, 0)
            for at in range(len(sheet.rows[0])):
                page.set_column(at, at, _width([row[at] for row in sheet.rows if at < len(row)]))
            for down, row in enumerate(sheet.rows):
                for at, cell in enumerate(row):
                    look = head if down == 0 else marked if (down, at) in sheet.marked else text
                    if isinstance(cell, str):
                        page.write_string(down, at, excel_text(cell), look)
                    elif cell is not None:
                        page.write_number(down, at, cell, number)
                    elif (down, at) in sheet.marked:
                        page.write_blank(down, at, None, marked)
        book.close()


def _width(cells: Sequence[Cell | None]) -> int:
    longest = max((sum(1 + (not one.isascii()) for one in str(cell)) for cell in cells if cell is not None), default=0)
    return min(max(longest + 2, WIDTHS[0]), WIDTHS[1])
