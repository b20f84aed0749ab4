"""Organisers: made, found, signed in and out, on both databases."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import select

from store import BadValue, NotAllowed, Store, Token
from store.database.organiser_tables import organiser_sessions, organisers
from tests.store.moments import NOW, Clock

HOUR = 3_600_000


def sessions(store: Store) -> int:
    return len(store.read(lambda connection: connection.execute(select(organiser_sessions)).all()))


def test_a_name_is_found_without_regard_to_case_or_width(store: Store) -> None:
    made = store.organisers.put("Tanaka", "a hash")
    assert made.name == "Tanaka"
    for typed in ("tanaka", " TANAKA ", "Ｔａｎａｋａ"):
        assert store.organisers.by_name(typed) == (made, "a hash")
    assert store.organisers.put("TANAKA", "another") == made
    assert (store.organisers.count(), store.organisers.by_name("Tanaka")) == (1, (made, "another"))


@pytest.mark.parametrize("name", ["", "  ", "x" * 81, "a\x00b", "a\u202eb", "a\u200bb", "a\nb", "\ud800", "ﷺ" * 80])
def test_what_is_no_name_is_nobodys(store: Store, name: str) -> None:
    with pytest.raises(BadValue):
        store.organisers.put(name, "a hash")
    assert store.organisers.by_name(name) is None
    assert store.organisers.count() == 0
    assert store.organisers.try_at_door("10.0.0.1", name) == 0


def test_a_session_opens_until_everything_is_signed_out(store: Store) -> None:
    me, other = store.organisers.put("me", "h"), store.organisers.put("other", "h")
    first, second = store.organisers.open_session(me.id), store.organisers.open_session(me.id)
    theirs = store.organisers.open_session(other.id)
    assert first != second
    assert {store.organisers.who_is(one) for one in (first, second)} == {me}
    store.organisers.sign_out(second)
    for one in (first, second):
        with pytest.raises(NotAllowed):
            store.organisers.who_is(one)
        with pytest.raises(NotAllowed):
            store.organisers.sign_out(one)
    assert store.organisers.who_is(theirs) == other


def test_one_session_can_end_alone(store: Store) -> None:
    me = store.organisers.put("me", "h")
    first, second = store.organisers.open_session(me.id), store.organisers.open_session(me.id)
    store.organisers.close_session(first)
    store.organisers.close_session(first)
    store.organisers.close_session(Token("nonsense"))
    with pytest.raises(NotAllowed):
        store.organisers.who_is(first)
    assert store.organisers.who_is(second) == me


def test_a_session_ends_by_itself(store: Store, clock: Clock) -> None:
    token = store.organisers.open_session(store.organisers.put("me", "h").id)
    for _ in range(15):
        clock.now += 11 * HOUR
        store.organisers.who_is(token)
    clock.now = NOW + 7 * 24 * HOUR - 1
    store.organisers.who_is(token)
    clock.now += 1
    with pytest.raises(NotAllowed):
        store.organisers.who_is(token)


def test_a_session_that_nobody_uses_ends_after_half_a_day(store: Store, clock: Clock) -> None:
    token = store.organisers.open_session(store.organisers.put("me", "h").id)
    clock.now += 12 * HOUR - 1
    assert store.organisers.who_is(token).name == "me"
    clock.now += 12 * HOUR
    with pytest.raises(NotAllowed):
        store.organisers.who_is(token)


@pytest.mark.parametrize("secret", ["", "x", "A" * 43, "a" * 4000, "\u00ff" * 43])
def test_a_forged_session_opens_nothing(store: Store, secret: str) -> None:
    store.organisers.open_session(store.organisers.put("me", "h").id)
    with pytest.raises(NotAllowed):
        store.organisers.who_is(Token(secret))
    with pytest.raises(NotAllowed):
        store.organisers.open_ticket(Token(secret))


def test_another_password_ends_all_sessions_and_the_same_one_none(store: Store) -> None:
    me = store.organisers.put("me", "h")
    token = store.organisers.open_session(me.id)
    store.organisers.put("me", "h")
    assert store.organisers.who_is(token) == me
    store.organisers.rehash(me.id, "h", "the same, hashed anew")
    store.organisers.rehash(me.id, "h", "too late")
    assert store.organisers.by_name("me") == (me, "the same, hashed anew")
    assert store.organisers.who_is(token) == me
    store.organisers.put("me", "other")
    with pytest.raises(NotAllowed):
        store.organisers.who_is(token)


def test_a_ticket_opens_one_session_within_a_minute(store: Store, clock: Clock) -> None:
    ticket = store.organisers.make_ticket("sato@example.jp")
    with pytest.raises(NotAllowed):
        store.organisers.who_is(ticket)
    session = store.organisers.open_ticket(ticket)
    assert store.organisers.who_is(session).name == "sato@example.jp"
    with pytest.raises(NotAllowed):
        store.organisers.open_ticket(ticket)
    with pytest.raises(NotAllowed):
        store.organisers.open_ticket(session)
    late = store.organisers.make_ticket("Sato@example.jp")
    clock.now += 60_000
    with pytest.raises(NotAllowed):
        store.organisers.open_ticket(late)
    assert store.organisers.count() == 1
    assert store.organisers.by_name("sato@example.jp") == (store.organisers.who_is(session), None)


def test_tickets_do_not_pile_up(store: Store, clock: Clock) -> None:
    for _ in range(5):
        store.organisers.make_ticket("sato@example.jp")
        clock.now += 61_000
    assert sessions(store) == 1


def test_a_ticket_needs_a_log_in_after_the_last_sign_out(store: Store, clock: Clock) -> None:
    session = store.organisers.open_ticket(store.organisers.make_ticket("sato@example.jp", NOW))
    waiting = store.organisers.make_ticket("sato@example.jp", NOW)
    clock.now += 1
    store.organisers.sign_out(session)
    with pytest.raises(NotAllowed):
        store.organisers.open_ticket(waiting)
    for logged_in in (NOW, clock.now):
        with pytest.raises(NotAllowed):
            store.organisers.make_ticket("sato@example.jp", logged_in)
    assert store.organisers.open_ticket(store.organisers.make_ticket("sato@example.jp", clock.now + 1))


def test_who_is_no_longer_listed_is_signed_out(store: Store) -> None:
    names = ("a@example.jp", "b@example.jp")
    a, b = (store.organisers.open_ticket(store.organisers.make_ticket(name)) for name in names)
    mine = store.organisers.open_session(store.organisers.put("me", "h").id)
    store.organisers.admit_only(["B@example.jp"])
    with pytest.raises(NotAllowed):
        store.organisers.who_is(a)
    assert store.organisers.who_is(b).name == "b@example.jp"
    assert store.organisers.who_is(mine).name == "me", "whoever has a password needs no list"
    store.organisers.admit_only([])
    with pytest.raises(NotAllowed):
        store.organisers.who_is(b)


def test_nobody_is_signed_in_who_does_not_exist(store: Store) -> None:
    with pytest.raises(NotAllowed):
        store.organisers.open_session("0" * 32)
    assert sessions(store) == 0


def test_only_one_of_several_processes_makes_the_first_organiser(place: str, opened: Callable[..., Store]) -> None:
    stores = [opened(place) for _ in range(4)]
    made: list[bool] = []
    at_once = threading.Barrier(len(stores))

    def start(number: int) -> None:
        at_once.wait()
        made.append(stores[number].organisers.make_first("organiser", f"hash {number}"))

    threads = [threading.Thread(target=start, args=(number,)) for number in range(len(stores))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(made) == [False, False, False, True]
    assert stores[0].organisers.count() == 1
    assert not stores[0].organisers.make_first("another", "hash")


def test_the_list(store: Store) -> None:
    store.organisers.put("b", "h")
    store.organisers.make_ticket("a@example.jp")
    assert [(one.name, one.password) for one in store.organisers.all()] == [("a@example.jp", False), ("b", True)]
    assert store.organisers.any_password()
    store.organisers.put("b", None)
    assert not store.organisers.any_password()


def test_no_secret_stands_in_the_store(store: Store) -> None:
    ticket = store.organisers.make_ticket("a@example.jp")
    kept = str(store.read(lambda connection: connection.execute(select(organiser_sessions)).all()))
    session = store.organisers.open_ticket(ticket)
    kept += str(store.read(lambda connection: connection.execute(select(organiser_sessions)).all()))
    kept += str(store.read(lambda connection: connection.execute(select(organisers)).all()))
    assert "a@example.jp" in kept
    assert ticket.secret not in kept
    assert session.secret not in kept
