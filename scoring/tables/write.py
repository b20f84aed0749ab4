"""A table of results as a file: CSV, Excel or Parquet by the ending of its name, never in place of what was read."""

from __future__ import annotations

import os
from pathlib import Path

import polars as pl

from catalog.cells.inert import APOSTROPHE, FORMULA, NUMBER, inert_name
from catalog.whole_file import NotWritten, whole_file
from scoring.tables.write_excel import write_workbook

CSV, EXCEL, PARQUET = ".csv", ".xlsx", ".parquet"
ENDINGS = (CSV, EXCEL, PARQUET)


def check_target(source: Path, target: Path) -> None:
    """Raises NotWritten where ``target`` has no known ending, or is ``source`` by another path or link."""
    if ending(target) not in ENDINGS:
        raise NotWritten("wrong_ending", file=str(target), endings=", ".join(ENDINGS))
    if same_file(source, target):
        raise NotWritten("over_input", target=str(target), source=str(source))


def same_file(source: Path, target: Path) -> bool:
    """Whether both names are one file: by another spelling, a link or a hard link. A file that is not there is none."""
    try:
        return os.path.samefile(source, target)
    except OSError:
        return False


def ending(path: Path) -> str:
    return path.suffix.lower()


def write_table(table: pl.DataFrame, target: Path) -> dict[str, int]:
    """Writes the table whole or not at all; in CSV how many texts of which columns were made inert.

    CSV is UTF-8 with a byte order mark, by which Excel knows it; Excel's own cells know text from formulas by
    themselves. Raises NotWritten.
    """
    made_inert: dict[str, int] = {}
    if ending(target) == CSV:
        table, made_inert = inert_table(table)
    try:
        with whole_file(target) as draft:
            if ending(target) == PARQUET:
                table.write_parquet(draft)
            elif ending(target) == EXCEL:
                write_workbook(table, draft, target)
            else:
                table.write_csv(draft, include_bom=True)
    except pl.exceptions.PolarsError as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise NotWritten("file_not_written", file=str(target), reason=reason) from error
    return made_inert


def inert_table(table: pl.DataFrame) -> tuple[pl.DataFrame, dict[str, int]]:
    """The table with its names and its columns of text inert, and how many texts were changed by the column's old name.

    Cells that read as numbers stay what they are: columns of a CSV file are all text at first.
    """
    changed: dict[str, int] = {}
    columns: list[pl.Series] = []
    names = set(table.columns)
    for column in table.get_columns():
        cells, count = _inert_cells(column) if column.dtype == pl.String else (column, 0)
        name = inert_name(column.name)
        if name != column.name:
            while name in names:
                name = APOSTROPHE + name
            names.add(name)
            count += 1
        if count:
            changed[column.name] = count
        columns.append(cells.alias(name))
    return pl.DataFrame(columns), changed


def _inert_cells(column: pl.Series) -> tuple[pl.Series, int]:
    risky = (column.str.contains(FORMULA) & ~column.str.contains(NUMBER)).fill_null(False)
    if not risky.any():
        return column, 0
    return pl.select(pl.when(risky).then(APOSTROPHE + column).otherwise(column)).to_series(), len(risky.arg_true())
