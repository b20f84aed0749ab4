"""Asking the store for something in an organiser's name, and what comes back where nothing was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from people.respondent.outcome import Outcome
from store import BadValue, Campaign, CampaignChanged, NotAllowed, Store, StoreDown
from store.process import process_store

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed. AWAY: the store does not answer; OVER: not there, not theirs, or they are signed out;
    CHANGED: somebody else was faster, ``current`` is what stands now; REFUSED: ``field`` cannot be kept so.
    """

    outcome: Outcome
    field: str = ""
    current: Campaign | None = None


def asked(work: Callable[[Store], T]) -> T | Refused:
    """What ``work`` gives, or why it could not. Never raises for the store's sake."""
    try:
        return work(process_store())
    except StoreDown:
        return Refused(Outcome.AWAY)
    except NotAllowed:
        return Refused(Outcome.OVER)
    except CampaignChanged as changed:
        return Refused(Outcome.CHANGED, current=changed.current)
    except BadValue as bad:
        return Refused(Outcome.REFUSED, bad.field or "")
