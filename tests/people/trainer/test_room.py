"""How far a room is: never so that somebody can be counted out of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.respondent.outcome import Outcome
from people.trainer.asking import Refused
from people.trainer.room import RoomNow, room, told
from store import RoomCounts, Stage, Store
from tests.people.trainer import world
from tests.people.trainer.world import SHIPPED, at, joined, organiser, store, workshop

__all__ = ["store"]
ASSESSMENT = Stage("assessment", 5)


def counts(seats: int, finished: int, answered: float | None = None) -> RoomCounts:
    return RoomCounts(seats, finished, finished, 0, finished / max(seats, 1) if answered is None else answered, {})


@pytest.mark.parametrize(
    ("seats", "finished", "progress", "waiting"),
    [
        (0, 0, None, 0),
        (4, 4, None, 0),
        (5, 4, 80, 0),
        (5, 5, 100, 5),
        (9, 8, 80, 0),
        (10, 9, 90, 5),
        (11, 10, 90, 5),
        (20, 19, 90, 15),
        (20, 20, 100, 20),
        (300, 299, 90, 295),
    ],
)
def test_in_coarse_words(seats: int, finished: int, progress: int | None, waiting: int) -> None:
    assert told(counts(seats, finished), ASSESSMENT) == RoomNow(seats, progress, waiting)


def test_answers_do_not_fill_the_bar_before_everybody_is_done() -> None:
    assert told(counts(6, 0, 1.0), ASSESSMENT).progress == 90
    assert told(counts(6, 0, 0.59), ASSESSMENT).progress == 50


@given(st.integers(0, 60), st.data())
def test_nobody_is_the_only_one_left_or_the_only_one_done(seats: int, data: st.DataObject) -> None:
    """What is told fits a room in which a good few are still at it, or fits one in which all are done."""
    finished = data.draw(st.integers(0, seats))
    seen = told(counts(seats, finished), ASSESSMENT)
    if finished == seats and seats >= 5:
        assert (seen.progress, seen.waiting) == (100, seats)
        return
    fitting = [other for other in range(seats) if told(counts(seats, other), ASSESSMENT).waiting == seen.waiting]
    assert len(fitting) >= min(5, seats)


def test_each_stage_has_its_own() -> None:
    here = RoomCounts(10, 9, 8, 5, 0.85, {"measures/3": 10, "x": 2})
    told_of = {
        stage: told(here, stage).progress
        for stage in (
            Stage("lobby", 1),
            Stage("discussion", 1, "x"),
            Stage("picture", 1),
            Stage("again", 1),
            Stage("check", 1, "measures/3"),
            Stage("wrap_up", 1, "nobody"),
            Stage("wrap_up", 1),
        )
    }
    assert list(told_of.values()) == [None, None, 80, 50, 100, 0, None]


def test_of_a_real_room(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "assessment")
    here = world.room(store, seen, 5)
    joined(seen)
    assert room(who, seen, SHIPPED) == RoomNow(6, 80, 0)
    answered = world.answer_and_finish
    token, _ = joined(seen)
    answered(store, token)
    assert room(who, seen, SHIPPED) == RoomNow(7, 80, 0)
    assert room(organiser(store, "stranger"), seen, SHIPPED) == Refused(Outcome.OVER)
    for token, _ in here:
        store.rights.forget(token)
    assert room(who, seen, SHIPPED) == RoomNow(2, None, 0)
