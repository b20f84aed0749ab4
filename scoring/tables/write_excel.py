"""A table as an Excel workbook of one sheet. Texts are written as texts: no cell is ever a formula or a link."""

from __future__ import annotations

import math
from pathlib import Path

import polars as pl
import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from catalog.cells.inert import excel_text
from catalog.whole_file import NotWritten

ROWS, COLUMNS, LONGEST = 1_048_576, 16_384, 32_767
"""What a sheet holds, and a cell: Excel's own limits."""
DIGITS = 15
"""Excel keeps so many digits of a number: a longer whole number stays a text."""
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def write_workbook(table: pl.DataFrame, draft: Path, target: Path) -> None:
    """Writes ``table`` to ``draft``, which will be ``target``. Raises NotWritten for what no sheet holds, OSError."""
    if len(table) + 1 > ROWS or table.width > COLUMNS:
        raise NotWritten("too_large_for_excel", file=str(target), rows=ROWS, columns=COLUMNS)
    cells = table.select(_excel_column(column) for column in table.get_columns())
    for column in cells.get_columns():
        longest = _longest(column) if column.dtype == pl.String else 0
        if max(longest, len(column.name)) > LONGEST:
            raise NotWritten("too_long_for_excel", file=str(target), column=column.name[:50], longest=LONGEST)
    book = xlsxwriter.Workbook(str(draft), OPTIONS)
    book.use_zip64()
    sheet = book.add_worksheet("results")
    sheet.freeze_panes(1, 0)
    head = book.add_format({"bold": True})
    for at, name in enumerate(cells.columns):
        sheet.write_string(0, at, excel_text(name), head)
    for down, row in enumerate(cells.iter_rows(), start=1):
        for at, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(down, at, excel_text(cell))
            elif isinstance(cell, bool):
                sheet.write_boolean(down, at, cell)
            elif cell is not None and math.isfinite(cell):
                sheet.write_number(down, at, cell)
    try:
        book.close()
    except FileCreateError as error:
        # The writer wraps the system's error into one of its own.
        raise error.args[0] from error


def _excel_column(column: pl.Series) -> pl.Series:
    """Numbers and truth values as they are; everything else, and whole numbers too long for Excel, as text."""
    if column.dtype.is_decimal():
        return column.cast(pl.Float64)
    if column.dtype.is_float() or column.dtype == pl.Boolean:
        return column
    if column.dtype.is_integer():
        digits = column.cast(pl.String)
        return column if _longest(digits.str.strip_prefix("-")) <= DIGITS else digits
    return column.cast(pl.String)


def _longest(column: pl.Series) -> int:
    lengths = column.str.len_chars().drop_nulls().to_numpy()
    return int(lengths.max(initial=0))
