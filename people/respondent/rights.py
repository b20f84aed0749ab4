"""A respondent's rights over what is stored: see it, delete it, let go of it on this device."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from people.respondent.outcome import Arrival, Outcome
from store import Deletion, Retention, SheetGone, StoreDown, StoreError, Token, retention
from store.process import process_store


def how_long() -> Retention:
    """How many days what is stored is kept. Raises BadSetting."""
    return retention()


def everything(token: Token | None) -> Mapping[str, Any] | None:
    """All that is stored about the visitor, ready for JSON, empty where nothing is; None while the store is away."""
    try:
        return {} if token is None else process_store().rights.export(token)
    except SheetGone:
        return {}
    except StoreDown:
        return None


def delete_everything(token: Token | None) -> Deletion | Outcome:
    """Deletes all of it, with the proof. OVER: there was nothing; AWAY: nothing was deleted."""
    if token is None:
        return Outcome.OVER
    try:
        return process_store().rights.forget(token)
    except SheetGone:
        return Outcome.OVER
    except StoreDown:
        return Outcome.AWAY


def leave(token: Token | None) -> Arrival:
    """Not my answers: this device forgets them. ``token`` of the outcome: a link's, for the way back, where needed."""
    if token is None:
        return Arrival(Outcome.DONE)
    try:
        return Arrival(Outcome.DONE, process_store().devices.leave(token).back)
    except StoreDown:
        return Arrival(Outcome.AWAY)
    except StoreError:
        return Arrival(Outcome.DONE)  # The token opens nothing any more; what is left to do is the cookie.
