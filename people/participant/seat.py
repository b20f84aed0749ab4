"""A seat in a workshop: found again by whoever holds the device's token, renamed, voted from, given up."""

from __future__ import annotations

from typing import Any

from people.respondent.outcome import Outcome
from store import Seat, Token


def mine(own: Token | None) -> Seat | Outcome:
    """The seat that this device's page shows: in the newest workshop that goes on, else in the newest that ended.

    OVER: there is none; AWAY: nobody could look.
    """
    raise NotImplementedError


def vote(own: Token | None, seat: Seat, question: str, choice: Any) -> Outcome:
    """In place of an earlier vote on the question. OVER: seat or workshop is not there any more; CHANGED: the question
    is not open now; REFUSED: it cannot be kept."""
    raise NotImplementedError


def rename(own: Token | None, seat: Seat, nickname: str) -> Outcome:
    raise NotImplementedError


def leave(own: Token | None, seat: Seat) -> Outcome:
    """The seat goes with its votes; answers and result stay the respondent's own."""
    raise NotImplementedError
