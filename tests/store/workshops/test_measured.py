"""What is known of a room: how many, how far, the scores of the first and of the second time."""

from __future__ import annotations

import pytest

from store import Answer, RoomCounts, Store, Token
from tests.store.moments import DAY, NOW, ROLES, Clock
from tests.store.workshops.world import PLACE, begun, code_of, finish, room, seated, trainer


def scores(store: Store, who: Token, workshop: str, which: int) -> dict[str, float]:
    found = store.workshops.measured(who, workshop, which)  # type: ignore[arg-type]
    assert [one.seat for one in found] == sorted(one.seat for one in found)
    return {one.seat: one.scores["a_score"] for one in found}


def test_an_empty_room(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    assert store.workshops.counts(who, made.id, 10) == RoomCounts(0, 0, 0, 0, 0.0, {})
    assert store.workshops.measured(who, made.id, 1) == store.workshops.measured(who, made.id, 2) == ()


def test_how_far_a_room_is(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    tokens = [seated(store, made)[0] for _ in range(4)]
    store.sheets.save(tokens[0], [Answer("q1", 1, NOW), Answer("q2", 2, NOW), Answer("q3", None, NOW)])
    finish(store, tokens[1])
    found = store.workshops.counts(who, made.id, 4)
    assert (found.seats, found.begun, found.finished, found.finished_again) == (4, 2, 1, 0)
    assert found.answered == pytest.approx((0.5 + 1) / 4)
    # More answers than the form asks: somebody goes on with the whole questionnaire.
    store.sheets.save(tokens[2], [Answer(f"q{number}", 1, NOW) for number in range(9)])
    assert store.workshops.counts(who, made.id, 4).answered == pytest.approx((0.5 + 1 + 1) / 4)
    assert store.workshops.counts(who, made.id, 0).answered == pytest.approx(1 / 4)


def test_only_the_room_s_assessment_counts(store: Store) -> None:
    who = trainer(store)
    made, other = begun(store, who), begun(store, who, assessment="sales")
    token, seat = seated(store, made)
    finish(store, token)
    assert store.workshops.counts(who, other.id).seats == 0
    assert (seat.id in scores(store, who, made.id, 1), scores(store, who, other.id, 1)) == (True, {})
    (one,) = store.workshops.measured(who, made.id, 1)
    assert (one.version, one.scores["verdict"], one.scores["best"], one.scores["foundation"]) == (
        *("1.0.0", "clear", "role"),
        50.5,
    )
    assert "clear" not in repr(one)


def test_the_first_and_the_second_time_are_told_apart(store: Store, clock: Clock) -> None:
    who = trainer(store)
    made = begun(store, who)
    here = room(store, made, 3)
    still, slow = seated(store, made)
    clock.now += 60_000
    moved = store.workshops.go(who, made.id, PLACE["again"], 0)
    clock.now += 1000
    for token, _ in here[:2]:
        store.sheets.again(token, ROLES)
        finish(store, token, 0.9)
    # Begun the first time, whenever it is finished.
    finish(store, still, 0.4)
    late, latecomer = seated(store, made)
    finish(store, late, 0.7)
    first = {here[0][1].id: 0.0, here[1][1].id: 0.1, here[2][1].id: 0.2, slow.id: 0.4}
    second = {here[0][1].id: 0.9, here[1][1].id: 0.9, latecomer.id: 0.7}
    assert (scores(store, who, made.id, 1), scores(store, who, made.id, 2)) == (first, second)
    found = store.workshops.counts(who, made.id, 1)
    assert (found.seats, found.finished, found.finished_again, found.begun) == (5, 4, 3, 3)
    assert found.answered == pytest.approx(3 / 5)
    told = [store.seats.mine(token) for token in (here[0][0], here[2][0], late)]
    assert [(seat.finished, seat.finished_again) for seat in told if seat] == [
        (True, True),
        (True, False),
        (False, True),
    ]
    # Nobody is asked a third time by going there once more.
    moved = store.workshops.go(who, made.id, PLACE["change"], moved.beat)
    clock.now += 60_000
    store.workshops.go(who, made.id, PLACE["again"], moved.beat)
    assert scores(store, who, made.id, 2) == second


def test_the_newest_of_several_finished_sheets_counts(store: Store, clock: Clock) -> None:
    token, _ = store.sheets.begin(ROLES)
    finish(store, token, 0.1)
    clock.now += DAY
    store.sheets.again(token, ROLES)
    finish(store, token, 0.8)
    who = trainer(store)
    made = begun(store, who)
    seat = store.seats.sit(code_of(made), token, ROLES).seat
    assert scores(store, who, made.id, 1) == {seat.id: 0.8}
    store.sheets.reopen(token)
    assert scores(store, who, made.id, 1) == {seat.id: 0.1}


def test_a_stage_that_was_entered_by_mistake_asks_nothing(store: Store, clock: Clock) -> None:
    """Skipped too far, and back before anybody began: what is finished later is the first time all the same."""
    who = trainer(store)
    made = begun(store, who)
    seen = store.workshops.go(who, made.id, PLACE["again"], 0)
    clock.now += 5000
    late, seat = seated(store, made)
    seen = store.workshops.go(who, made.id, PLACE["assessment"], seen.beat)
    finish(store, late, 0.5)
    assert (scores(store, who, made.id, 1), scores(store, who, made.id, 2)) == ({seat.id: 0.5}, {})
    clock.now += 5000
    seen = store.workshops.go(who, made.id, PLACE["again"], seen.beat)
    store.sheets.again(late, ROLES)
    store.workshops.go(who, made.id, PLACE["assessment"], seen.beat)
    finish(store, late, 0.6)
    assert (scores(store, who, made.id, 1), scores(store, who, made.id, 2)) == ({seat.id: 0.5}, {seat.id: 0.6})
