"""Written tables, opened as those for whom they are made would open them."""

from __future__ import annotations

import csv
import io
from pathlib import Path


def as_excel_opens(path: Path) -> list[list[str]]:
    """The cells of a CSV file after a double click in a Japanese Excel: cp932 where no mark says UTF-8."""
    content = path.read_bytes()
    assert not content.startswith(b"ID"), "Excel takes this for a broken SYLK file"
    marked = content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig") if marked else content.decode("cp932", errors="replace")
    return list(csv.reader(io.StringIO(text, newline="")))


def column(rows: list[list[str]], name: str) -> list[str]:
    place = rows[0].index(name)
    return [row[place] for row in rows[1:]]
