"""A list as it comes -> whom to invite, and every line that needs a look; all at once, nothing half."""

from __future__ import annotations

import codecs
import re

from people.organiser.lists.checks import check_lines
from people.organiser.lists.headings import layout
from people.organiser.lists.rows_read import columns_of, people_in
from people.organiser.lists.text_rows import NotRead, Rows, decoded, text_rows
from people.organiser.lists.values import LineProblem, ReadList
from people.organiser.lists.workbook import Sheet, is_workbook, read_workbook

MOST_BYTES = 2 << 20
MOST_LINES = 20_000
NO_LIST = re.compile(rb"\s*(<!doctype|<html|<\?xml|<table|%PDF-|\{\\rtf)", re.IGNORECASE)
"""A page saved under a table's name, as some systems offer it for Excel; a PDF."""


def read_list(source: str | bytes) -> ReadList:
    """``source``: what was pasted, or a file's bytes; what the bytes hold decides, not the file's name.

    Never raises: whatever keeps a list from being read is a problem without a line.
    """
    try:
        size = len(source.encode("utf-8", "replace")) if isinstance(source, str) else len(source)
        if size > MOST_BYTES:
            raise NotRead("too_big", most=MOST_BYTES >> 20)
        if isinstance(source, str):
            return _read(_rows(source))
        if is_workbook(source):
            sheet = read_workbook(source, MOST_LINES)
            return _read(sheet.rows, sheet=sheet)
        if NO_LIST.match(source.removeprefix(codecs.BOM_UTF8)):
            raise NotRead("other_kind")
        text, encoding = decoded(source)
        return _read(_rows(text), encoding)
    except NotRead as refused:
        return ReadList(problems=(LineProblem(None, refused.fault, refused.values),))


def _rows(text: str) -> Rows:
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        raise NotRead("too_many_lines", most=MOST_LINES)
    rows = text_rows(text)
    if len(rows) > MOST_LINES:
        raise NotRead("too_many_lines", most=MOST_LINES)
    return rows


def _read(rows: Rows, encoding: str = "", sheet: Sheet | None = None) -> ReadList:
    found = layout(rows)
    people, lines, problems = check_lines(people_in(rows, found))
    if not people and not problems:
        raise NotRead("empty")
    return ReadList(
        people,
        lines,
        problems,
        encoding,
        columns_of(rows, found),
        sheet.name if sheet else "",
        sheet.others if sheet else (),
    )
