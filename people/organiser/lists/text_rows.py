"""A text, pasted or from a file, -> rows of cells with their lines."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from catalog.cells.encoding import NotDecoded, utf8_text
from catalog.cells.inert import APOSTROPHE, inert
from people.organiser.lists.values import ListFault

Rows = list[tuple[int, list[str]]]
"""Each row with its line, from 1. Rows without anything in them are left out."""

SEPARATORS = "\t,;，；、"
"""What may stand between the cells; where two would do as well, the first one."""
LOOKED_AT = 50_000
"""Characters."""
SEP = re.compile(r"[\"']?sep=(.)[\"']?\s*", re.IGNORECASE)
MORE_THAN_A_NAME = re.compile(r"[\d@＠]")
UNMARKED = "UTF-8"
FAULTS: dict[str, ListFault] = {"broken_utf8": "broken_text", "no_table": "other_kind"}


class NotRead(Exception):
    """The list as a whole cannot be read: why, and in which line where that is known."""

    def __init__(self, fault: ListFault, **values: object) -> None:
        super().__init__(fault)
        self.fault, self.values = fault, values


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding. Raises NotRead where no encoding is certain.

    UTF-8; UTF-16 and UTF-32 by their mark; CP932 (as Excel in Japan saves CSV) where its reading is Japanese.
    """
    try:
        found = utf8_text(data)
    except NotDecoded as error:
        raise NotRead(FAULTS.get(error.fault, "unknown_encoding"), found=str(error.line or "")) from None
    if b"\0" in found.data:
        raise NotRead("other_kind")
    return found.data.decode("utf-8"), found.encoding or UNMARKED


def text_rows(text: str) -> Rows:
    """The cells of each line. A cell that was made inert for a spreadsheet is as it was before."""
    text = text.removeprefix("\ufeff")
    named = SEP.match(text)
    separator, before = (named[1], 1) if named else (_separator(text), 0)
    rows = _rows(text[named.end() :] if named else text, separator)
    filled = [(line + before, cells) for line, cells in rows if any(cell.strip() for cell in cells)]
    usual = Counter(len(cells) for _, cells in filled if len(cells) > 1).most_common(1)
    if usual and not named:
        filled = [(line, _parted_otherwise(cells, usual[0][0])) for line, cells in filled]
    return [(line, [_as_it_was(cell) for cell in cells]) for line, cells in filled]


def _parted_otherwise(cells: list[str], usual: int) -> list[str]:
    """A line among others that is parted by another separator than theirs, such as one copied from a spreadsheet.

    No name holds a tab. The other signs may stand in a name, so they part a line only where as many cells as usual
    come of it, three or more, or one that holds more than a name.
    """
    if len(cells) >= usual:
        return cells
    by_tab = [part for cell in cells for part in cell.strip().split("\t")]
    if len(by_tab) == usual or len(by_tab) > 1 == len(cells):
        return by_tab
    for separator in SEPARATORS if len(cells) == 1 else "":
        parts = cells[0].split(separator)
        if len(parts) == usual and (usual > 2 or any(map(MORE_THAN_A_NAME.search, parts))):
            return parts
    return cells


def _separator(text: str) -> str:
    """The one that parts most of the first rows in two or more."""
    return max(SEPARATORS, key=lambda one: _parted(text[:LOOKED_AT], one))


def _parted(text: str, separator: str) -> float:
    """The share of rows with several cells. Cells in quotation marks may hold lines and separators of their own."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(row)]
    except csv.Error:
        rows = [line.split(separator) for line in text.splitlines() if line]
    return sum(len(row) > 1 for row in rows) / len(rows) if rows else 0.0


def _rows(text: str, separator: str) -> Rows:
    """As csv reads it; line by line where a quotation mark stands in its way."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows: Rows = []
    before = 0
    try:
        for cells in reader:
            rows.append((before + 1, cells))
            before = reader.line_num
    except csv.Error:
        # Somebody's nickname in quotation marks, or a name <address> from a mail: they part nothing.
        return [(number, line.split(separator)) for number, line in enumerate(re.split("\r\n|\r|\n", text), start=1)]
    return rows


def _as_it_was(cell: str) -> str:
    bare = cell[len(APOSTROPHE) :]
    return bare if cell.startswith(APOSTROPHE) and inert(bare) != bare else cell
