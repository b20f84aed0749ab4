"""A workshop of the shipped questionnaire, with people in it, as pages and phones meet it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from people.respondent.editions import edition, keep_files
from people.trainer import workshops
from store import Edition, Seat, Stage, Store, Token, Workshop, WorkshopDraft
from store.workshops.rows import PASSING_MS
from tests.people.candidate.world import SHIPPED, answer_and_finish
from tests.shipped import shipped_content

CONTENT = shipped_content()
READY = CONTENT.workshops
assert READY is not None
ABOUT = {"discussion": READY.discussions[0].id, "check": READY.checks[0].id, "wrap_up": READY.polls[0].id}
POLL = READY.polls[0]
TALKED_OF = READY.discussions[0]
KINDS = ("lobby", "assessment", "own_result", "picture", "discussion", "check", "again", "change", "wrap_up")
AGENDA = tuple(Stage(kind, 5, ABOUT.get(kind, "")) for kind in KINDS)  # type: ignore[arg-type]
PLACE = {stage.kind: place for place, stage in enumerate(AGENDA)}


@dataclass(frozen=True)
class Phone:
    token: Token
    seat: Seat
    edition: Edition

    def finish(self, store: Store, turn: int) -> None:
        """Every question of the newest sheet; ``turn`` makes another person."""
        answer_and_finish(store, self.token, turn=turn)


def draft(**changes: Any) -> WorkshopDraft:
    given = WorkshopDraft(title="新任研修", assessment=SHIPPED.id, form="quick", language=None, agenda=AGENDA)
    return replace(given, **changes)


def workshop(store: Store, who: Token, **changes: Any) -> Workshop:
    return store.workshops.make(who, draft(**changes))


def code_of(made: Workshop) -> str:
    assert made.code is not None
    return made.code


def phone(store: Store, made: Workshop, nickname: str = "", language: str = "ja") -> Phone:
    """Somebody new who joined."""
    keep_files(store, SHIPPED)
    begun = edition(SHIPPED, "quick", language)
    done = store.seats.sit(code_of(made), None, begun if made.assessment else None, nickname)
    assert done.token is not None
    return Phone(done.token, done.seat, begun)


def answer(store: Store, one: Phone, question: str, choice: str) -> None:
    store.seats.vote(one.token, one.seat.id, question, choice)


def in_groups(code: str | None) -> str:
    assert code is not None
    return f"{code[:4]} {code[4:]}"


def finished(store: Store, made: Workshop, people: int) -> list[Phone]:
    """So many who have answered every question."""
    here = [phone(store, made) for _ in range(people)]
    for turn, one in enumerate(here):
        one.finish(store, 1 + turn)
    return here


def at_stage(store: Store, who: Token, made: Workshop, kind: str) -> Workshop:
    """As the panel moves it, so that phones of this process see it at once."""
    moved = workshops.go(who, store.workshops.read(who, made.id), PLACE[kind])
    assert isinstance(moved, Workshop)
    return moved


def led_through(store: Store, who: Token, made: Workshop, *kinds: str) -> None:
    """The room stays at each of these stages for as long as counts."""
    for kind in kinds:
        at_stage(store, who, made, kind)
        before = store.now
        store.now = lambda before=before: before() + PASSING_MS  # type: ignore[misc]


def leaning(store: Store, who: Token, made: Workshop, here: list[Phone], kind: str, means: tuple[int, int]) -> Workshop:
    """The room's picture or change is shown, with these two means in turn, as far to an end as can be, before and after
    alike. The workshop is already at the stage.
    """
    traits = [
        {"trait": trait.id, "mean": means[at % 2], "before": means[at % 2], "after": means[at % 2], "spread": "parted"}
        for at, trait in enumerate(SHIPPED.traits)
    ]
    verdicts = [{"kinds": ["clear", "leaning", "close"], "count": len(here)}]
    content = {"traits": traits, "verdicts": verdicts, "far": [trait.id for trait in SHIPPED.traits], "step": 5}
    seen = store.workshops.read(who, made.id)
    members = [one.seat.id for one in here]
    return store.workshops.keep(who, made.id, kind, "", members, content, seen.beat)[0]  # type: ignore[arg-type]
