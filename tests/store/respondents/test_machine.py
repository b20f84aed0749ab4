"""Any order of operations against a model of plain dicts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import text

from store import (
    Answer,
    BadValue,
    Edition,
    SheetChanged,
    SheetFinished,
    SheetGone,
    Store,
    Token,
    UnsavedProgress,
    open_store,
)
from store.database.connect import make_engine
from store.database.schema import REVISIONS, VERSION_TABLE
from store.operating.backup import back_up
from store.operating.purge import purge
from store.operating.restore import restore
from store.respondents.devices import MOST_LINKS
from store.respondents.values import Entry, entry_rank
from tests.examples import examples
from tests.store.model import ASSESSMENTS, ENTRIES, MADE_IN, PLACES, SAVES, SCORES, TAKEN, ModelSheet, Person
from tests.store.moments import DAY, Clock


def somebody_has_a_device(machine: Sheets) -> bool:
    return any(person.tokens for person in machine.people)


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
            held = [token for token in person.tokens if self.alive(person, token)]
            held += [self.new_device(person, link) for link in self.live_links(person)[:1] if not held]
            for token in held[:1]:
                self.store.rights.forget(token)
        self.store.close()

    def alive(self, person: Person, token: Token) -> bool:
        return person.tokens[token][1] > self.clock.now

    def device(self, data: st.DataObject) -> tuple[Person, Token]:
        person = data.draw(st.sampled_from([person for person in self.people if person.tokens]))
        return person, data.draw(st.sampled_from(list(person.tokens)))

    def live_links(self, person: Person) -> list[Token]:
        return [link for link, expires in person.links.items() if expires > self.clock.now]

    def new_device(self, person: Person, link: Token) -> Token:
        token = self.store.devices.exchange(link)
        person.tokens[token] = (self.clock.now, self.clock.now + 400 * DAY)
        return token

    def use(self, person: Person, token: Token) -> None:
        if self.clock.now - person.tokens[token][0] >= 3_600_000:
            person.tokens[token] = (self.clock.now, self.clock.now + 400 * DAY)

    def drop(self, person: Person) -> None:
        self.gone += [*person.tokens, *person.links]
        self.people.remove(person)

    @rule()
    def begin(self) -> None:
        token, sheet = self.store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))
        now = self.clock.now
        self.people.append(Person({token: (now, now + 400 * DAY)}, [ModelSheet(sheet.id, now)]))

    @rule()
    def begin_visitor(self) -> None:
        token, now = self.store.devices.begin_visitor(), self.clock.now
        self.people.append(Person({token: (now, now + 400 * DAY)}, []))

    @precondition(somebody_has_a_device)
    @rule(data=st.data(), assessment=ASSESSMENTS)
    def begin_for(self, data: st.DataObject, assessment: str) -> None:
        person, token = self.device(data)
        if not self.alive(person, token):
            with pytest.raises(SheetGone):
                self.store.sheets.begin_for(token, TAKEN[assessment])
            return
        sheet, before = self.store.sheets.begin_for(token, TAKEN[assessment]), person.newest(assessment)
        self.use(person, token)
        if before is not None and before.finished is None:
            assert sheet.id == before.id
            return
        assert sheet.previous == (before and before.id)
        person.sheets.append(ModelSheet(sheet.id, self.clock.now, assessment))

    @precondition(somebody_has_a_device)
    @rule(data=st.data(), entries=ENTRIES, pending=st.booleans())
    def learn(self, data: st.DataObject, entries: dict[str, Entry], pending: bool) -> None:
        person, token = self.device(data)
        waiting = UnsavedProgress(token)
        waiting.add(entries)

        def send() -> Any:
            return waiting.flush(self.store) if pending and entries else self.store.progress.save(token, entries)

        if not self.alive(person, token):
            with pytest.raises(SheetGone):
                send()
            assert waiting.unsaved == len(entries)
            return
        after = dict(person.progress)
        for key, entry in entries.items():
            if key not in after or entry_rank(entry) > entry_rank(after[key]):
                after[key] = entry
        # repr tells True from 1.
        assert repr(sorted(send().items())) == repr(sorted(after.items()))
        self.use(person, token)
        if repr(after) != repr(person.progress):
            person.progress, person.learned = after, self.clock.now

    @precondition(somebody_has_a_device)
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

    @precondition(lambda self: any(person.sheets and person.tokens for person in self.people))
    @rule(data=st.data(), answers=SAVES, place=PLACES)
    def save_in_one_that_is_meant(self, data: st.DataObject, answers: list[Answer], place: Any) -> None:
        person = data.draw(st.sampled_from([one for one in self.people if one.sheets and one.tokens]))
        token = data.draw(st.sampled_from(list(person.tokens)))
        self.write(person, token, answers, place, data.draw(st.sampled_from(person.sheets)))

    def write(
        self, person: Person, token: Token, answers: list[Answer], place: Any, meant: ModelSheet | None = None
    ) -> None:
        def send() -> None:
            position, moment = place or (None, None)
            self.store.sheets.save(token, answers, position=position, moment=moment, sheet=meant and meant.id)

        if not self.alive(person, token) or not person.sheets:
            with pytest.raises(SheetGone):
                send()
            return
        if meant is not None and meant is not person.newest(meant.assessment):
            with pytest.raises(SheetChanged):
                send()
            return
        sheet = meant or person.sheets[-1]
        after = dict(sheet.answers)
        for answer in answers:
            if answer.question not in after or answer.rank > after[answer.question].rank:
                after[answer.question] = answer
        if sheet.finished is not None and after != sheet.answers:
            with pytest.raises(SheetFinished):
                send()
            return
        send()
        self.use(person, token)
        placed = max(sheet.place, (place[1], place[0])) if place else sheet.place
        if (after, placed) != (sheet.answers, sheet.place):
            sheet.answers, sheet.place, sheet.updated = after, placed, self.clock.now

    @precondition(somebody_has_a_device)
    @rule(data=st.data(), minutes=st.sampled_from([1, 60 * 24]))
    def make_a_link(self, data: st.DataObject, minutes: int) -> None:
        person, token = self.device(data)
        if self.alive(person, token) and len(person.links) < MOST_LINKS - 1:
            link = self.store.devices.make_link(token, timedelta(minutes=minutes))
            person.links[link] = self.clock.now + minutes * 60_000
            self.use(person, token)

    @precondition(lambda self: any(person.links for person in self.people))
    @rule(data=st.data())
    def resume(self, data: st.DataObject) -> None:
        person = data.draw(st.sampled_from([person for person in self.people if person.links]))
        link = data.draw(st.sampled_from(list(person.links)))
        if person.links[link] > self.clock.now:
            self.new_device(person, link)
            return
        with pytest.raises(SheetGone):
            self.store.devices.exchange(link)

    @precondition(somebody_has_a_device)
    @rule(data=st.data(), what=st.sampled_from(["finish", "reopen"]), named=st.booleans())
    def turn(self, data: st.DataObject, what: str, named: bool) -> None:
        person, token = self.device(data)
        act: Callable[..., Any] = getattr(self.store.sheets, what)
        arguments = (token, SCORES) if what == "finish" else (token,)
        if not self.alive(person, token) or not person.sheets:
            with pytest.raises(SheetGone):
                act(*arguments)
            return
        sheet, now = person.sheets[-1], self.clock.now
        if named:
            sheet = person.newest(data.draw(ASSESSMENTS)) or sheet
        assert act(*arguments, sheet=sheet.id).id == sheet.id
        self.use(person, token)
        if what == "finish" and sheet.finished is None:
            sheet.finished = sheet.updated = now
        elif what == "reopen":
            sheet.finished, sheet.updated = None, now

    @precondition(somebody_has_a_device)
    @rule(data=st.data(), what=st.sampled_from(["again", "start_anew"]), assessment=st.none() | ASSESSMENTS)
    def take_another(self, data: st.DataObject, what: str, assessment: str | None) -> None:
        person, token = self.device(data)
        act: Callable[..., Any] = getattr(self.store.sheets, what)
        taken = TAKEN[assessment or (person.sheets[-1].assessment if person.sheets else "roles")]
        if not self.alive(person, token) or not person.sheets:
            with pytest.raises(SheetGone):
                act(token, taken)
            return
        sheet = person.newest(assessment) if assessment else person.sheets[-1]
        if sheet is None:
            with pytest.raises(BadValue, match="same assessment"):
                act(token, taken)
            return
        got, now = act(token, taken), self.clock.now
        self.use(person, token)
        if sheet.finished is None and what == "again":
            assert got.id == sheet.id
            return
        if sheet.finished is None:
            person.sheets.remove(sheet)
        person.sheets.append(ModelSheet(got.id, now, sheet.assessment))

    @precondition(somebody_has_a_device)
    @rule(data=st.data())
    def forget(self, data: st.DataObject) -> None:
        person, token = self.device(data)
        if self.alive(person, token):
            proof = self.store.rights.forget(token)
            assert (proof.gone["sheets"], proof.remaining) == (len(person.sheets), 0)
            assert proof.gone["entries"] == len(person.progress)
            assert proof.gone["answers"] == sum(len(sheet.answers) for sheet in person.sheets)
            self.drop(person)

    @precondition(somebody_has_a_device)
    @rule(data=st.data(), assessment=ASSESSMENTS)
    def discard(self, data: st.DataObject, assessment: str) -> None:
        person, token = self.device(data)
        sheet = person.newest(assessment)
        if sheet is None or not self.alive(person, token):
            return
        if sheet.answers or sheet.finished is not None:
            with pytest.raises(SheetChanged):
                self.store.sheets.discard(token, sheet.id)
            return
        self.store.sheets.discard(token, sheet.id)
        self.use(person, token)
        person.sheets.remove(sheet)

    @precondition(somebody_has_a_device)
    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        person, token = self.device(data)
        if not self.alive(person, token):
            with pytest.raises(SheetGone):
                self.store.devices.leave(token)
            return
        left = self.store.devices.leave(token)
        del person.tokens[token]
        self.gone.append(token)
        expiries = [expires for _, expires in person.tokens.values()] + list(person.links.values())
        if any(expires > self.clock.now + 60_000 for expires in expiries):
            assert left.back is None
        else:
            assert left.back is not None
            person.links[left.back] = self.clock.now + 60_000

    @rule(ms=st.integers(1, 40).map(lambda days: days * DAY) | st.just(60_000))
    def time_passes(self, ms: int) -> None:
        self.clock.now += ms

    @rule()
    def purge(self) -> None:
        purge(self.store)
        now = self.clock.now
        for person in list(self.people):
            had = len(person.sheets) + bool(person.progress)
            person.sheets = [
                sheet
                for sheet in person.sheets
                if (sheet.updated >= now - 30 * DAY if sheet.finished is None else sheet.finished >= now - 365 * DAY)
            ]
            expired = [token for token, (_, expires) in person.tokens.items() if expires <= now]
            expired += [link for link, expires in person.links.items() if expires <= now]
            for token in expired:
                person.tokens.pop(token, None)
                person.links.pop(token, None)
            self.gone += expired
            if person.learned < now - 365 * DAY:
                person.progress = {}
            have = len(person.sheets) + bool(person.progress)
            if not (person.tokens or person.links) or (have == 0 and had > 0):
                self.drop(person)

    @rule()
    def restart(self) -> None:
        self.store.close()
        self.store = open_store(self.url, clock=self.clock)

    @precondition(lambda self: not any(person.progress for person in self.people))
    @rule(revision=st.sampled_from(REVISIONS))
    def upgrade(self, revision: str) -> None:
        """Everything as an older version of the program would have left it, which knew of no progress."""
        self.store.close()
        engine = make_engine(self.url)
        with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
            for since, made in MADE_IN.items():
                for table in made if revision < since else ():
                    connection.execute(text(f"DROP TABLE {table}"))
            connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '{revision}'"))
        engine.dispose()
        self.store = open_store(self.url, clock=self.clock)
        self.store.ready()

    @rule()
    def back_up_and_restore(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            back_up(self.store, Path(folder) / "backup")
            restore(self.store, Path(folder) / "backup", replace=True)

    @invariant()
    def the_store_is_as_the_model(self) -> None:
        for person in self.people:
            for token in person.tokens:
                if not self.alive(person, token):
                    assert self.store.sheets.newest(token) is None
                    with pytest.raises(SheetGone):
                        self.store.progress.entries(token)
                    continue
                learned = self.store.progress.entries(token)
                assert repr(sorted(learned.items())) == repr(sorted(person.progress.items()))
                history = self.store.sheets.history(token)
                assert [sheet.id for sheet in history] == [sheet.id for sheet in person.sheets]
                assert self.store.sheets.newest(token) == (history[-1] if history else None)
                for assessment in TAKEN:
                    found, newest = self.store.sheets.newest(token, assessment), person.newest(assessment)
                    assert (found and found.id) == (newest and newest.id)
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
            assert self.store.sheets.newest(token) is None


def run(url: str, tries: int, steps: int) -> None:
    machine = type("Machine", (Sheets,), {"url": url})
    checks = settings(
        max_examples=examples(tries),
        stateful_step_count=steps,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(machine, settings=checks)


def test_any_order_of_operations_on_sqlite(tmp_path: Path) -> None:
    run(f"sqlite:///{tmp_path}/fit.db", tries=60, steps=30)


def test_any_order_of_operations_on_postgresql(postgres_place: str) -> None:
    run(postgres_place, tries=24, steps=25)
