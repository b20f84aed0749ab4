"""What a trainer takes along: kept pictures, for who may see them, noted before it is given out."""

from __future__ import annotations

import pytest

from people.respondent.outcome import Outcome
from people.trainer import pictures, workshops
from people.trainer.asking import Refused
from people.trainer.exporting import Export, Form, export
from people.trainer.pictures import Shown
from store import Store, StoreDown, Token, Workshop
from store.workshops.workshops import Workshops
from tests.people.trainer.world import SHIPPED, at, kept, organiser, room, store, workshop

__all__ = ["store"]


def shown(store: Store, who: Token, people: int = 5) -> Workshop:
    made = workshop(who)
    room(store, made, people)
    assert isinstance(pictures.take(who, at(who, made, "picture"), assessment=SHIPPED), Shown)
    return made


def noted(who: Token, made: Workshop) -> list[object]:
    found = workshops.log(who, made.id)
    assert not isinstance(found, Refused)
    return [entry.detail for entry in found.rows if entry.action == "exported"]


@pytest.mark.parametrize("form", ["pdf", "xlsx", "png"])
def test_what_was_shown_comes_out_and_is_noted(store: Store, form: Form) -> None:
    who = organiser(store, "trainer")
    made = shown(store, who)
    found = export(who, made.id, form)
    assert isinstance(found, Export)
    assert found.shown == kept(store, who, made)
    assert noted(who, made) == [{"format": form, "pictures": 1}]


def test_the_run_sheet_holds_nothing_of_the_room_and_is_not_noted(store: Store) -> None:
    who = organiser(store, "trainer")
    made = shown(store, who)
    found = export(who, made.id, "agenda")
    assert isinstance(found, Export)
    assert found.shown == ()
    assert noted(who, made) == []


def test_nothing_shown_is_nothing_noted(store: Store) -> None:
    who = organiser(store, "trainer")
    made = workshop(who)
    found = export(who, made.id, "pdf")
    assert isinstance(found, Export)
    assert found.shown == ()
    assert noted(who, made) == []


def test_unknown_and_foreign_are_refused_alike(store: Store) -> None:
    who, other = organiser(store, "trainer"), organiser(store, "other")
    made = shown(store, who)
    over = Refused(Outcome.OVER)
    assert export(None, made.id, "pdf") == over
    assert export(other, made.id, "pdf") == over
    assert export(who, "0" * 32, "pdf") == over
    assert export(who, made.id, "png", "0" * 32) == over
    assert noted(who, made) == []


def test_what_cannot_be_noted_is_not_given_out(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    who = organiser(store, "trainer")
    made = shown(store, who)

    def away(*_: object) -> None:
        raise StoreDown("away")

    monkeypatch.setattr(Workshops, "note", away)
    assert export(who, made.id, "pdf") == Refused(Outcome.AWAY)
