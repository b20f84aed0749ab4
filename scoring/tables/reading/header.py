"""Which line of a table is the header, and by what its cells are separated."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from scoring.tables.reading.names import holds, plain_name, read_name

LOOKED_AT = 20
"""A title and its remarks above the header take a few lines; no header is looked for further down."""
USUAL = ",;\t"
SEPARATORS = {
    ",": "comma",
    ";": "semicolon",
    "\t": "tabulator",
    "|": "bar",
    "，": "full_comma",
    "；": "full_semicolon",
    "、": "listing_comma",
    " ": "space",
}
"""What is tried, and how ``wording.yaml`` calls it. Where two find the same header, the first one."""
_SEP = re.compile(r"[\"']?sep=([^\r\n])[\"']?[,;\t ]*(\r\n|\r|\n)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """``cells`` as they stand; ``row``: its place among the rows looked at, from 0; ``found``: ids that it holds."""

    cells: tuple[str, ...]
    row: int
    found: int


@dataclass(frozen=True, slots=True)
class TextHeader:
    """A header in a text: ``line`` that it begins in, from 1; ``end``: letters before the first row; ``lines`` so far.

    ``below``: whether something stands above it.
    """

    cells: tuple[str, ...]
    separator: str
    line: int
    end: int
    lines: int
    found: int
    below: bool = False


def header_of(rows: Sequence[Sequence[str]], known: Collection[str]) -> Header:
    """The row with most ids of ``known`` among the first ones, the upper one where two hold as many.

    Where none holds any, the first row with names that come near, or else the first row with anything in it.
    """
    best, near = None, None
    below = _columns_of_ids(rows[:LOOKED_AT], known)
    for place, row in enumerate(rows[:LOOKED_AT]):
        cells = [cell for column, cell in enumerate(row) if column not in below]
        found = sum(read_name(cell) in known for cell in cells)
        if found and (best is None or found > best.found):
            best = Header(tuple(row), place, found)
        if near is None and _near(cells, known):
            near = Header(tuple(row), place, 0)
    if best or near:
        return best or near  # type: ignore[return-value]
    first = next((place for place, row in enumerate(rows) if any(cell.strip() for cell in row)), 0)
    return Header(tuple(rows[first]) if rows else (), first, 0)


def _columns_of_ids(rows: Sequence[Sequence[str]], known: Collection[str]) -> set[int]:
    """Columns in which different ids stand one below the other: a table with an answer a line has them in its rows."""
    ids: dict[int, set[str]] = {}
    for row in rows:
        for column, cell in enumerate(row):
            name = read_name(cell)
            if name in known:
                ids.setdefault(column, set()).add(name)
    return {column for column, names in ids.items() if len(names) > 1}


def text_header(head: str, known: Collection[str]) -> TextHeader:
    """The header in the beginning of a text. Excel's own first line ``sep=;`` names the separator and is no row."""
    named = _SEP.match(head)
    start, before = (named.end(), 1) if named else (0, 0)
    wished = [named[1]] if named else []
    best: TextHeader | None = None
    for separator in [*wished, *(one for one in SEPARATORS if one not in wished)]:
        records = list(_records(head[start:], separator))
        header = header_of([record for record, *_ in records], known)
        if not records:
            continue
        _, line, end, lines = records[header.row]
        below = any(any(map(str.strip, record)) for record, *_ in records[: header.row])
        tried = TextHeader(header.cells, separator, before + line, start + end, before + lines, header.found, below)
        if best is None or _rank(tried, known) > _rank(best, known):
            best = tried
    return best or TextHeader((), ",", 1, len(head), 1, 0)


def _rank(header: TextHeader, known: Collection[str]) -> tuple[int, int]:
    return header.found, 0 if header.found else _near(header.cells, known)


def _near(cells: Sequence[str], known: Collection[str]) -> int:
    """How many cells are almost an id, or hold one inside a longer name."""
    plain = {plain_name(name) for name in known}
    # A cell with separators in it is a whole row, read by another one.
    whole = (cell for cell in cells if not any(mark in cell for mark in USUAL))
    return sum(plain_name(cell) in plain or holds(cell, known) is not None for cell in whole)


def _records(text: str, separator: str) -> Iterator[tuple[list[str], int, int, int]]:
    """The first rows: cells, the line that each begins in (from 1), letters and lines up to its end."""
    ends: list[int] = []

    def counted() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            ends.append((ends[-1] if ends else 0) + len(line))
            yield line

    reader = csv.reader(counted(), delimiter=separator)
    before = 0
    try:
        for row in reader:
            yield row, before + 1, ends[reader.line_num - 1], reader.line_num
            before = reader.line_num
            if before >= LOOKED_AT:
                return
    except csv.Error:
        # A cell without end: what stands before it may still hold the header.
        return
