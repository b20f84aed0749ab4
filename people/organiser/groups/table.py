"""A table as it comes (pasted, CSV, Excel) -> headings and rows of cells."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Final

from people.organiser.lists.letters import same, tidy
from people.organiser.lists.read import MOST_BYTES, NO_LIST
from people.organiser.lists.text_rows import NotRead, Rows, decoded, text_rows
from people.organiser.lists.workbook import is_workbook, read_workbook

MOST_ROWS: Final = 50_000
MOST_COLUMNS: Final = 100
GROUP: Final = (
    *("グループ", "群", "集団", "区分", "属性", "カテゴリ", "カテゴリー", "性別"),
    *("group", "category", "sex", "gender"),
)
WENT_ON: Final = (
    *("進んだ", "次に進んだ", "次へ進んだ", "通過", "結果", "選考結果", "合否", "採否"),
    *("went on", "selected", "advanced", "passed", "hired", "outcome"),
)
SCORE: Final = ("得点", "点", "点数", "スコア", "適合度", "score", "points", "fit")


@dataclass(frozen=True, slots=True)
class GroupTable:
    """``headings``: the first row's cells; ``rows``: each further row with its line, as many cells as headings."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column_like(self, names: tuple[str, ...]) -> int | None:
        """The first column whose heading is one of ``names``, in whatever case and width."""
        wanted = {same(name) for name in names}
        return next((place for place, heading in enumerate(self.headings) if same(heading) in wanted), None)


@dataclass(frozen=True, slots=True)
class Unread:
    """Why nothing of a table can be taken: a fault of lists/, or "one_column", "too_many_columns"."""

    fault: str


def table_in(source: str | bytes) -> GroupTable | Unread:
    """``source``: what was pasted, or a file's bytes; what the bytes hold decides, not the file's name."""
    try:
        rows = _rows(source)
    except NotRead as refused:
        return Unread(refused.fault)
    if len(rows) < 2:
        return Unread("empty")
    headings = tuple(tidy(cell) for cell in rows[0][1])
    while headings and not headings[-1]:
        headings = headings[:-1]
    if len(headings) < 2:
        return Unread("one_column")
    if len(headings) > MOST_COLUMNS:
        return Unread("too_many_columns")
    return GroupTable(headings, tuple((line, _fitted(cells, len(headings))) for line, cells in rows[1:]))


def _rows(source: str | bytes) -> Rows:
    size = len(source.encode("utf-8", "replace")) if isinstance(source, str) else len(source)
    if size > MOST_BYTES:
        raise NotRead("too_big")
    if isinstance(source, bytes):
        if is_workbook(source):
            return read_workbook(source, MOST_ROWS).rows
        if NO_LIST.match(source.removeprefix(codecs.BOM_UTF8)):
            raise NotRead("other_kind")
        source = decoded(source)[0]
    if source.count("\n") + source.count("\r") > 2 * MOST_ROWS:
        raise NotRead("too_many_lines")
    rows = text_rows(source)
    if len(rows) > MOST_ROWS:
        raise NotRead("too_many_lines")
    return rows


def _fitted(cells: list[str], width: int) -> tuple[str, ...]:
    return tuple(tidy(cell) for cell in (*cells, *[""] * width)[:width])
