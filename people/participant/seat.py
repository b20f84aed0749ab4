"""A seat in a workshop: found again by whoever holds the device's token, renamed, voted from, given up."""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Any

from people.participant.words import one_line
from people.respondent.outcome import Outcome
from store import BadValue, PublicSnapshot, Seat, Store, StoreDown, StoreError, Token
from store.process import process_store


def mine(own: Token | None) -> Seat | Outcome:
    """The seat that this device's page shows: in the newest workshop that goes on, else in the newest that ended.

    OVER: there is none; AWAY: nobody could look.
    """
    if own is None:
        return Outcome.OVER
    try:
        return process_store().seats.mine(own) or Outcome.OVER
    except StoreDown:
        return Outcome.AWAY
    except StoreError:
        return Outcome.OVER


def vote(own: Token | None, seat: Seat, question: str, choice: Any) -> Outcome:
    """In place of an earlier vote on the question. OVER: the seat is not there any more, or the workshop has ended;
    REFUSED: it cannot be kept. ``choice``: as ``teaching.quiz`` takes an answer; what is several is kept as a list.
    """
    plain = sorted(choice) if isinstance(choice, Set) else list(choice) if isinstance(choice, tuple) else choice
    return _done(own, lambda store, token: store.seats.vote(token, seat.id, question, plain))


def shown(own: Token | None, seat: Seat) -> tuple[PublicSnapshot, ...] | Outcome:
    """What the room was shown of itself, the first one first. OVER: the seat is not there any more; AWAY."""
    if own is None:
        return Outcome.OVER
    try:
        return process_store().seats.shown(own, seat.id)
    except StoreDown:
        return Outcome.AWAY
    except StoreError:
        return Outcome.OVER


def rename(own: Token | None, seat: Seat, nickname: str) -> Outcome:
    """An empty nickname takes it away."""
    return _done(own, lambda store, token: store.seats.rename(token, seat.id, one_line(nickname)))


def leave(own: Token | None, seat: Seat) -> Outcome:
    """Nickname and votes go, answers and result stay the respondent's own. Who sits again has the same seat."""
    return _done(own, lambda store, token: store.seats.leave(token, seat.id))


def _done(own: Token | None, work: Callable[[Store, Token], None]) -> Outcome:
    if own is None:
        return Outcome.OVER
    try:
        work(process_store(), own)
    except StoreDown:
        return Outcome.AWAY
    except BadValue:
        return Outcome.REFUSED
    except StoreError:
        return Outcome.OVER
    return Outcome.DONE
