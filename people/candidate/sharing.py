"""Sharing: what a candidate takes part in, the choice of what to show, its change and its withdrawal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from people.respondent.outcome import Outcome
from store import BadValue, Level, LinkOver, Participation, Share, SheetChanged, StoreDown, StoreError, Token
from store.process import process_store

__all__ = [
    "NAME_LENGTH",
    "NOTE_LENGTH",
    "Level",
    "Participation",
    "Share",
    "Sharing",
    "lines",
    "one_line",
    "participations",
    "share",
    "withdraw",
]
NAME_LENGTH, NOTE_LENGTH = 80, 1_000
# Controls and marks that turn the direction of writing: unseen themselves, they change how the rest is read.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """``share``: as it lies in the store now, where it was done."""

    outcome: Outcome
    share: Share | None = None


def participations(own: Token | None) -> tuple[Participation, ...] | None:
    """What this visitor takes part in; None while the store does not answer."""
    if own is None:
        return ()
    try:
        return process_store().participations.mine(own)
    except StoreDown:
        return None
    except StoreError:
        return ()


def share(
    own: Token | None, participation: str, level: Level, *, name: str, note: str, content: Mapping[str, Any], sheet: str
) -> Sharing:
    """Shows ``content`` in place of what was shown before. ``sheet``: the finished sheet that it was made of.

    AWAY: nothing changed; OVER: there is nobody to share with any more; CHANGED: that result is not there any more;
    TAKEN: the same personal link was shared with from another device; REFUSED: it cannot be stored.
    """
    if own is None:
        return Sharing(Outcome.OVER)
    try:
        done = process_store().participations.share(
            own, participation, level, name=one_line(name), note=lines(note), content=content, sheet=sheet
        )
    except StoreDown:
        return Sharing(Outcome.AWAY)
    except BadValue:
        return Sharing(Outcome.REFUSED)
    except SheetChanged:
        return Sharing(Outcome.CHANGED)
    except LinkOver:
        return Sharing(Outcome.TAKEN)
    except StoreError:
        return Sharing(Outcome.OVER)
    return Sharing(Outcome.DONE, done)


def withdraw(own: Token | None, participation: str) -> Outcome:
    """Takes back what was shared; nothing is left of it. AWAY: it is still there."""
    if own is None:
        return Outcome.OVER
    try:
        process_store().participations.withdraw(own, participation)
    except StoreDown:
        return Outcome.AWAY
    except StoreError:
        return Outcome.OVER
    return Outcome.DONE


def one_line(text: str) -> str:
    """A name as it is shown and stored: without what cannot be seen, on one line, not too long."""
    return " ".join(_UNSEEN.sub("", text.replace("\n", " ").replace("\t", " ")).split())[:NAME_LENGTH].strip()


def lines(text: str) -> str:
    """A note as it is shown and stored: its lines stay."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNSEEN.sub("", plain).strip()[:NOTE_LENGTH].strip()
