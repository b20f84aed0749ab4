"""Sheets -> an Excel workbook. Texts are written as texts, so that no cell is ever a formula or a link."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time

import xlsxwriter

from catalog.cells.inert import excel_text
from charts.label import ems
from charts.palette import PALETTES
from reports.tables.tables import Cell, Table

WIDEST, NARROWEST = 60.0, 8.0
WRAPPED = frozenset(
    (
        "text",
        "answer",
        "meaning",
        "name",
        "note",
        "headline",
        "further",
        "warning",
        "flags",
        "ask",
        "low_end",
        "high_end",
        "rule",
        "title",
    )
)
FONT = "Yu Gothic"
TENTHS = {("contributions", "shown")}


def workbook(tables: Sequence[Table], on: date) -> bytes:
    """The file's bytes; ``on`` is its date of creation, so that the same sheets give the same bytes."""
    packed = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(packed, options)
    # Noon: written as UTC, it is the same day in a viewer's own zone, too.
    book.set_properties({"created": datetime.combine(on, time(12))})
    paper = PALETTES["light"]
    base = {"font_name": FONT, "font_size": 10, "valign": "top"}
    head = book.add_format(
        base
        | {"bold": True, "font_color": paper.card, "bg_color": paper.accent, "text_wrap": True, "valign": "vcenter"}
    )
    plain = book.add_format(base)
    folded = book.add_format(base | {"text_wrap": True})
    tenths = book.add_format(base | {"num_format": "0.0"})
    for name, sheet in zip(sheet_names([sheet.title for sheet in tables]), tables, strict=True):
        page = book.add_worksheet(name)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
        for at, (column, title) in enumerate(zip(sheet.columns, sheet.titles, strict=True)):
            page.write_string(0, at, excel_text(title), head)
            cells = [str(row[at]) for row in sheet.rows if row[at] is not None]
            page.set_column(at, at, _width([title, *cells], column))
            look = tenths if (sheet.id, column) in TENTHS else folded if column in WRAPPED else plain
            for down, row in enumerate(sheet.rows, start=1):
                _write(page, down, at, row[at], look)
    book.close()
    return packed.getvalue()


def sheet_names(titles: Sequence[str]) -> list[str]:
    """One name a title as Excel allows it: 31 characters, none of ``[]:*?/\\``, each its own in any case of letters."""
    names: list[str] = []
    taken = {"history"}
    for number, title in enumerate(titles, start=1):
        name = re.sub(r"[\[\]:*?/\\\x00-\x1f]", "_", title)[:31].strip("' ")
        while not name or name.casefold() in taken:
            name = f"{name[:27]}_{number}"
        taken.add(name.casefold())
        names.append(name)
    return names


def _write(page: xlsxwriter.worksheet.Worksheet, down: int, at: int, cell: Cell, look: object) -> None:
    if isinstance(cell, str):
        page.write_string(down, at, excel_text(cell), look)
    elif cell is not None:
        page.write_number(down, at, cell, look)


def _width(texts: Sequence[str], column: str) -> float:
    """Excel counts digits; an em of Japanese is about two of them."""
    widest = max(ems(text) for text in texts) * 1.9 + 3
    return min(max(widest, NARROWEST), WIDEST if column in WRAPPED else WIDEST / 2)
