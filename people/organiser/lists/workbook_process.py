"""The program that reads one Excel file: bytes in, rows as JSON out. It knows nothing of the site.

Alone, because the reader lays out every cell between the first and the last one: five kilobytes with a value in the
last cell of a sheet ask for hundreds of gigabytes, and end the process that asks.
"""

from __future__ import annotations

import io
import json
import sys
from datetime import date, datetime, time
from typing import Any

MOST_COLUMNS = 60


def read(data: bytes, most_rows: int) -> dict[str, Any]:
    """``rows``: [row of the sheet from 1, texts of its cells] of the first visible sheet with anything in it."""
    from python_calamine import SheetTypeEnum, SheetVisibleEnum, load_workbook

    book = load_workbook(io.BytesIO(data))
    shown = [
        one.name
        for one in book.sheets_metadata
        if one.visible == SheetVisibleEnum.Visible and one.typ == SheetTypeEnum.WorkSheet
    ]
    filled = [(name, sheet) for name in shown if (sheet := book.get_sheet_by_name(name)).end is not None]
    if not filled:
        return {"fault": "empty"}
    name, sheet = filled[0]
    rows: list[tuple[int, list[str]]] = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [text(cell) for cell in row[:MOST_COLUMNS]]
        if any(cell.strip() for cell in cells):
            rows.append((number, cells))
        if len(rows) > most_rows:
            return {"fault": "too_many_lines"}
    return {"sheet": name, "others": [other for other, _ in filled[1:]], "rows": rows}


def text(value: object) -> str:
    """What a cell shows, without its number format: 5.0 is ``5``, a day is ``2026-11-28``."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


if __name__ == "__main__":
    try:
        found = read(sys.stdin.buffer.read(), int(sys.argv[1]))
    except Exception:
        found = {"fault": "damaged"}
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))
