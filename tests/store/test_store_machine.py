"""Any order of operations against a model of plain dicts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from store import Answer, Scores, SheetFinished, SheetGone, Store, Token, open_store
from tests.store.moments import DAY, NOW, Clock

SCORES = Scores("clear", "role", 50.5, {"a_score": 0.1})
ITEMS = st.sampled_from(["q1", "q2", "q3"])
CODES = st.one_of(st.none(), st.integers(1, 5), st.sampled_from(["a", "b"]))
SAVES = st.lists(st.builds(Answer, ITEMS, CODES, st.integers(NOW, NOW + 4), st.integers(0, 2)), max_size=3)
PLACES = st.one_of(st.none(), st.tuples(st.sampled_from(["p1", "p2"]), st.integers(NOW, NOW + 4)))


@dataclass
class ModelSheet:
    updated: int
    answers: dict[str, Answer] = field(default_factory=dict)
    place: tuple[int, str] = (0, "")
    finished: int | None = None


@dataclass
class Person:
    """``tokens``: a device's token -> (last noted use, expiry)."""

    tokens: dict[Token, tuple[int, int]]
    sheets: list[ModelSheet]


class Sheets(RuleBasedStateMachine):
    url: str
    clock: Clock

    def __init__(self) -> None:
        super().__init__()
        self.clock = Clock()
        self.store: Store = open_store(self.url, clock=self.clock)
        self.people: list[Person] = []
        self.gone: list[Token] = []
        self.sent: list[tuple[Token, list[Answer], Any]] = []

    def teardown(self) -> None:
        for person in self.people:
            for token in list(person.tokens)[:1]:
                if self.alive(person, token):
                    self.store.forget(token)
        self.store.close()

    def alive(self, person: Person, token: Token) -> bool:
        return bool(person.sheets) and person.tokens[token][1] > self.clock.now

    def device(self, data: st.DataObject) -> tuple[Person, Token]:
        person = data.draw(st.sampled_from(self.people))
        return person, data.draw(st.sampled_from(list(person.tokens)))

    def use(self, person: Person, token: Token) -> None:
        if self.clock.now - person.tokens[token][0] >= 3_600_000:
            person.tokens[token] = (self.clock.now, self.clock.now + 400 * DAY)

    def drop(self, person: Person) -> None:
        self.gone += person.tokens
        self.people.remove(person)

    @rule()
    def begin(self) -> None:
        token, _ = self.store.begin("roles", "1.0.0", "ab", "full", "ja")
        now = self.clock.now
        self.people.append(Person({token: (now, now + 400 * DAY)}, [ModelSheet(now)]))

    @precondition(lambda self: self.people)
    @rule(data=st.data(), answers=SAVES, place=PLACES)
    def save(self, data: st.DataObject, answers: list[Answer], place: Any) -> None:
        person, token = self.device(data)
        self.sent.append((token, answers, place))
        self.write(person, token, answers, place)

    @precondition(lambda self: self.sent)
    @rule(data=st.data())
    def save_once_more(self, data: st.DataObject) -> None:
        token, answers, place = data.draw(st.sampled_from(self.sent))
        for person in self.people:
            if token in person.tokens:
                self.write(person, token, answers, place)

    def write(self, person: Person, token: Token, answers: list[Answer], place: Any) -> None:
        def send() -> None:
            position, moment = place or (None, None)
            self.store.save(token, answers, position=position, moment=moment)

        if not self.alive(person, token):
            with pytest.raises(SheetGone):
                send()
            return
        sheet = person.sheets[-1]
        after = dict(sheet.answers)
        for answer in answers:
            if answer.item not in after or answer.rank > after[answer.item].rank:
                after[answer.item] = answer
        if sheet.finished is not None and after != sheet.answers:
            with pytest.raises(SheetFinished):
                send()
            return
        send()
        self.use(person, token)
        placed = max(sheet.place, (place[1], place[0])) if place else sheet.place
        if (after, placed) != (sheet.answers, sheet.place):
            sheet.answers, sheet.place, sheet.updated = after, placed, self.clock.now

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def second_device(self, data: st.DataObject) -> None:
        person, token = self.device(data)
        if self.alive(person, token):
            new = self.store.exchange(self.store.resume_link(token))
            self.use(person, token)
            person.tokens[new] = (self.clock.now, self.clock.now + 400 * DAY)

    @precondition(lambda self: self.people)
    @rule(data=st.data(), what=st.sampled_from(["finish", "reopen", "again", "start_anew"]))
    def turn(self, data: st.DataObject, what: str) -> None:
        person, token = self.device(data)
        act: Callable[..., Any] = getattr(self.store, what)
        arguments = (token, SCORES) if what == "finish" else (token,)
        if not self.alive(person, token):
            with pytest.raises(SheetGone):
                act(*arguments)
            return
        act(*arguments)
        self.use(person, token)
        sheet, now = person.sheets[-1], self.clock.now
        if what == "finish" and sheet.finished is None:
            sheet.finished = sheet.updated = now
        elif what == "reopen":
            sheet.finished, sheet.updated = None, now
        elif what in ("again", "start_anew") and sheet.finished is not None:
            person.sheets.append(ModelSheet(now))
        elif what == "start_anew":
            person.sheets[-1] = ModelSheet(now)

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def forget(self, data: st.DataObject) -> None:
        person, token = self.device(data)
        if self.alive(person, token):
            proof = self.store.forget(token)
            assert (proof.sheets, proof.remaining) == (len(person.sheets), 0)
            assert proof.answers == sum(len(sheet.answers) for sheet in person.sheets)
            self.drop(person)

    @precondition(lambda self: self.people)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        person, token = self.device(data)
        others = [other for other in person.tokens if other != token and self.alive(person, other)]
        # Links stay alive for a day and would keep the sheets too; this rule is about devices.
        if self.alive(person, token) and others:
            assert self.store.leave(token).kept
            del person.tokens[token]
            self.gone.append(token)

    @rule(days=st.integers(1, 40))
    def time_passes(self, days: int) -> None:
        self.clock.now += days * DAY

    @rule()
    def purge(self) -> None:
        self.store.purge()
        now = self.clock.now
        for person in list(self.people):
            person.sheets = [
                sheet
                for sheet in person.sheets
                if (sheet.updated >= now - 30 * DAY if sheet.finished is None else sheet.finished >= now - 365 * DAY)
            ]
            for token in [token for token, (_, expires) in person.tokens.items() if expires <= now]:
                del person.tokens[token]
                self.gone.append(token)
            if not person.sheets or not person.tokens:
                self.drop(person)

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = open_store(self.url, clock=self.clock)

    @invariant()
    def the_store_is_as_the_model(self) -> None:
        for person in self.people:
            for token in person.tokens:
                if not self.alive(person, token):
                    assert self.store.sheet(token) is None
                    continue
                history = self.store.history(token)
                assert self.store.sheet(token) == history[-1]
                assert [sheet.answers for sheet in history] == [sheet.answers for sheet in person.sheets]
                assert [sheet.position or "" for sheet in history] == [sheet.place[1] for sheet in person.sheets]
                for kept, sheet in zip(history, person.sheets, strict=True):
                    assert (kept.state == "finished") is (sheet.finished is not None)
                    assert kept.scores == (SCORES if sheet.finished is not None else None)
                attempts = [sheet.attempt for sheet in history]
                assert attempts == sorted(set(attempts))

    @invariant()
    def what_is_gone_stays_gone(self) -> None:
        for token in self.gone[-5:]:
            assert self.store.sheet(token) is None


def run(url: str, examples: int, steps: int) -> None:
    machine = type("Machine", (Sheets,), {"url": url})
    checks = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=checks)


def test_any_order_of_operations_on_sqlite(tmp_path: Path) -> None:
    run(f"sqlite:///{tmp_path}/fit.db", examples=60, steps=30)


def test_any_order_of_operations_on_postgresql(postgres_place: str) -> None:
    run(postgres_place, examples=15, steps=25)
