"""Asking the store for something in a trainer's name, and what comes back where nothing was done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from people.participant import beats
from people.rehearsal.rehearsals import store_for
from people.respondent.outcome import Outcome
from store import BadValue, NotAllowed, Store, StoreDown, Token, Workshop, WorkshopChanged

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Refused:
    """Nothing was changed. AWAY: the store does not answer; OVER: not there, not theirs, or they are signed out;
    CHANGED: another trainer was faster, ``current`` is what stands now; REFUSED: ``field`` cannot be kept so.
    """

    outcome: Outcome
    field: str = ""
    current: Workshop | None = None


def asked(who: Token, work: Callable[[Store], T]) -> T | Refused:
    """What ``work`` gives in the store where ``who`` counts, or why it could not. Never raises for the store's sake."""
    try:
        return work(store_for(who))
    except StoreDown:
        return Refused(Outcome.AWAY)
    except NotAllowed:
        return Refused(Outcome.OVER)
    except WorkshopChanged as changed:
        beats.learn(changed.current.id, changed.current.beat)
        return Refused(Outcome.CHANGED, current=changed.current)
    except BadValue as bad:
        return Refused(Outcome.REFUSED, bad.field or "")


def moved(who: Token, work: Callable[[Store], Workshop]) -> Workshop | Refused:
    """As ``asked``; the room's phones in this process see the change with their next look."""
    done = asked(who, work)
    if isinstance(done, Workshop):
        beats.learn(done.id, done.beat)
    return done
