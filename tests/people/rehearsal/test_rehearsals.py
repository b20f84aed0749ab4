"""A rehearsal: phones that act as time passes, a picture made by the product's own rule, and nothing stored."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from people.organiser.signed import Signed
from people.participant import beats
from people.rehearsal import rehearsals as process_rehearsals
from people.rehearsal.phones import PHONES
from people.rehearsal.rehearsals import HOURS, Rehearsal, Rehearsals
from people.respondent.outcome import Outcome
from people.trainer import workshops
from people.trainer.asking import Refused
from people.trainer.choices import Asked
from people.trainer.pictures import Shown, Withheld, take
from people.trainer.room import RoomNow, room
from store import Stage, Store, Workshop
from tests.people.trainer.world import AGENDA, AT, SHIPPED, draft, organiser, store

__all__ = ["store"]
ASKED = {
    "measures/3": Asked("single", ("a", "b", "c")),
    "take_along": Asked("several", ("a", "b", "c", "d")),
}


class Time:
    """``seconds`` since the test began, for registry and stores alike."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def ms(self) -> int:
        return 1_900_000_000_000 + round(1000 * self.seconds)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def kept(time: Time, monkeypatch: pytest.MonkeyPatch) -> Iterator[Rehearsals]:
    """The process's rehearsals, of the test's own."""
    made = Rehearsals(lambda: time.seconds, time.ms, most=3)
    monkeypatch.setattr("people.trainer.asking.store_for", made.store_for)
    monkeypatch.setattr(beats._beats, "_read", lambda workshop: made.store_of(workshop).seats.beat(workshop))
    yield made
    time.seconds += 3600 * HOURS
    made._close_over()


def signed(store: Store, name: str = "trainer") -> Signed:
    who = organiser(store, name)
    return Signed(who, store.organisers.who_is(who))


def begun(kept: Rehearsals, who: Signed, agenda: tuple[Stage, ...] = AGENDA, measured: bool = True) -> Rehearsal:
    of = draft(agenda=agenda) if measured else draft(agenda=agenda, assessment=None, form=None)
    made = kept.begin(
        who,
        of,
        assessment=SHIPPED if measured else None,
        questions=ASKED,
        nicknames=[f"n{at}" for at in range(20)],
        language="ja",
    )
    assert made is not None
    return made


def seen(one: Rehearsal) -> Workshop:
    found = workshops.read(one.signed.token, one.id)
    assert isinstance(found, Workshop)
    return found


def now(one: Rehearsal) -> RoomNow:
    found = room(one.signed.token, seen(one), SHIPPED)
    assert isinstance(found, RoomNow)
    return found


def go(one: Rehearsal, kind: str) -> Workshop:
    moved = workshops.go(one.signed.token, seen(one), AT[kind])
    assert isinstance(moved, Workshop)
    return moved


def test_they_join_one_by_one_and_answer_at_different_paces(kept: Rehearsals, store: Store, time: Time) -> None:
    one = begun(kept, signed(store))
    here = []
    for time.seconds in range(0, 21, 2):
        here.append(now(one).here)
    assert here == sorted(here)
    assert len(set(here)) >= 8
    assert (here[0], here[-1]) == (0, PHONES)
    go(one, "assessment")
    done = []
    for time.seconds in range(20, 84, 4):
        now(one)
        done.append(sum(seat.finished for seat in one.seats()))
    assert done == sorted(done)
    assert len(set(done)) >= 4
    assert (done[0], done[-1]) == (0, PHONES)
    assert now(one).progress == 100


def test_the_whole_workshop_is_shown_by_the_products_own_rule(kept: Rehearsals, store: Store, time: Time) -> None:
    one = begun(kept, signed(store))
    who = one.signed.token
    for kind, wait in (("lobby", 25), ("assessment", 65), ("picture", 1)):
        shown = go(one, kind)
        time.seconds += wait
        now(one)
    assert isinstance(picture := take(who, shown, assessment=SHIPPED), Shown)
    assert picture.snapshot.people == PHONES
    assert all(row["mean"] % 5 == 0 for row in picture.snapshot.content["traits"])
    scores = [json.dumps(row.scores, sort_keys=True) for row in one.store.workshops.measured(who, one.id, 1)]
    assert len(set(scores)) == PHONES
    go(one, "check")
    time.seconds += 40
    check = take(who, seen(one), question=ASKED["measures/3"])
    assert isinstance(check, Shown)
    assert check.snapshot.people == PHONES
    go(one, "again")
    time.seconds += 65
    now(one)
    change = take(who, go(one, "change"), assessment=SHIPPED)
    assert isinstance(change, Shown)
    assert change.snapshot.people == PHONES
    go(one, "wrap_up")
    time.seconds += 40
    assert isinstance(take(who, seen(one), question=ASKED["take_along"]), Shown)
    assert all(seat.finished_again and len(seat.voted) == 2 for seat in one.seats())


def test_a_picture_too_early_is_withheld_as_in_a_real_room(kept: Rehearsals, store: Store, time: Time) -> None:
    one = begun(kept, signed(store))
    assert isinstance(take(one.signed.token, go(one, "picture"), assessment=SHIPPED), Withheld)


def test_whoever_looks_late_finds_everybody_where_they_would_be(kept: Rehearsals, store: Store, time: Time) -> None:
    one = begun(kept, signed(store))
    go(one, "assessment")
    time.seconds = 90
    assert now(one).progress == 100


def test_without_an_assessment_they_vote(kept: Rehearsals, store: Store, time: Time) -> None:
    agenda = (Stage("lobby", 3), Stage("check", 4, "measures/3"))
    one = begun(kept, signed(store), agenda, measured=False)
    time.seconds = 25
    workshops.go(one.signed.token, seen(one), 1)
    time.seconds = 60
    seen(one)
    assert all(set(seat.voted) == {"measures/3"} for seat in one.seats())


def test_the_database_learns_nothing_of_it(kept: Rehearsals, store: Store, time: Time, tmp_path: Path) -> None:
    who = signed(store)
    with closing(sqlite3.connect(tmp_path / "fit.db")) as database:
        before = list(database.iterdump())
        one = begun(kept, who)
        time.seconds = 25
        go(one, "assessment")
        time.seconds = 90
        assert now(one).here == PHONES
        assert list(database.iterdump()) == before


def test_it_is_its_trainers_alone_and_gone_when_ended(kept: Rehearsals, store: Store, time: Time) -> None:
    mine, other = signed(store), signed(store, "other")
    one = begun(kept, mine)
    assert kept.of(mine, one.id) is one
    assert kept.of(other, one.id) is None
    kept.end(other, one.id)
    assert kept.of(mine, one.id) is one
    kept.end(mine, one.id)
    assert kept.of(mine, one.id) is None
    gone = workshops.read(one.signed.token, one.id)
    assert isinstance(gone, Refused)
    assert gone.outcome is Outcome.OVER


def test_two_hours_and_it_is_over(kept: Rehearsals, store: Store, time: Time) -> None:
    mine = signed(store)
    one = begun(kept, mine)
    time.seconds = 3600 * HOURS - 1
    assert kept.of(mine, one.id) is one
    time.seconds += 1
    assert kept.of(mine, one.id) is None
    assert beats.beat(one.id) is None


def test_one_a_trainer_and_not_too_many_at_once(kept: Rehearsals, store: Store, time: Time) -> None:
    trainers = [signed(store, f"trainer {at}") for at in range(4)]
    first = begun(kept, trainers[0])
    again = begun(kept, trainers[0])
    assert kept.of(trainers[0], first.id) is None
    assert kept.of(trainers[0], again.id) is again
    begun(kept, trainers[1])
    begun(kept, trainers[2])
    given = {"assessment": None, "questions": {}, "nicknames": (), "language": "ja"}
    plain = draft(agenda=(Stage("lobby", 3),), assessment=None, form=None)
    assert kept.begin(trainers[3], plain, **given) is None
    kept.end(trainers[1], next(iter(one.id for one in kept._all() if one.owner == trainers[1].organiser.id)))
    assert kept.begin(trainers[3], plain, **given) is not None


def test_a_process_takes_twenty() -> None:
    assert process_rehearsals.MOST == 20
