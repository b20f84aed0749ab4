"""Wrong codes are slowed down by address and over all; a whole room behind one address is not."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from store import NoRoom, Store
from store.database.organiser_tables import door_attempts
from store.operating.purge import purge
from store.workshops.attempts import FIRST_WAIT_MS, FREE, HOUR_MS, LONGEST_WAIT_MS, MANY, MINUTE_MS, SLOW_MS, wait_after
from tests.store.moments import Clock
from tests.store.workshops.world import begun, code_of, trainer


def guess(store: Store, address: str = "192.0.2.1") -> int:
    """How long the guess had to wait; where it did not, it was wrong."""
    wait = store.seats.attempt(address)
    if not wait:
        store.seats.wrong(address)
    return wait


def test_the_wait_doubles_and_stays_short() -> None:
    waits = [wait_after(count) for count in range(FREE, FREE + 10)]
    assert [wait_after(count) for count in (0, FREE - 1)] == [0, 0]
    assert waits[:3] == [FIRST_WAIT_MS, 2 * FIRST_WAIT_MS, 4 * FIRST_WAIT_MS]
    assert waits[-1] == wait_after(10**9) == LONGEST_WAIT_MS


def test_right_codes_are_never_counted(store: Store, clock: Clock) -> None:
    made = begun(store, trainer(store))
    for _ in range(2 * MANY):
        assert store.seats.attempt("192.0.2.1") == 0
        assert store.seats.look(code_of(made)).id == made.id
    assert store.read(lambda connection: connection.execute(select(door_attempts)).all()) == []


def test_one_address_is_slowed_after_so_many_wrong_ones_and_no_other(store: Store, clock: Clock) -> None:
    assert [guess(store) for _ in range(FREE)] == [0] * FREE
    assert guess(store) == FIRST_WAIT_MS
    # Asking early neither counts nor prolongs.
    clock.now += FIRST_WAIT_MS // 2
    assert [guess(store) for _ in range(3)] == [FIRST_WAIT_MS // 2] * 3
    assert store.seats.attempt("192.0.2.2") == 0
    clock.now += FIRST_WAIT_MS // 2
    assert guess(store) == 0
    assert guess(store) == 2 * FIRST_WAIT_MS
    clock.now += HOUR_MS
    assert [guess(store) for _ in range(FREE)] == [0] * FREE


def test_an_hour_s_guesses_are_few(store: Store, clock: Clock) -> None:
    looked_at, ends = 0, clock.now + HOUR_MS
    while clock.now < ends:
        wait = guess(store)
        looked_at += wait == 0
        clock.now += wait or 1
    assert looked_at < FREE + 70


def test_many_addresses_together_get_one_attempt_a_second(store: Store, clock: Clock) -> None:
    addresses = [f"198.51.100.{number}" for number in range(MANY + 10)]
    assert [guess(store, address) for address in addresses[:MANY]] == [0] * MANY
    assert [store.seats.attempt(address) for address in addresses[MANY : MANY + 3]] == [0, SLOW_MS, SLOW_MS]
    clock.now += SLOW_MS
    assert [store.seats.attempt(address) for address in addresses[MANY : MANY + 2]] == [0, SLOW_MS]
    clock.now += MINUTE_MS
    assert [store.seats.attempt(address) for address in addresses[MANY:]] == [0] * 10


def test_what_was_counted_tells_nobody_who_tried_and_goes(store: Store, clock: Clock) -> None:
    guess(store, "192.0.2.99")
    rows = store.read(lambda connection: connection.execute(select(door_attempts)).all())
    assert len(rows) == 3
    assert "192.0.2.99" not in repr(rows)
    clock.now += HOUR_MS
    assert purge(store)["attempts"] == 3


def test_guesses_at_the_codes_do_not_shut_the_organisers_door(store: Store) -> None:
    for _ in range(MANY):
        store.seats.wrong("192.0.2.1")
    assert store.seats.attempt("192.0.2.1") > 0
    assert store.organisers.try_at_door("192.0.2.1", "organiser") == 0


def test_a_wrong_code_opens_nothing_whatever_it_looks_like(store: Store) -> None:
    begun(store, trainer(store))
    for code in ("%", "________", "0x000000", "+1234567", "1234567 "):
        with pytest.raises(NoRoom):
            store.seats.look(code)
