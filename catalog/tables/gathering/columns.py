"""The header of a sheet: which row it is, and what each column is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.reading.document import Path
from catalog.tables.headings import ANY_LANGUAGE, asks_whether_reversed, heading, path_of
from catalog.tables.layout import ITEMS, NEEDED, Columns, columns_of
from catalog.tables.said import Said, sentence
from catalog.tables.sheet import Sheet

LOOKED_AT = 20
"""A title and its remarks above the header take a few rows; no header is looked for further down."""
KEYED: Path = ("keyed",)


@dataclass(frozen=True, slots=True)
class Column:
    """``asks_reversed``: 1 means "-" here."""

    path: Path
    heading: str
    asks_reversed: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """``columns`` by their number from 1; ``row``: the header's own."""

    row: int
    columns: Mapping[int, Column]

    def has(self, key: str) -> bool:
        return any(column.path[0] == key for column in self.columns.values())


def header_of(sheet: Sheet, kind: str) -> Header:
    """The row among the first ones with the most columns of such a sheet; the upper one of two."""
    best = Header(next(iter(sheet.rows), 1), {})
    for number, cells in list(sheet.rows.items())[:LOOKED_AT]:
        found: dict[int, Column] = {}
        for at, cell in enumerate(cells, start=1):
            column = _column(cell, kind)
            if column is not None:
                found[at] = column
        if len(found) > len(best.columns):
            best = Header(number, found)
    return best


def fits(header: Header, kind: str) -> bool:
    return bool(NEEDED.get(kind)) and all(header.has(key) for key in NEEDED[kind])


def _column(cell: str, kind: str) -> Column | None:
    if not cell.strip():
        return None
    if kind == ITEMS and asks_whether_reversed(cell):
        return Column(KEYED, cell.strip(), asks_reversed=True)
    known, word = columns_of(kind)
    path = path_of(cell, known, word)
    return None if path is None else Column(path, cell.strip())


def check_header(sheet: Sheet, header: Header, kind: str, language: str) -> tuple[list[Said], list[Said]]:
    """What is wrong with the header, all at once, and what is not read."""
    problems: list[Said] = []
    seen: dict[Path, int] = {}
    for at, column in header.columns.items():
        if column.path in seen:
            first = sheet.place(header.row, seen[column.path]).cell
            problems.append(sentence("heading_twice", sheet.place(header.row, at), heading=column.heading, first=first))
        seen.setdefault(column.path, at)
    titles = sheet.rows.get(header.row, ())
    below = [(number, cells) for number, cells in sheet.rows.items() if number > header.row]
    unread: list[str] = []
    for at in range(1, max((len(cells) for _, cells in below), default=0) + 1):
        title = titles[at - 1].strip() if at <= len(titles) else ""
        filled = next((number for number, cells in below if at <= len(cells) and cells[at - 1].strip()), None)
        if at not in header.columns and filled is not None:
            if title:
                unread.append(title)
            else:
                problems.append(sentence("no_heading", sheet.place(header.row, at), cell=sheet.place(filled, at).cell))
    missing = [key for key in NEEDED.get(kind, ("key",)) if not header.has(key)]
    known, word = columns_of(kind)
    if missing:
        code = "missing_column_unread" if unread else "missing_column"
        names = [heading(_plain(key, known), language, word, bool(known.get((key,)))) for key in missing]
        where = sheet.place(header.row)
        problems.append(sentence(code, where, headings=", ".join(names), unread=", ".join(unread)))
    notes: list[Said] = [
        sentence("reversed_read", sheet.place(header.row, at), heading=column.heading)
        for at, column in header.columns.items()
        if column.asks_reversed
    ]
    if unread and not missing:
        notes.append(sentence("unread_columns", sheet.place(header.row), headings=", ".join(unread)))
    return problems, notes


def _plain(key: str, known: Columns) -> Path:
    return (key, "ja") if known.get((key,)) else (key,)


def in_language(header: Header, language: str) -> Header:
    """Columns of texts that name no language are in ``language``."""
    return Header(
        header.row,
        {
            at: Column((*one.path[:-1], language), one.heading, one.asks_reversed)
            if one.path[-1] == ANY_LANGUAGE
            else one
            for at, one in header.columns.items()
        },
    )


def languages_of(header: Header, kind: str) -> list[str]:
    """The languages that the sheet's texts name, in the order of the columns."""
    known, word = columns_of(kind)
    texts = [one.path for one in header.columns.values() if known.get(one.path[:-1]) or one.path[0] == word]
    return [language for language in dict.fromkeys(str(path[-1]) for path in texts) if language]
