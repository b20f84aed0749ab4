"""Workshops with the site's own questionnaire, and rooms of people who answered it, in a store as the site opens it."""

from __future__ import annotations

from typing import Any

from people.participant import joining
from people.trainer import workshops
from store import Seat, Snapshot, Stage, Store, Token, Workshop, WorkshopDraft
from tests.people.candidate.world import SHIPPED, answer_and_finish, organiser, store

__all__ = ["SHIPPED", "answer_and_finish", "organiser", "store"]
FILES = {SHIPPED.id: SHIPPED}
AGENDA = (
    Stage("lobby", 3),
    Stage("assessment", 6),
    Stage("picture", 8),
    Stage("discussion", 8, "far_apart"),
    Stage("check", 4, "measures/3"),
    Stage("again", 6),
    Stage("change", 4),
    Stage("wrap_up", 5, "take_along"),
)
AT = {stage.kind: number for number, stage in enumerate(AGENDA)}
ADDRESS = "192.0.2.1"


def draft(**changes: Any) -> WorkshopDraft:
    given: dict[str, Any] = {
        **{"title": "新任研修", "assessment": SHIPPED.id, "form": "quick", "language": None, "agenda": AGENDA}
    }
    return WorkshopDraft(**given | changes)


def workshop(who: Token, **changes: Any) -> Workshop:
    made = workshops.make(who, draft(**changes))
    assert isinstance(made, Workshop)
    return made


def at(who: Token, seen: Workshop, kind: str, *, anew: bool = False) -> Workshop:
    """The workshop at the stage of this kind, whatever was done to it meanwhile."""
    now = workshops.read(who, seen.id)
    assert isinstance(now, Workshop)
    moved = workshops.go(who, now, AT[kind], anew=anew)  # type: ignore[index]
    assert isinstance(moved, Workshop)
    return moved


def joined(seen: Workshop, own: Token | None = None) -> tuple[Token, Seat]:
    done = joining.sit(own, str(seen.code), ADDRESS, FILES, "ja")
    token = done.token or own
    assert done.seat is not None
    assert token is not None
    return token, done.seat


def room(store: Store, seen: Workshop, people: int, first: int = 1) -> list[tuple[Token, Seat]]:
    """People who answered everything, each in another way."""
    here = [joined(seen) for _ in range(people)]
    for turn, (token, _) in enumerate(here, first):
        answer_and_finish(store, token, turn=turn)
    return here


def ids(here: list[tuple[Token, Seat]]) -> frozenset[str]:
    return frozenset(seat.id for _, seat in here)


def kept(store: Store, who: Token, seen: Workshop) -> tuple[Snapshot, ...]:
    return store.workshops.snapshots(who, seen.id)
