"""The organisers' door: in by a name and a password, out in every tab and on every device at once."""

from __future__ import annotations

from dataclasses import dataclass

from people.respondent.outcome import Outcome
from store import NotAllowed, StoreDown, Token
from store.organisers.passwords import hash_of_password, is_password, is_stale
from store.process import process_store


@dataclass(frozen=True, slots=True)
class Entry:
    """DONE: ``token`` is the new session's. REFUSED: name or password is wrong, which of them is not told; or, with
    ``wait_ms``, it is too early for another attempt and nothing was looked at. AWAY: the store does not answer.
    """

    outcome: Outcome
    token: Token | None = None
    wait_ms: int = 0


def sign_in(name: str, password: str, address: str, before: Token | None = None) -> Entry:
    """A new session for the right password, whatever session the browser had (``before``), which ends.

    ``address``: where the attempt comes from, as the server knows it. An unknown name takes the same work as a known
    one.
    """
    try:
        organisers = process_store().organisers
        wait = organisers.try_at_door(address, name)
        if wait:
            return Entry(Outcome.REFUSED, wait_ms=wait)
        found = organisers.by_name(name)
        organiser, hashed = found if found is not None else (None, None)
        if not is_password(hashed, password) or organiser is None or hashed is None:
            return Entry(Outcome.REFUSED)
        organisers.succeeded_at_door(address, name)
        if is_stale(hashed):
            organisers.rehash(organiser.id, hashed, hash_of_password(password))
        token = organisers.open_session(organiser.id)
        _end(before)
        return Entry(Outcome.DONE, token)
    except NotAllowed:
        return Entry(Outcome.REFUSED)  # Taken away between the look and the session.
    except StoreDown:
        return Entry(Outcome.AWAY)


def sign_in_with_ticket(ticket: str, before: Token | None = None) -> Entry:
    """A new session for a ticket, which is used up. REFUSED: it opens nothing, or nothing any more."""
    try:
        token = process_store().organisers.open_ticket(Token(ticket))
        _end(before)
        return Entry(Outcome.DONE, token)
    except NotAllowed:
        return Entry(Outcome.REFUSED)
    except StoreDown:
        return Entry(Outcome.AWAY)


def sign_out(token: Token | None) -> Outcome:
    """Ends every session of the organiser. OVER: nobody was signed in; AWAY: nothing has ended."""
    if token is None:
        return Outcome.OVER
    try:
        process_store().organisers.sign_out(token)
    except NotAllowed:
        return Outcome.OVER
    except StoreDown:
        return Outcome.AWAY
    return Outcome.DONE


def _end(before: Token | None) -> None:
    if before is not None:
        process_store().organisers.close_session(before)


def has_passwords() -> bool:
    """Whether anybody could come in by a password; so it is said, too, while nobody can look."""
    try:
        return process_store().organisers.any_password()
    except StoreDown:
        return True
