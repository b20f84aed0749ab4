"""What a route tells the page that it sends the browser to, in the address: one place for both sides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

Query = Mapping[str, str]

STORE_AWAY: Final = {"kept": "down"}
LINK_OVER: Final = {"link": "over"}
LINK_ASK: Final = {"link": "ask"}
LEFT: Final = {"left": "1"}
LEFT_WITH_A_WAY_BACK: Final = {"left": "back"}
OWN_RESULT: Final = {"own": "result"}
"""An invitation was taken up by somebody who has a finished result of the same version."""
DOOR_OVER: Final = {"door": "over"}
DIGITS = 9


def said(notice: Query, query: Query) -> bool:
    """Whether the address carries the notice."""
    return all(query.get(name) == value for name, value in notice.items())


@dataclass(frozen=True, slots=True)
class Deleted:
    """How much a deletion took away, and what a look afterwards still found (``remaining``)."""

    sheets: int = 0
    answers: int = 0
    remaining: int = 0
    entries: int = 0

    def query(self) -> dict[str, str]:
        parts = {"gone": f"{self.sheets}-{self.answers}-{self.remaining}"}
        return parts | ({"learned": str(self.entries)} if self.entries else {})


def deleted(query: Query) -> Deleted | None:
    """The deletion that an address tells of; None for an address that tells of none, or is not ours."""
    counts = query.get("gone", "").split("-")
    if len(counts) != 3 or not all(_is_count(count) for count in counts):
        return None
    entries = query.get("learned", "")
    sheets, answers, remaining = (int(count) for count in counts)
    return Deleted(sheets, answers, remaining, int(entries) if _is_count(entries) else 0)


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= DIGITS
