"""A file, a folder of CSV files or what was pasted -> sheets, by what the bytes are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.tables.reading.delimited import read_delimited
from catalog.tables.reading.workbook import OLE, ZIP, read_workbook
from catalog.tables.said import Said, TableProblems, sentence
from catalog.tables.sheet import Place, Sheet

ENDINGS = (".csv", ".tsv", ".txt")
WORKBOOK = b"xl/workbook"


@dataclass(frozen=True, slots=True)
class ReadTable:
    """``hidden``: sheets that are not read, because their author has hidden them."""

    sheets: Sequence[Sheet]
    hidden: Sequence[Sheet] = ()
    notes: Sequence[Said] = ()


def read_table(source: Path) -> ReadTable:
    """Raises TableProblems for what is missing, empty, broken or no table."""
    table = source.name or str(source)
    if source.is_dir():
        return _folder(source)
    try:
        data = source.read_bytes()
    except FileNotFoundError:
        raise TableProblems([sentence("no_table_file", Place(str(source)))]) from None
    except OSError:
        raise TableProblems([sentence("unreadable_table", Place(str(source)))]) from None
    return read_bytes(data, table)


def read_bytes(data: bytes, table: str) -> ReadTable:
    """What a file of the name ``table`` holds, or what was pasted. Raises TableProblems."""
    if data.startswith((ZIP, OLE)):
        if data.startswith(ZIP) and WORKBOOK not in data:
            raise TableProblems([sentence("no_table", Place(table))])
        shown, hidden, notes = read_workbook(data, table)
        return _unless_empty(ReadTable(shown, hidden, notes), table)
    sheet, said = read_delimited(data, table)
    return _unless_empty(ReadTable([sheet] if sheet.rows else [], notes=said), table)


def _folder(folder: Path) -> ReadTable:
    sheets: list[Sheet] = []
    notes: list[Said] = []
    problems: list[Said] = []
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() in ENDINGS and path.is_file() and not path.name.startswith("."):
            try:
                sheet, said = read_delimited(path.read_bytes(), folder.name, path.stem)
            except TableProblems as found:
                problems += found.said
            else:
                sheets += [sheet] if sheet.rows else []
                notes += said
    if problems:
        raise TableProblems(problems)
    return _unless_empty(ReadTable(sheets, notes=notes), folder.name)


def _unless_empty(read: ReadTable, table: str) -> ReadTable:
    if not read.sheets:
        raise TableProblems([sentence("hidden_only" if read.hidden else "empty_table", Place(table))])
    return read
