"""Pictures of a room: held back at four, shown from five, once, and never of somebody who has gone."""

from __future__ import annotations

from typing import Any

import pytest

from people.respondent.editions import edition
from people.respondent.outcome import Outcome
from people.trainer import pictures, workshops
from people.trainer.asking import Refused
from people.trainer.choices import Asked, asked_of
from people.trainer.pictures import Shown, Withheld, all_shown, shown, take
from scoring.told.group import FEWEST
from store import Store, Token, Workshop
from tests.people.trainer.world import (
    SHIPPED,
    answer_and_finish,
    at,
    ids,
    joined,
    kept,
    organiser,
    room,
    store,
    workshop,
)
from tests.shipped import shipped_content

__all__ = ["store"]
SINGLE = Asked("single", ("a", "b", "c"))


def taken(who: Token, seen: Workshop, **material: Any) -> Shown:
    done = take(who, seen, **material or {"assessment": SHIPPED})
    assert isinstance(done, Shown), done
    return done


def test_held_back_at_four_and_open_at_five(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "picture")
    here = room(store, seen, FEWEST - 1)
    joined(seen)
    assert take(who, seen, assessment=SHIPPED) == Withheld("too_few", 1)
    assert shown(who, seen) is None
    here += room(store, seen, 1, first=9)
    done = taken(who, seen)
    assert done.snapshot.members == ids(here)
    assert (done.workshop.revealed, done.workshop.beat) == (True, seen.beat + 1)
    assert done.snapshot.content["people"] == FEWEST
    assert len(done.snapshot.content["traits"]) == len(SHIPPED.traits)
    assert shown(who, done.workshop) == done.snapshot
    assert all_shown(who, seen.id) == (done.snapshot,)


def test_another_one_needs_three_newcomers_or_the_stage_anew(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "picture")
    here = room(store, seen, 5)
    seen = taken(who, seen).workshop
    assert take(who, seen, assessment=SHIPPED) == Withheld("same", 3)
    here += room(store, seen, 2, first=20)
    assert take(who, seen, assessment=SHIPPED) == Withheld("few", 1)
    here += room(store, seen, 1, first=30)
    done = taken(who, seen)
    assert done.snapshot.members == ids(here)
    anew = workshops.go(who, done.workshop, done.workshop.at, anew=True)
    assert isinstance(anew, Workshop)
    assert shown(who, anew) is None
    assert taken(who, anew).snapshot.members == ids(here)
    assert len(kept(store, who, seen)) == 3


def test_who_deletes_voids_the_next_one_until_it_holds_again(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "picture")
    here = room(store, seen, 6)
    seen = taken(who, seen).workshop
    store.rights.forget(here[0][0])
    assert take(who, seen, assessment=SHIPPED) == Withheld("gone", 0)
    (first,) = kept(store, who, seen)
    assert (first.people, first.lost) == (6, 1)
    # Started anew, five are there who differ from the six by one: the picture waits for more.
    anew = workshops.go(who, seen, seen.at, anew=True)
    assert isinstance(anew, Workshop)
    held = take(who, anew, assessment=SHIPPED)
    assert isinstance(held, Withheld)
    room(store, anew, held.missing, first=40)
    done = taken(who, anew)
    assert len((done.snapshot.members - first.members) | (first.members - done.snapshot.members)) + first.lost >= 3


def test_who_deletes_in_the_middle_is_not_in_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "picture")
    here = room(store, seen, 6)
    choose = pictures.choose

    def chosen_while_somebody_goes(*given: Any, **how: Any) -> Any:
        found = choose(*given, **how)
        if store.devices.opens(here[0][0]):
            store.rights.forget(here[0][0])
        return found

    monkeypatch.setattr(pictures, "choose", chosen_while_somebody_goes)
    assert taken(who, seen).snapshot.members == ids(here[1:])


def test_a_room_that_keeps_emptying_is_given_up(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "picture")
    here = room(store, seen, 9)
    choose = pictures.choose

    def chosen_while_they_go(*given: Any, **how: Any) -> Any:
        found = choose(*given, **how)
        store.rights.forget(here.pop()[0])
        return found

    monkeypatch.setattr(pictures, "choose", chosen_while_they_go)
    refused = take(who, seen, assessment=SHIPPED)
    assert refused == Refused(Outcome.CHANGED, current=seen)
    assert kept(store, who, seen) == ()


def test_another_trainer_was_faster(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "picture")
    room(store, seen, 5)
    moved = workshops.count_down(who, seen, 60)
    assert isinstance(moved, Workshop)
    assert take(who, seen, assessment=SHIPPED) == Refused(Outcome.CHANGED, current=moved)
    assert kept(store, who, seen) == ()
    assert len(taken(who, moved).snapshot.members) == 5


def test_before_and_after_are_of_the_same_people(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "picture")
    here = room(store, seen, 8)
    first = taken(who, seen)
    seen = at(who, first.workshop, "again")
    late = room(store, seen, 1, first=50)
    for turn, (token, seat) in enumerate(here[:5], 60):
        store.sheets.again(token, edition(SHIPPED, "quick", "ja"))
        answer_and_finish(store, token, turn=turn)
        assert seat.id not in ids(late)
    seen = at(who, seen, "change")
    done = taken(who, seen)
    # Five of the eight, and nobody who answered once.
    assert done.snapshot.members == ids(here[:5])
    assert {"trait", "before", "after"} == set(done.snapshot.content["traits"][0])


def test_what_was_measured_is_shown_of_two_groups_at_most(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "picture")
    here = room(store, seen, 5)
    for turn in range(2):
        seen = taken(who, seen).workshop
        here += room(store, seen, 3, first=20 + turn)
    assert take(who, seen, assessment=SHIPPED) == Withheld("many", 0)
    # Votes rest on whom they may, however often scores were shown.
    seen = at(who, seen, "check")
    for token, seat in here:
        store.seats.vote(token, seat.id, "measures/3", "a")
    assert taken(who, seen, question=SINGLE).snapshot.members == ids(here)


def test_votes_are_counted_as_far_as_may_be_told(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "check")
    here = [joined(seen) for _ in range(7)]
    for (token, seat), choice in zip(here, ["a", "a", "a", "b", "b", "b", "z"], strict=True):
        store.seats.vote(token, seat.id, "measures/3", choice)
    done = taken(who, seen, question=SINGLE)
    # What is no option of the question is nobody's vote.
    assert done.snapshot.members == ids(here[:6])
    assert done.snapshot.content["told"] == [
        {"options": ["a"], "count": 3},
        {"options": ["b"], "count": 3},
        {"options": ["c"], "count": 0},
    ]


def test_a_stage_that_shows_nothing_has_no_picture(store: Store) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "discussion")
    assert take(who, seen, assessment=SHIPPED) == Refused(Outcome.REFUSED, "kind")
    seen = at(who, seen, "picture")
    assert take(who, seen, question=SINGLE) == Refused(Outcome.REFUSED, "kind")
    assert take(organiser(store, "stranger"), seen, assessment=SHIPPED) == Refused(Outcome.OVER)


@pytest.mark.parametrize(
    ("question", "whole", "other"),
    [
        (SINGLE, ["a"], ["z", ["a"], None, 1, {}]),
        (Asked("several", ("a", "b")), [["a"], ["b", "a"]], [[], ["a", "a"], ["z"], "a", [["a"]], None]),
        (Asked("order", ("a", "b")), [["b", "a"]], [["a"], ["a", "b", "a"], "ab", [1, 2], None]),
        (
            Asked("match", ("a", "b"), ("x", "y")),
            [{"a": "x", "b": "x"}],
            [{"a": "x"}, {"a": "x", "b": "z"}, {"a": "x", "b": ["y"]}, {"a": "x", "b": "y", "c": "x"}, "a", None],
        ),
    ],
)
def test_which_votes_are_whole_answers(question: Asked, whole: list[Any], other: list[Any]) -> None:
    assert all(question.takes(choice) for choice in whole)
    assert not any(question.takes(choice) for choice in other)


def test_every_question_of_the_lessons_can_be_voted_on() -> None:
    learning = shipped_content().learning
    assert learning is not None
    kinds = set()
    for quiz in learning.quizzes.values():
        for question in quiz.questions:
            asked = asked_of(question)
            kinds.add(asked.kind)
            if asked.kind == "order":
                assert asked.takes(list(question.right))
            if asked.kind == "match":
                assert asked.takes({option.id: option.target for option in question.options})
    assert kinds == {"single", "several", "order", "match"}


@pytest.mark.parametrize(
    ("question", "choices"),
    [
        (Asked("several", ("a", "b")), [["a"]] * 3 + [["a", "b"]] * 3),
        (Asked("order", ("a", "b")), [["a", "b"]] * 3 + [["b", "a"]] * 3),
        (Asked("match", ("a", "b"), ("x", "y")), [{"a": "x", "b": "y"}] * 6),
    ],
)
def test_other_kinds_are_counted_too(store: Store, question: Asked, choices: list[Any]) -> None:
    who = organiser(store)
    seen = at(who, workshop(who), "check")
    for choice in choices:
        token, seat = joined(seen)
        store.seats.vote(token, seat.id, "measures/3", choice)
    content = taken(who, seen, question=question).snapshot.content
    assert (content["kind"], content["people"]) == (question.kind, 6)
    assert [one["option"] for one in content["told"]] == ["a", "b"]
