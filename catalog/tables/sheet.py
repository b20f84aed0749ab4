"""A sheet as it was read: rows of texts with the places that a spreadsheet knows them by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of ``table`` (a file's name), by its sheet ("" where there is but one) and row and column from 1.

    Without a row it is the whole sheet or table.
    """

    table: str
    sheet: str = ""
    row: int = 0
    column: int = 1

    @property
    def cell(self) -> str:
        """``C12``."""
        letters, rest = "", self.column
        while rest:
            rest, digit = divmod(rest - 1, 26)
            letters = chr(ord("A") + digit) + letters
        return f"{letters}{self.row}"

    def __str__(self) -> str:
        sheet = f"{self.table}[{self.sheet}]" if self.sheet else self.table
        return f"{sheet}:{self.cell}" if self.row else sheet


@dataclass(frozen=True, slots=True)
class Sheet:
    """``rows`` by their number in the sheet, from 1; rows without anything in them are left out.

    ``faults``: cells that hold what no text is, by their place: a formula, an error, a date, a merged range.
    """

    table: str
    name: str
    rows: Mapping[int, tuple[str, ...]]
    faults: Mapping[tuple[int, int], str] = field(default_factory=dict)

    def place(self, row: int = 0, column: int = 1) -> Place:
        return Place(self.table, self.name, row, column)
