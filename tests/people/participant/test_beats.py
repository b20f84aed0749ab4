"""The beats of rooms: from memory, and from the store no more than once a second for each room."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from people.participant import beats
from people.participant.beats import SECONDS, Beats, changed
from people.trainer import workshops
from store import NoRoom, Store, StoreDown, Workshop
from tests.people.trainer.world import organiser, store, workshop

__all__ = ["store"]


class Rooms:
    """A store that counts how often it is asked."""

    def __init__(self) -> None:
        self.beats: dict[str, int] = {"room": 3}
        self.asked: list[str] = []
        self.now = 100.0
        self.away = False

    def read(self, workshop: str) -> int:
        self.asked.append(workshop)
        if self.away:
            raise StoreDown("away")
        if workshop not in self.beats:
            raise NoRoom
        return self.beats[workshop]


@pytest.fixture
def rooms() -> Rooms:
    return Rooms()


@pytest.fixture
def held(rooms: Rooms) -> Beats:
    return Beats(rooms.read, clock=lambda: rooms.now, most=3)


def test_polling_costs_one_question_a_second(rooms: Rooms, held: Beats) -> None:
    for _ in range(10):
        assert [held.beat("room") for _ in range(300)] == [3] * 300
        rooms.now += SECONDS
    assert len(rooms.asked) == 10


def test_what_another_process_changed_is_seen_within_a_second(rooms: Rooms, held: Beats) -> None:
    assert held.beat("room") == 3
    rooms.beats["room"] = 4
    rooms.now += SECONDS / 2
    assert held.beat("room") == 3
    rooms.now += SECONDS / 2
    assert held.beat("room") == 4


def test_what_this_process_changed_is_seen_at_once(rooms: Rooms, held: Beats) -> None:
    assert held.beat("room") == 3
    assert held.learn("room", 5) == 5
    assert held.beat("room") == 5
    # An older answer that comes later does not turn it back.
    assert held.learn("room", 4) == 5
    rooms.now += SECONDS
    assert held.beat("room") == 5


def test_while_the_store_is_away_nothing_seems_to_change(rooms: Rooms, held: Beats) -> None:
    held.beat("room")
    rooms.away = True
    rooms.now += SECONDS
    assert held.beat("room") == 3
    assert held.beat("unknown") == 0
    rooms.away, rooms.beats["room"] = False, 6
    rooms.now += SECONDS
    assert held.beat("room") == 6


def test_a_room_that_is_gone(rooms: Rooms, held: Beats) -> None:
    held.beat("room")
    del rooms.beats["room"]
    rooms.now += SECONDS
    assert [held.beat("room") for _ in range(300)] == [None] * 300
    assert len(rooms.asked) == 2
    # As from a backup that was restored.
    rooms.beats["room"] = 1
    rooms.now += SECONDS
    assert held.beat("room") == 1


def test_many_rooms_do_not_fill_the_memory(rooms: Rooms, held: Beats) -> None:
    for number in range(10):
        rooms.beats[f"r{number}"] = number
        held.beat(f"r{number}")
    assert len(held._known) == 3


def test_who_asks_meanwhile_waits_for_nobody(rooms: Rooms) -> None:
    gate, inside = threading.Event(), threading.Event()

    def slow(workshop: str) -> int:
        inside.set()
        gate.wait(10)
        return 9

    held = Beats(slow, clock=lambda: rooms.now)
    held.learn("room", 3)
    rooms.now += SECONDS
    given: list[int | None] = []
    thread = threading.Thread(target=lambda: given.append(held.beat("room")))
    thread.start()
    assert inside.wait(10)
    assert held.beat("room") == 3
    gate.set()
    thread.join()
    assert (given, held.beat("room")) == ([9], 9)


def test_a_page_knows_when_to_look_again(store: Store) -> None:
    who = organiser(store)
    made = workshop(who)
    seen = store.seats.look(str(made.code))
    assert not changed(seen)
    moved = workshops.next_stage(who, made)
    assert isinstance(moved, Workshop)
    assert changed(seen)
    seen = store.seats.look(str(made.code))
    assert not changed(seen)
    # It ended by itself, which changes no beat.
    late = replace(seen, ends=datetime.now(UTC) - timedelta(seconds=1))
    assert changed(late)
    assert not changed(replace(late, ended=True))
    workshops.delete(who, made.id)
    assert changed(seen)
    assert beats.beat(made.id) is None


def test_what_is_at_hand_is_said_without_the_store(rooms: Rooms, held: Beats) -> None:
    assert not held.at_hand("room")
    held.beat("room")
    assert held.at_hand("room")
    rooms.now += SECONDS
    assert not held.at_hand("room")
    held.forget("room")
    assert held.at_hand("room"), "that it is gone is known too"
