"""Workbooks as people send them, made by openpyxl, which writes what XlsxWriter would not: formulas, merged cells."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook

from catalog.tables.importing import Imported, import_table
from catalog.tables.reading.read import read_bytes
from catalog.tables.said import TableProblems

NOW = datetime(2026, 11, 29, 9, 30)
HEAD = ["id", "特性", "向き", "日本語", "英語"]
CALM = [
    ["calm_1", "calm", "+", "落ち着いている。", "I am calm."],
    ["calm_2", "calm", "-", "あわてやすい。", "I panic."],
]
Rows = Sequence[Sequence[object]]


def book(sheets: Mapping[str, Rows], then: Callable[[Workbook], object] = lambda _: None) -> bytes:
    """``then``: what else somebody did to it."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    then(made)
    packed = io.BytesIO()
    made.save(packed)
    return packed.getvalue()


def items(rows: Rows, head: Sequence[object] = HEAD) -> dict[str, Rows]:
    return {"質問": [head, *rows]}


def imported(data: bytes, folder: Path, language: str = "ja", *, replace: bool = False) -> Imported:
    return import_table(read_bytes(data, "t.xlsx"), folder, language, replace=replace, now=NOW)


def refused(data: bytes, folder: Path, language: str = "ja", *, replace: bool = False) -> list[str]:
    """What is said of a table that cannot be taken; nothing may have been written."""
    before = sorted(folder.rglob("*")) if folder.exists() else None
    try:
        imported(data, folder, language, replace=replace)
    except TableProblems as found:
        assert (sorted(folder.rglob("*")) if folder.exists() else None) == before
        return [one.in_language(language) for one in found.said]
    raise AssertionError("taken")


def facets(traits: int = 30, each: int = 4) -> bytes:
    """A workbook as a psychologist may have it: 120 items of 30 facets in Japanese and English, nothing else."""
    rows = [
        [f"f{trait}_{n}", f"facet_{trait}", "+-"[n % 2], f"面{trait}についての文{n}。", f"Item {n} of facet {trait}."]
        for n in range(each)
        for trait in range(traits)
    ]
    return book(items(rows))
