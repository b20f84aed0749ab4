"""Codes: no two rooms have the same one at a time, and one is given out again after its workshop's end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from store import NoRoom, Store, StoreDown
from store.database.workshop_tables import workshops
from store.workshops import codes
from tests.store.campaigns.test_races import at_once
from tests.store.moments import Clock
from tests.store.workshops.world import HOUR, begun, code_of, trainer


def only(monkeypatch: pytest.MonkeyPatch, *given: str) -> None:
    """Chance gives these, over and over."""

    def turns() -> Iterator[str]:
        while True:
            yield from given

    chance = turns()
    monkeypatch.setattr(codes, "new_code", lambda: next(chance))


def test_a_code_is_eight_digits_by_chance() -> None:
    made = {codes.new_code() for _ in range(200)}
    assert len(made) == 200
    assert all(codes.asked_code(code) == code for code in made)


def test_live_rooms_never_share_a_code(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "00000001", "00000001", "00000002")
    who = trainer(store)
    assert {code_of(begun(store, who)) for _ in range(2)} == {"00000001", "00000002"}
    with pytest.raises(StoreDown):
        begun(store, who)


def test_rooms_that_are_made_at_once_neither(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, *(f"{number:08}" for number in range(6)))
    who = trainer(store)
    made = at_once([lambda: begun(store, who)] * 6)
    assert len({code_of(one) for one in made}) == 6


def test_a_code_is_free_again_after_the_end(store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "00000007")
    who = trainer(store)
    by_hand = begun(store, who)
    store.workshops.end(who, by_hand.id)
    by_itself = begun(store, who, hours=1)
    assert store.seats.look("00000007").id == by_itself.id
    clock.now += HOUR
    with pytest.raises(NoRoom):
        store.seats.look("00000007")
    now = begun(store, who)
    assert store.seats.look("00000007").id == now.id
    # The one whose code another room has now goes on with a new one.
    only(monkeypatch, "00000007", "00000008")
    again = store.workshops.prolong(who, by_itself.id, 1)
    assert (again.code, store.seats.look("00000007").id) == ("00000008", now.id)
    held = store.read(
        lambda c: c.execute(select(workshops.c.code).where(workshops.c.code.is_not(None))).scalars().all()
    )
    assert sorted(held) == ["00000007", "00000008"]
