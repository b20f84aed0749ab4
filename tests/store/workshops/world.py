"""A trainer, a workshop and people with phones that most tests of workshops begin with."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from store import Answer, Scores, Seat, Snapshot, Stage, Store, Token, Workshop, WorkshopDraft
from tests.store.moments import NOW, ROLES

SCORES = Scores("clear", "role", 50.5, {"a_score": 0.1})
AGENDA = (
    Stage("lobby", 3),
    Stage("assessment", 6),
    Stage("own_result", 3),
    Stage("picture", 8),
    Stage("discussion", 8, "far_apart"),
    Stage("check", 4, "measures/3"),
    Stage("again", 6),
    Stage("change", 4),
    Stage("wrap_up", 5, "take_along"),
)
PLACE = {stage.kind: number for number, stage in enumerate(AGENDA)}
HOUR = 3_600_000


def draft(**changes: Any) -> WorkshopDraft:
    given = WorkshopDraft(title="新任研修", assessment="roles", form="full", language=None, agenda=AGENDA)
    return replace(given, **changes)


def trainer(store: Store, name: str = "Sato") -> Token:
    """A session of the organiser of this name, who is made where there is none."""
    return store.organisers.open_session(store.organisers.put(name, None).id)


def begun(store: Store, who: Token, **changes: Any) -> Workshop:
    return store.workshops.make(who, draft(**changes))


def code_of(workshop: Workshop) -> str:
    assert workshop.code is not None
    return workshop.code


def seated(store: Store, workshop: Workshop, nickname: str = "") -> tuple[Token, Seat]:
    """Somebody new with a phone."""
    done = store.seats.sit(code_of(workshop), None, ROLES, nickname)
    assert done.token is not None
    return done.token, done.seat


def finish(store: Store, token: Token, score: float = 0.1) -> None:
    """Their newest sheet, with an answer and this score."""
    store.sheets.save(token, [Answer("q1", 1, NOW)])
    store.sheets.finish(token, replace(SCORES, columns={"a_score": score}))


def room(store: Store, workshop: Workshop, people: int) -> list[tuple[Token, Seat]]:
    """People who have all finished."""
    here = [seated(store, workshop, f"n{number}") for number in range(people)]
    for number, (token, _) in enumerate(here):
        finish(store, token, number / 10)
    return here


def shown(store: Store, who: Token, workshop: Workshop, here: list[tuple[Token, Seat]]) -> tuple[Workshop, Snapshot]:
    """The picture of these people, on the projector."""
    seen = store.workshops.read(who, workshop.id)
    seen = store.workshops.go(who, workshop.id, PLACE["picture"], seen.beat)
    members = [seat.id for _, seat in here]
    return store.workshops.keep(who, workshop.id, "picture", "", members, {"mean": [55]}, seen.beat)
