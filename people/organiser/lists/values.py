"""What reading a list gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from store import Invited

LONGEST_NAME = 80
LONGEST_ADDRESS = 254
LONGEST_REFERENCE = 100
"""In characters (code points)."""

Field = Literal["name", "family", "given", "address", "reference"]

ListFault = Literal[
    "empty",
    "too_big",
    "too_many_lines",
    "too_many_people",
    "unknown_encoding",
    "broken_text",
    "other_kind",
    "password",
    "damaged",
]
"""Why nothing of a list can be taken."""

LineFault = Literal[
    "nobody",
    "bad_address",
    "several_addresses",
    "same_address",
    "same_name",
    "invited_address",
    "invited_name",
    "long_name",
    "long_address",
    "long_reference",
    "hidden",
    "garbled",
]
"""Why a line is not taken."""


@dataclass(frozen=True, slots=True)
class LineProblem:
    """``line``: the line of the text or the row of the sheet, from 1; None where the list as a whole is at fault.

    ``values`` fill the sentence of that fault: ``first`` is the earlier line, ``found`` what stands there.
    """

    line: int | None
    fault: ListFault | LineFault
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Columns:
    """How the list was read. ``header``: its line, None where there was none.

    ``read``: the heading of each field that was found; ``unread``: headings of columns that are not kept.
    """

    header: int | None = None
    read: Mapping[Field, str] = field(default_factory=dict)
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadList:
    """``people`` stand in the ``lines`` of the same place; whoever has a problem is not among them.

    ``encoding``: of the text, "" for Excel; ``sheet``: the sheet that was read, ``other_sheets`` those with something
    in them that were not.
    """

    people: tuple[Invited, ...] = ()
    lines: tuple[int, ...] = ()
    problems: tuple[LineProblem, ...] = ()
    encoding: str = ""
    columns: Columns = field(default_factory=Columns)
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()

    @property
    def refused(self) -> LineProblem | None:
        """What keeps the whole list out, if anything does."""
        return next((problem for problem in self.problems if problem.line is None), None)
