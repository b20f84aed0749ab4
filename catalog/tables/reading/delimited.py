"""A text of separated cells -> one sheet: CSV as Excel saves it in any country, or cells as Excel copies them."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from catalog.cells.encoding import NotDecoded, utf8_text
from catalog.cells.inert import as_it_was
from catalog.tables.reading.workbook import MOST_ROWS
from catalog.tables.said import Said, TableProblems, sentence
from catalog.tables.sheet import Place, Sheet

SEPARATORS = "\t,;"
"""Where two would do as well, the first one."""
LOOKED_AT = 20
"""A title and remarks above the header take a few rows."""
_SEP = re.compile(r"[\"']?sep=([^\r\n])[\"']?[,;\t ]*(\r\n|\r|\n)", re.IGNORECASE)
NO_TABLE = re.compile(rb"\s*(<!doctype|<html|<\?xml|<table|%PDF-|\{\s*[\"}]|\[\s*[{\[\]])", re.IGNORECASE)


def read_delimited(data: bytes, table: str, name: str = "") -> tuple[Sheet, list[Said]]:
    """The sheet, and a note where the text was in another encoding than UTF-8. Raises TableProblems."""
    try:
        found = utf8_text(data)
    except NotDecoded as error:
        raise TableProblems([sentence(error.fault, Place(table, name, error.line or 0))]) from None
    if NO_TABLE.match(found.data):
        raise TableProblems([sentence("no_table", Place(table, name))])
    text = found.data.decode("utf-8")
    named = _SEP.match(text)
    separator = named[1] if named else _separator(text)
    rows, before = {}, 1 if named else 0
    reader = csv.reader(
        io.StringIO(text[named.end() :] if named else text, newline=""), delimiter=separator, strict=True
    )
    number = before
    try:
        for cells in reader:
            number += 1
            if any(map(str.strip, cells)):
                rows[number] = tuple(as_it_was(re.sub("\r\n?", "\n", cell)) for cell in cells)
    except csv.Error:
        raise TableProblems([sentence("bad_quote", Place(table, name, number + 1))]) from None
    if len(rows) > MOST_ROWS:
        raise TableProblems([sentence("too_many_rows", Place(table, name), n=len(rows), most=MOST_ROWS)])
    notes: list[Said] = [sentence("read_as", Place(table, name), encoding=found.encoding)] if found.encoding else []
    return Sheet(table, name, rows), notes


def _separator(text: str) -> str:
    """The one that parts the first rows most evenly, and in the most cells where two are even."""
    return max(SEPARATORS, key=lambda one: _parted(text, one))


def _parted(text: str, separator: str) -> tuple[float, int]:
    """The share of rows with the usual number of cells, if that is more than one; and the number."""
    widths: list[int] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            widths += [len(row)] if any(map(str.strip, row)) else []
            if len(widths) >= LOOKED_AT:
                break
    except csv.Error:
        pass
    usual, rows = Counter(widths).most_common(1)[0] if widths else (1, 0)
    return (rows / len(widths), usual) if usual > 1 else (0.0, 1)
