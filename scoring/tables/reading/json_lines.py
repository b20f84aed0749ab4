"""The ``.jsonl`` of ``python -m store export`` -> a raw table as its ``.csv`` would be, without the scores."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from scoring.tables.reading.raw import RawTable, text_frame
from scoring.tables.said import TableProblem, says

ANSWERS = "answers"
SCORES = "scores"


def read_json_lines(data: bytes, source: Path) -> RawTable:
    """One finished sheet a line. Raises TableProblem for a line that is none."""
    rows: list[Mapping[str, object]] = []
    lines: list[int] = []
    for line, text in enumerate(data.decode("utf-8").split("\n"), 1):
        if text.strip():
            rows.append(_row(text, f"{source}:{line}"))
            lines.append(line)
    names = tuple({name: None for row in rows for name in row})
    cells = [[None if row.get(name) is None else str(row[name]) for name in names] for row in rows]
    return RawTable(names, text_frame(cells, len(names)), lambda: np.array(lines, dtype=np.int64))


def _row(text: str, place: str) -> Mapping[str, object]:
    try:
        sheet = json.loads(text)
    except json.JSONDecodeError:
        sheet = None
    if not isinstance(sheet, dict) or not isinstance(sheet.get(ANSWERS), dict):
        raise TableProblem(says("no_json", place))
    plain = {name: value for name, value in sheet.items() if name not in (ANSWERS, SCORES)}
    return {**plain, **sheet[ANSWERS]}
