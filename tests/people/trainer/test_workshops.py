"""Leading a workshop: what a page gets back, whatever happens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from people.participant import beats
from people.respondent.outcome import Outcome
from people.trainer import asking, workshops
from people.trainer.asking import Refused
from store import Page, Store, StoreDown, Token, Workshop, WorkshopDeletion
from tests.people.trainer.world import AGENDA, draft, organiser, store, workshop

__all__ = ["store"]


def test_through_an_agenda_with_one_button(store: Store) -> None:
    who = organiser(store)
    seen = workshop(who)
    for at in [*range(1, len(AGENDA)), len(AGENDA) - 1]:
        moved = workshops.next_stage(who, seen)
        assert isinstance(moved, Workshop)
        assert (moved.at, beats.beat(seen.id)) == (at, moved.beat)
        seen = moved
    moved = workshops.back(who, seen)
    assert isinstance(moved, Workshop)
    assert moved.at == len(AGENDA) - 2
    first = workshops.go(who, moved, 0)
    assert isinstance(first, Workshop)
    assert workshops.back(who, first) == first


def test_who_was_slower_gets_what_stands_now(store: Store) -> None:
    who = organiser(store)
    seen = workshop(who)
    moved = workshops.next_stage(who, seen)
    assert isinstance(moved, Workshop)
    beats.forget(seen.id)
    refused = workshops.next_stage(who, seen)
    assert isinstance(refused, Refused)
    assert (refused.outcome, refused.current) == (Outcome.CHANGED, moved)
    assert beats.beat(seen.id) == 1


def test_each_operation_does_what_it_says(store: Store) -> None:
    who = organiser(store)
    store.organisers.put("Ito", None)
    seen = workshop(who)
    changed = workshops.change(who, seen, draft(title="別の題"))
    assert isinstance(changed, Workshop)
    assert changed.title == "別の題"
    counted = workshops.count_down(who, changed, 60)
    assert isinstance(counted, Workshop)
    assert counted.until is not None
    told = workshops.reveal(who, counted)
    assert isinstance(told, Workshop)
    assert told.revealed
    longer = workshops.prolong(who, seen.id, 1)
    assert isinstance(longer, Workshop)
    assert longer.ends > told.ends
    assert workshops.admit(who, seen.id, "Ito") is None
    trainers = workshops.trainers(who, seen.id)
    assert isinstance(trainers, tuple)
    assert [one.name for one, _ in trainers] == ["hr", "Ito"]
    assert workshops.dismiss(who, seen.id, "Ito") is None
    copied = workshops.copy(who, seen.id, "写し")
    assert isinstance(copied, Workshop)
    assert workshops.note(who, seen.id, "exported", format="pdf") is None
    mine, log = workshops.mine(who), workshops.log(who, seen.id)
    assert isinstance(mine, Page)
    assert isinstance(log, Page)
    assert {one.id for one in mine.rows} == {seen.id, copied.id}
    assert log.rows[0].detail == {"format": "pdf"}
    ended = workshops.end(who, seen.id)
    assert isinstance(ended, Workshop)
    assert ended.ended
    gone = workshops.delete(who, seen.id)
    assert isinstance(gone, WorkshopDeletion)
    assert gone.remaining == 0
    assert beats.beat(seen.id) is None


CALLS: dict[str, Callable[[Token, Workshop], object]] = {
    "mine": lambda who, seen: workshops.mine(who),
    "make": lambda who, seen: workshops.make(who, draft()),
    "read": lambda who, seen: workshops.read(who, seen.id),
    "change": lambda who, seen: workshops.change(who, seen, draft(title="x")),
    "copy": lambda who, seen: workshops.copy(who, seen.id, "x"),
    "go": lambda who, seen: workshops.go(who, seen, 1),
    "reveal": lambda who, seen: workshops.reveal(who, seen),
    "count_down": lambda who, seen: workshops.count_down(who, seen, None),
    "end": lambda who, seen: workshops.end(who, seen.id),
    "prolong": lambda who, seen: workshops.prolong(who, seen.id, 1),
    "delete": lambda who, seen: workshops.delete(who, seen.id),
    "trainers": lambda who, seen: workshops.trainers(who, seen.id),
    "admit": lambda who, seen: workshops.admit(who, seen.id, "hr"),
    "dismiss": lambda who, seen: workshops.dismiss(who, seen.id, "hr"),
    "note": lambda who, seen: workshops.note(who, seen.id, "opened"),
    "log": lambda who, seen: workshops.log(who, seen.id),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS.keys())
def test_nothing_raises_for_the_store_s_sake(
    store: Store, monkeypatch: pytest.MonkeyPatch, call: Callable[[Token, Workshop], object]
) -> None:
    who = organiser(store)
    seen = workshop(who)
    store.organisers.sign_out(who)
    assert call(who, seen) == Refused(Outcome.OVER)

    def away() -> Store:
        raise StoreDown("away")

    monkeypatch.setattr(asking, "process_store", away)
    assert call(who, seen) == Refused(Outcome.AWAY)


def test_what_cannot_be_kept_names_its_field(store: Store) -> None:
    who = organiser(store)
    assert workshops.make(who, draft(title=" ")) == Refused(Outcome.REFUSED, "title")
    assert workshops.admit(who, workshop(who).id, "Nobody") == Refused(Outcome.REFUSED, "name")
