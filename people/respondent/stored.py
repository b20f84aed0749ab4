"""A sheet's row in the store as one session knows it, with the answers that are on their way there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from store import BadValue, Saved, Sheet, SheetChanged, SheetGone, Token, UnsavedAnswers
from store.outbox.sender import Outbox

Standing = Literal["off", "saved", "waiting", "gone", "changed", "refused"]
"""What has become of a person's answers. off: nothing is stored; waiting: some are not durable yet; gone: deleted
elsewhere; changed: begun anew elsewhere; refused: the store cannot keep them at all, so that waiting would not help."""

FINISHED = "finished"


@dataclass
class StoredSheet:
    """``row`` is as the last save gave it back. ``seq`` orders answers of the same millisecond.

    ``taken_over``: the last save whose answers this session shows. ``foreign``: another device's answers came in and
    the page has not said so yet.
    """

    token: Token
    row: Sheet
    outbox: Outbox[UnsavedAnswers]
    seq: int = 0
    taken_over: Saved | None = None
    foreign: bool = False

    @property
    def finished(self) -> bool:
        return self.row.state == FINISHED

    @property
    def standing(self) -> Standing:
        refused = self.outbox.refused
        if isinstance(refused, SheetGone):
            return "gone"
        if isinstance(refused, SheetChanged):
            return "changed"
        if isinstance(refused, BadValue):
            return "refused"
        if refused is not None or self.outbox.unsaved:
            return "waiting"
        return "saved"


def stored(token: Token, row: Sheet) -> StoredSheet:
    """A row of the store with an empty outbox."""
    return StoredSheet(token, row, Outbox(UnsavedAnswers(token, row.id)))
