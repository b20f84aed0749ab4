"""Who is of which group and who went on, out of the two columns that the organiser chose."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeVar

from people.organiser.groups.table import GroupTable
from people.organiser.lists.letters import same
from scoring.impact.table import above_median

YES: Final = frozenset(
    (
        *("はい", "有", "あり", "進んだ", "進む", "通過", "合格", "採用", "内定", "○", "◯", "〇", "✓", "✔", "✅", "1"),
        *("yes", "y", "true", "t", "wenton", "selected", "advanced", "pass", "passed", "hired"),
    )
)
"""As ``same`` gives them. What may mean either, a cross in Latin letters or "declined", is in neither list."""
NO: Final = frozenset(
    (
        *(
            "いいえ",
            "無",
            "なし",
            "進まなかった",
            "進まない",
            "不通過",
            "不合格",
            "不採用",
            "見送り",
            "×",
            "✕",
            "✖",
            "✗",
            "✘",
            "❌",
        ),
        *("0", "no", "n", "false", "f", "notselected", "rejected", "fail", "failed"),
    )
)
NUMBER: Final = re.compile(r"[+-]?\d{1,12}(\.\d{1,12})?")
MOST_GROUPS: Final = 50
"""More of them are no groups: names, or a column of numbers."""
SHOWN: Final = 40
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Misread:
    """A cell that is neither yes nor no, or no number. ``line``: from 1."""

    line: int
    found: str


@dataclass(frozen=True, slots=True)
class Counted:
    """``groups`` and ``selected`` have an entry a person; ``left_out``: rows without an entry in the second column.

    ``misread``: where it is not empty, nothing is to be concluded from the rest. ``too_many``: more groups than any
    table of groups has, so that the wrong column was chosen.
    """

    groups: tuple[str, ...]
    selected: tuple[bool, ...]
    left_out: int
    misread: tuple[Misread, ...] = ()
    too_many: bool = False


def who_went_on(table: GroupTable, group: int, column: int) -> Counted:
    """``group``, ``column``: places of the two columns."""
    return _counted(table, group, column, _yes_or_no, lambda answers: tuple(answers))


def who_scored_above_median(table: GroupTable, group: int, column: int) -> Counted:
    """Above the median of all scores in the table, as New York City counts."""
    return _counted(table, group, column, _number, above_median)


def _counted(
    table: GroupTable,
    group: int,
    column: int,
    read: Callable[[str], T | None],
    judge: Callable[[list[T]], tuple[bool, ...]],
) -> Counted:
    spelled: dict[str, str] = {}
    groups: list[str] = []
    values: list[T] = []
    misread: list[Misread] = []
    left_out = 0
    for line, cells in table.rows:
        if not cells[column]:
            left_out += 1
            continue
        value = read(same(cells[column]))
        if value is None:
            misread.append(Misread(line, cells[column][:SHOWN]))
            continue
        values.append(value)
        # One group, however it is written; shown as it is written first.
        groups.append(spelled.setdefault(same(cells[group]), cells[group]))
    too_many = len(spelled) > MOST_GROUPS
    selected = () if misread or too_many else judge(values)
    return Counted(tuple(groups), selected, left_out, tuple(misread), too_many)


def _yes_or_no(cell: str) -> bool | None:
    return True if cell in YES else False if cell in NO else None


def _number(cell: str) -> float | None:
    plain = cell.replace("−", "-")
    value = float(plain) if NUMBER.fullmatch(plain) else math.nan
    return None if math.isnan(value) else value
