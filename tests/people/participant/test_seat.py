"""A seat as a phone's page uses it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from people.participant import seat as seats
from people.respondent.outcome import Outcome
from people.trainer import workshops
from store import Seat, Store, StoreDown, Token
from tests.people.trainer.world import joined, organiser, store, workshop

__all__ = ["store"]
QUESTION = "measures/3"


@pytest.mark.parametrize(
    ("choice", "kept"),
    [("a", "a"), ({"b", "a"}, ["a", "b"]), (("b", "a"), ["b", "a"]), ({"a": "x"}, {"a": "x"}), (["b"], ["b"])],
)
def test_votes_of_every_kind(store: Store, choice: Any, kept: Any) -> None:
    token, seat = joined(workshop(organiser(store)))
    assert seats.vote(token, seat, QUESTION, choice) is Outcome.DONE
    mine = seats.mine(token)
    assert isinstance(mine, Seat)
    assert mine.voted == {QUESTION: kept}


def test_a_nickname_and_leaving(store: Store) -> None:
    token, seat = joined(workshop(organiser(store)))
    assert seats.rename(token, seat, " 山\u202e鳥 ") is Outcome.DONE
    mine = seats.mine(token)
    assert isinstance(mine, Seat)
    assert mine.nickname == "山鳥"
    assert seats.leave(token, seat) is Outcome.DONE
    assert seats.mine(token) is Outcome.OVER
    assert seats.leave(token, seat) is Outcome.OVER


def test_what_is_refused(store: Store) -> None:
    who = organiser(store)
    made = workshop(who)
    token, seat = joined(made)
    assert seats.vote(token, seat, "another", "a") is Outcome.REFUSED
    workshops.end(who, made.id)
    assert seats.vote(token, seat, QUESTION, "a") is Outcome.OVER
    assert isinstance(seats.mine(token), Seat)


CALLS: list[Callable[[Token | None, Seat], object]] = [
    lambda own, seat: seats.mine(own),
    lambda own, seat: seats.vote(own, seat, QUESTION, "a"),
    lambda own, seat: seats.rename(own, seat, "x"),
    lambda own, seat: seats.leave(own, seat),
]


@pytest.mark.parametrize("call", CALLS)
def test_nothing_raises_for_the_store_s_sake(
    store: Store, monkeypatch: pytest.MonkeyPatch, call: Callable[[Token | None, Seat], object]
) -> None:
    token, seat = joined(workshop(organiser(store)))
    assert call(None, seat) is Outcome.OVER
    assert call(Token("x" * 43), seat) is Outcome.OVER

    def away() -> Store:
        raise StoreDown("away")

    monkeypatch.setattr(seats, "process_store", away)
    assert call(token, seat) is Outcome.AWAY


def test_what_the_room_saw_is_for_who_sits_in_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    token, seat = joined(workshop(organiser(store)))
    assert seats.shown(token, seat) == ()
    assert seats.shown(None, seat) is Outcome.OVER
    other, _ = joined(workshop(organiser(store, "other")))
    assert seats.shown(other, seat) is Outcome.OVER

    def away(*_: Any) -> None:
        raise StoreDown("away")

    monkeypatch.setattr(type(store.seats), "shown", away)
    assert seats.shown(token, seat) is Outcome.AWAY
