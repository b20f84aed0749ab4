"""Who is signed in, as far as a browser says: asked of the store each time, never remembered as true."""

from __future__ import annotations

from dataclasses import dataclass

from people.respondent.outcome import Outcome
from store import NotAllowed, Organiser, StoreDown, Token
from store.process import process_store


@dataclass(frozen=True, slots=True)
class Signed:
    """A session that is alive, and whose it is. Every operation asks for the token and checks it once more."""

    token: Token
    organiser: Organiser


def signed_with(secret: str | None) -> Signed | Outcome:
    """``secret``: what stands in the browser's cookie. OVER: nobody is signed in; AWAY: nobody could look."""
    if not secret:
        return Outcome.OVER
    token = Token(secret)
    try:
        return Signed(token, process_store().organisers.who_is(token))
    except NotAllowed:
        return Outcome.OVER
    except StoreDown:
        return Outcome.AWAY
