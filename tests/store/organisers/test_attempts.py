"""Attempts at the door are slowed down, by a clock that the test moves; several processes count together."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import select

from store import Store
from store.database.organiser_tables import door_attempts
from store.operating.purge import purge
from store.organisers.attempts import FREE, MANY, wait_after
from tests.store.moments import Clock

HERE, THERE = "192.0.2.1", "198.51.100.7"
SECOND, HOUR = 1000, 3_600_000


def fail(store: Store, times: int, address: str = HERE, name: str = "organiser") -> list[int]:
    return [store.organisers.try_at_door(address, name) for _ in range(times)]


def test_the_waits_double_up_to_a_quarter_of_an_hour() -> None:
    seconds = [wait_after(count) // SECOND for count in range(FREE, FREE + 12)]
    assert [wait_after(count) for count in range(FREE)] == [0] * FREE
    assert seconds == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]
    assert wait_after(10**9) == 900 * SECOND


@pytest.mark.parametrize(("address", "name"), [(HERE, "someone"), (THERE, "organiser")])
def test_five_are_free_then_the_address_waits_and_so_does_the_name(
    store: Store, clock: Clock, address: str, name: str
) -> None:
    assert fail(store, FREE) == [0] * FREE
    assert store.organisers.try_at_door(address, name) == SECOND
    assert store.organisers.try_at_door(THERE, "someone") == 0
    clock.now += SECOND - 1
    assert store.organisers.try_at_door(address, name) == 1
    clock.now += 1
    assert store.organisers.try_at_door(address, name) == 0
    assert store.organisers.try_at_door(address, name) == 2 * SECOND


def test_hammering_prolongs_nothing_and_writes_nothing(store: Store, clock: Clock) -> None:
    fail(store, FREE)
    before = counted(store)
    for name in ("organiser", "another", "third"):
        assert fail(store, 20, name=name) == [SECOND] * 20
    assert counted(store) == before
    clock.now += SECOND
    assert fail(store, 1) == [0]


def test_success_clears_the_address_and_the_name_and_nobody_elses(store: Store, clock: Clock) -> None:
    fail(store, FREE)
    fail(store, FREE, THERE, "another")
    store.organisers.succeeded_at_door(HERE, "ORGANISER")
    assert fail(store, FREE) == [0] * FREE
    assert fail(store, 1, THERE, "another") == [SECOND]


def test_a_name_is_counted_however_it_is_typed(store: Store) -> None:
    typed = ("organiser", "Organiser", "ORGANISER ", "ｏｒｇａｎｉｓｅｒ", " organiser")
    assert [store.organisers.try_at_door(f"10.0.0.{n}", name) for n, name in enumerate(typed)] == [0] * FREE
    assert store.organisers.try_at_door("10.0.0.9", "organiser") == SECOND


def test_beyond_a_hundred_a_minute_everybody_waits_a_second(store: Store, clock: Clock) -> None:
    assert {store.organisers.try_at_door(f"10.0.0.{n}", f"name {n}") for n in range(MANY)} == {0}
    assert store.organisers.try_at_door("10.1.0.1", "honest") == SECOND
    clock.now += SECOND
    assert store.organisers.try_at_door("10.1.0.1", "honest") == 0
    assert store.organisers.try_at_door("10.1.0.2", "other") == SECOND
    clock.now += 60 * SECOND
    assert [store.organisers.try_at_door("10.1.0.2", f"other {n}") for n in range(3)] == [0, 0, 0]


def test_an_attempt_is_forgotten_after_an_hour(store: Store, clock: Clock) -> None:
    fail(store, FREE + 1)
    clock.now += HOUR - 1
    assert fail(store, 2) == [0, 2 * SECOND], "an hour is not over"
    clock.now += HOUR
    assert fail(store, FREE) == [0] * FREE


def test_a_clock_that_was_set_back_locks_nobody_out(store: Store, clock: Clock) -> None:
    fail(store, FREE)
    clock.now -= 30 * 24 * HOUR
    assert fail(store, 1) == [SECOND]


def test_another_password_makes_the_door_forget_the_name(store: Store) -> None:
    store.organisers.put("organiser", "h")
    for n in range(FREE):
        fail(store, 1, f"10.0.0.{n}")
    assert fail(store, 1) == [SECOND]
    store.organisers.put("organiser", "another")
    assert fail(store, 1) == [0]


def test_several_processes_count_together_and_at_once(place: str, opened: Callable[..., Store]) -> None:
    stores = [opened(place) for _ in range(4)]
    waits: list[int] = []
    at_once = threading.Barrier(12)

    def attempt(number: int) -> None:
        at_once.wait()
        waits.append(stores[number % 4].organisers.try_at_door(HERE, "organiser"))

    threads = [threading.Thread(target=attempt, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(waits) == [0] * FREE + [SECOND] * (12 - FREE)


def test_who_tried_cannot_be_read_and_is_purged(store: Store, clock: Clock) -> None:
    fail(store, 2)
    told = str(counted(store))
    assert HERE not in told
    assert "organiser" not in told
    clock.now += HOUR - 1
    purge(store)
    assert counted(store)
    clock.now += 1
    assert purge(store)["attempts"] == 4
    assert not counted(store)


def test_sessions_and_tickets_that_are_over_are_purged(store: Store, clock: Clock) -> None:
    me = store.organisers.put("me", "h")
    used, idle = store.organisers.open_session(me.id), store.organisers.open_session(me.id)
    store.organisers.make_ticket("me")
    clock.now += 11 * HOUR
    assert purge(store)["tickets"] == 1
    store.organisers.who_is(used)
    clock.now += HOUR
    gone = purge(store)
    assert (gone["sessions"], gone["tickets"]) == (1, 0)
    assert store.organisers.who_is(used) == me
    assert used != idle


def counted(store: Store) -> list[object]:
    return list(store.read(lambda connection: connection.execute(select(door_attempts)).all()))
