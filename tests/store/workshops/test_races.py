"""Several at once: two trainers, one phone in many tabs, a room that sits down together, a deletion in the middle."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from store import NoRoom, NotAllowed, SheetGone, Store, StoreError, Workshop, WorkshopChanged
from store.database.workshop_tables import pictured, seats, votes, workshop_log
from store.operating.purge import purge
from store.workshops.deletion import rows_left
from tests.store.campaigns.test_races import at_once, count
from tests.store.moments import ROLES, Clock
from tests.store.workshops.world import PLACE, begun, code_of, room, seated, shown, trainer


def test_of_two_trainers_who_tap_at_once_one_moves_the_room(store: Store, clock: Clock) -> None:
    who, colleague = trainer(store), trainer(store, "Ito")
    made = begun(store, who)
    store.workshops.admit(who, made.id, "Ito")
    for turn in range(4):
        clock.now += 1000
        beat = store.workshops.read(who, made.id).beat
        given = at_once(
            [
                lambda beat=beat: store.workshops.go(who, made.id, 1, beat, anew=True),
                lambda beat=beat: store.workshops.go(colleague, made.id, 2, beat, anew=True),
                lambda beat=beat: store.workshops.count_down(colleague, made.id, 60, beat),
            ]
        )
        late = [one for one in given if isinstance(one, WorkshopChanged)]
        (done,) = (one for one in given if isinstance(one, Workshop))
        assert len(late) == 2
        assert {(one.current.at, one.current.beat) for one in late} == {(done.at, beat + 1)}, turn
        assert store.seats.beat(made.id) == beat + 1


def test_of_two_trainers_who_take_a_picture_one_keeps_it(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    members = [seat.id for _, seat in room(store, made, 5)]
    beat = store.workshops.go(who, made.id, PLACE["picture"], 0).beat
    given = at_once([lambda: store.workshops.keep(who, made.id, "picture", "", members, {}, beat)] * 4)
    assert sum(isinstance(one, WorkshopChanged) for one in given) == 3
    assert len(store.workshops.snapshots(who, made.id)) == 1


def test_one_phone_in_several_tabs_has_one_seat(store: Store) -> None:
    made = begun(store, trainer(store))
    token = store.devices.begin_visitor()
    given = at_once([lambda: store.seats.sit(code_of(made), token, ROLES)] * 6)
    assert len({one.seat.id for one in given}) == count(store, seats) == 1
    assert len(store.sheets.history(token)) == 1
    seat = given[0].seat.id
    at_once([lambda n=n: store.seats.vote(token, seat, "measures/3", n) for n in range(6)])
    assert count(store, votes) == 1


def test_a_room_that_sits_down_together_all_sits(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    given = at_once([lambda: store.seats.sit(code_of(made), None, ROLES)] * 20)
    assert len({one.seat.id for one in given}) == len({one.token for one in given}) == 20
    assert store.workshops.counts(who, made.id).seats == 20
    at_once([lambda one=one: store.seats.vote(one.token, one.seat.id, "measures/3", "a") for one in given])
    assert store.workshops.counts(who, made.id).votes == {"measures/3": 20}
    at_once([lambda one=one: store.seats.leave(one.token, one.seat.id) for one in given])
    assert store.workshops.counts(who, made.id).seats == 0


def test_a_picture_never_rests_on_who_deleted_at_that_moment(store: Store) -> None:
    """Either the picture was first, and they are lost from it, or the deletion, and it is not kept."""
    who = trainer(store)
    for _ in range(6):
        made = begun(store, who)
        here = room(store, made, 6)
        members = [seat.id for _, seat in here]
        beat = store.workshops.go(who, made.id, PLACE["picture"], 0).beat
        kept, gone = at_once(
            [
                lambda made=made, members=members, beat=beat: store.workshops.keep(
                    who, made.id, "picture", "", members, {}, beat
                ),
                lambda here=here: store.rights.forget(here[0][0]),
            ]
        )
        assert gone.remaining == 0
        found = store.workshops.snapshots(who, made.id)
        if isinstance(kept, WorkshopChanged):
            assert found == ()
        else:
            assert [(one.lost, len(one.members)) for one in found] == [(1, 5)]
    left = select(func.count()).select_from(pictured).where(pictured.c.seat.not_in(select(seats.c.id)))
    assert store.read(lambda connection: connection.execute(left).scalar_one()) == 0


def test_the_log_has_no_gap_and_no_number_twice(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    at_once([lambda: store.workshops.note(who, made.id, "opened")] * 12)
    numbers = store.read(lambda c: c.execute(select(workshop_log.c.number).order_by(workshop_log.c.number)).scalars())
    assert list(numbers) == list(range(1, 14))


def check_in_the_middle(store: Store, end: Callable[[], object], made: Workshop) -> None:
    """While people sit, vote and leave, everything goes: each is refused with a sentence or is gone too."""
    running_on, refused = threading.Event(), list[StoreError]()

    def participant() -> None:
        running_on.set()
        while True:
            try:
                token, seat = seated(store, made)
                store.seats.vote(token, seat.id, "measures/3", "a")
                store.seats.mine(token)
                store.seats.rename(token, seat.id, "x")
                store.seats.leave(token, seat.id)
                again = store.seats.sit(code_of(made), token, ROLES).seat
                store.seats.vote(token, again.id, "measures/3", "b")
                store.rights.forget(token)
            except StoreError as over:
                refused.append(over)
                return

    threads = [threading.Thread(target=participant) for _ in range(4)]
    for thread in threads:
        thread.start()
    running_on.wait()
    end()
    for thread in threads:
        thread.join()
    purge(store)
    assert {type(one) for one in refused} <= {NoRoom, NotAllowed, SheetGone}, refused
    assert store.read(lambda connection: rows_left(connection, made.id)) == 0


def test_a_workshop_is_deleted_while_people_sit_and_vote(store: Store) -> None:
    who = trainer(store)
    for _ in range(3):
        made = begun(store, who)
        shown(store, who, made, room(store, made, 5))
        check_in_the_middle(store, lambda made=made: store.workshops.delete(who, made.id), made)


def test_the_purge_takes_a_workshop_while_people_sit_and_vote(store: Store, clock: Clock) -> None:
    made = begun(store, trainer(store), hours=1)

    def end() -> None:
        clock.now = int(made.over.timestamp() * 1000)
        purge(store)

    check_in_the_middle(store, end, made)


def test_everyone_deletes_at_once(store: Store) -> None:
    who = trainer(store)
    made = begun(store, who)
    here = room(store, made, 12)
    shown(store, who, made, here)
    given = at_once([lambda token=token: store.rights.forget(token) for token, _ in here])
    assert [one.remaining for one in given] == [0] * 12
    assert (count(store, seats), count(store, pictured)) == (0, 0)
    with pytest.raises(SheetGone):
        store.seats.mine(here[0][0])
