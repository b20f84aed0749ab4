"""Whatever people do: any two pictures rest on the same people or differ by three, and none on fewer than five."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from people.respondent.editions import edition
from people.trainer import asking, workshops
from people.trainer.choices import Asked
from people.trainer.pictures import Shown, take
from scoring.told.group import FEWEST, NEWCOMERS
from store import Scores, Store, Token, Workshop, open_store, scores_of
from tests.examples import examples
from tests.people.candidate.world import SHIPPED, organiser, result_of
from tests.people.trainer.world import AT, draft
from tests.store.moments import Clock

QUICK = edition(SHIPPED, "quick", "ja")
VOTED_ON = {"check": "measures/3", "wrap_up": "take_along"}
MATERIAL: dict[str, dict[str, Any]] = {
    **{kind: {"assessment": SHIPPED} for kind in ("picture", "change")},
    **{kind: {"question": Asked("single", ("a", "b", "c"))} for kind in VOTED_ON},
}
SHOWN = st.sampled_from(("picture", "picture", *MATERIAL))
DONE = st.sampled_from(("come", "come", "leave", "delete", "answer again", "reopen", "vote", "nothing"))


@cache
def scored(turn: int) -> Scores:
    return scores_of(result_of("quick", turn))


@dataclass
class Person:
    """Somebody with a phone; who deletes everything is nobody any more, and comes back as somebody else."""

    token: Token
    seat: str
    here: bool = True


@dataclass
class Room:
    store: Store
    clock: Clock
    who: Token
    seen: Workshop
    people: list[Person] = field(default_factory=list)
    pictures: list[frozenset[str]] = field(default_factory=list)
    turn: int = 0

    def do(self, done: str, number: int) -> None:
        """``number``: who does it, or how many."""
        person = self.people[number % len(self.people)] if self.people else None
        if done == "come":
            for _ in range(1 + number % 4):
                self.join()
        elif done == "vote":
            here = [one for one in self.people if one.here]
            for at, one in enumerate(here[number % 4 :]):
                self.store.seats.vote(
                    one.token, one.seat, VOTED_ON["check" if number % 2 else "wrap_up"], "abc"[at % 3]
                )
        elif person is not None and done == "leave":
            if person.here:
                self.store.seats.leave(person.token, person.seat)
            else:
                assert self.store.seats.sit(str(self.seen.code), person.token, QUICK).seat.id == person.seat
            person.here = not person.here
        elif person is not None and done == "delete":
            self.store.rights.forget(person.token)
            self.people.remove(person)
        elif person is not None and done == "reopen":
            sheet = self.store.sheets.reopen(person.token)
            assert sheet.state == "open"
        elif done == "answer again":
            self.go("again")
            for one in self.people[number % 3 :]:
                self.store.sheets.again(one.token, QUICK)
                self.finish(one)

    def join(self) -> None:
        done = self.store.seats.sit(str(self.seen.code), None, QUICK)
        assert done.token is not None
        self.people.append(Person(done.token, done.seat.id))
        self.finish(self.people[-1])

    def finish(self, person: Person) -> None:
        self.clock.now += 1000
        self.turn += 1
        self.store.sheets.finish(person.token, scored(self.turn % 30))

    def show(self, kind: str, anew: bool) -> None:
        self.go(kind, anew=anew)
        done = take(self.who, self.seen, **MATERIAL[kind])
        if isinstance(done, Shown):
            self.seen = done.workshop
            self.check(done.snapshot.members)

    def check(self, rests_on: frozenset[str]) -> None:
        assert rests_on <= {one.seat for one in self.people if one.here}
        assert len(rests_on) >= FEWEST
        for before in self.pictures:
            assert rests_on == before or len(rests_on ^ before) >= NEWCOMERS
        self.pictures.append(rests_on)

    def go(self, kind: str, *, anew: bool = False) -> None:
        self.clock.now += 1000
        moved = workshops.go(self.who, self.seen, AT[kind], anew=anew)  # type: ignore[index]
        assert isinstance(moved, Workshop)
        self.seen = moved


@contextmanager
def a_room() -> Iterator[Room]:
    clock = Clock()
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:///{Path(folder) / 'fit.db'}", clock=clock)
        try:
            with mock.patch.object(asking, "process_store", return_value=store):
                who = organiser(store)
                made = workshops.make(who, draft(hours=12))
                assert isinstance(made, Workshop)
                yield Room(store, clock, who, made)
        finally:
            store.close()


@settings(max_examples=examples(100), deadline=None)
@given(
    people=st.integers(4, 9),
    steps=st.lists(st.tuples(DONE, st.integers(0, 40), SHOWN, st.booleans()), min_size=12, max_size=24),
)
def test_pictures_of_a_room(people: int, steps: list[tuple[str, int, str, bool]]) -> None:
    with a_room() as room:
        for _ in range(people):
            room.join()
        for done, number, kind, anew in steps:
            room.do(done, number)
            room.show(kind, anew)


def test_the_check_would_notice() -> None:
    """Six, then one of them and nobody new: what the rule is there for."""
    with a_room() as room:
        for _ in range(6):
            room.join()
        seats = [one.seat for one in room.people]
        room.check(frozenset(seats))
        for wrong in (seats[:5], seats[:4]):
            try:
                room.check(frozenset(wrong))
            except AssertionError:
                continue
            raise RuntimeError("it was not noticed")
