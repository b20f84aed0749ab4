"""On whom a picture rests: never on fewer than five, and never so that two pictures tell of one or two people."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.group.people import MOST_GROUPS, MOST_LEFT_OUT, Shown, Withheld, choose
from scoring.told.group import FEWEST, NEWCOMERS
from tests.examples import examples

MEASURED = ("picture", "change")
STAGES = (*MEASURED, "poll", "check")


def people(*names: int) -> frozenset[str]:
    return frozenset(f"{name:03}" for name in names)


def up_to(last: int) -> frozenset[str]:
    return people(*range(1, last + 1))


def test_nothing_is_shown_of_fewer_than_five() -> None:
    assert choose(frozenset(), []) == Withheld("too_few", 5)
    assert choose(up_to(4), []) == Withheld("too_few", 1)
    assert choose(up_to(5), []) == up_to(5)


def test_another_picture_of_a_stage_needs_three_newcomers_and_nobody_gone() -> None:
    first = [Shown(up_to(6), same_stage=True)]
    assert choose(up_to(6), first) == Withheld("same", 3)
    assert choose(up_to(7), first) == Withheld("few", 2)
    assert choose(up_to(9), first) == up_to(9)
    assert choose(up_to(12) - people(3), first) == Withheld("gone", 0)
    assert choose(up_to(12), [Shown(up_to(5), lost=1, same_stage=True)]) == Withheld("gone", 0)


def test_a_stage_that_is_begun_anew_may_show_the_same_people_or_others() -> None:
    first = [Shown(up_to(6), same_stage=True)]
    assert choose(up_to(6), first, anew=True) == up_to(6)
    assert choose(up_to(12) - people(3), first, anew=True) == up_to(12) - people(3)
    assert choose(up_to(7), first, anew=True) == up_to(6), "the one who came would be told by the difference"


def test_who_would_be_told_by_a_difference_is_left_out_with_two_others() -> None:
    picture = [Shown(up_to(12))]
    assert choose(up_to(12), picture) == up_to(12)
    assert choose(up_to(11), picture) == up_to(9)
    assert choose(up_to(10), picture) == up_to(9)
    assert choose(up_to(9), picture) == up_to(9)
    assert choose(up_to(14), picture) == up_to(14) - people(12)
    assert choose(up_to(5), [Shown(up_to(6))]) == Withheld("few", 1)


def test_those_who_were_deleted_count_as_a_difference() -> None:
    assert choose(up_to(8), [Shown(up_to(8), lost=1)]) == up_to(6)
    assert choose(up_to(8), [Shown(up_to(8), lost=3)]) == up_to(8)
    assert choose(up_to(5), [Shown(up_to(5), lost=2)]) == Withheld("few", 1)


def test_where_nothing_else_goes_a_picture_rests_on_the_people_of_an_earlier_one() -> None:
    """Whomever of ten one leaves out, somebody would be told by what nine of them showed."""
    shown = [Shown(up_to(10) - people(at)) for at in range(1, 11)]
    assert isinstance(choose(up_to(10), shown), Withheld)
    assert choose(up_to(10), [*shown, Shown(up_to(5))]) == up_to(5)


def test_what_was_measured_is_shown_of_two_groups_at_most() -> None:
    shown = [Shown(up_to(many), measured=True) for many in (8, 11)]
    assert choose(up_to(14), shown) == up_to(14), "votes are another thing"
    assert choose(up_to(14), shown[:1], measured=True) == up_to(14)
    assert choose(up_to(14), shown, measured=True) == up_to(11)
    assert choose(up_to(10), shown, measured=True) == up_to(8)
    assert choose(up_to(14) - people(1), shown, measured=True) == Withheld("many", 0)
    assert choose(up_to(4), shown, measured=True) == Withheld("too_few", 1)
    lost = [shown[0], Shown(up_to(11), lost=3, measured=True)]
    assert choose(up_to(11), lost, measured=True) == up_to(8), "eleven of fourteen are a third group"
    last = [shown[0], Shown(up_to(11), same_stage=True, measured=True)]
    assert choose(up_to(14), last, measured=True) == Withheld("many", 0)
    assert choose(up_to(14), last, measured=True, anew=True) == up_to(11)


@pytest.mark.parametrize("size", [30, 300])
def test_a_large_room_with_many_pictures_is_decided_at_once(size: int) -> None:
    """Everybody missed some of twenty questions, so that hardly anybody was in the same pictures as another."""
    draw = Random(size)
    shown = [Shown(frozenset(f"{one:03}" for one in range(size) if draw.random() < 0.9)) for _ in range(20)]
    found = choose(frozenset(f"{one:03}" for one in range(size)), shown)
    assert isinstance(found, frozenset)
    assert len(found) >= size - MOST_LEFT_OUT


@dataclass
class Room:
    """A workshop as its store sees it, and ``rested``: every picture with all whom it rested on, deleted or not."""

    came: int = 0
    done: dict[str, set[str]] = field(default_factory=lambda: {stage: set() for stage in STAGES})
    rested: list[tuple[frozenset[str], str, int]] = field(default_factory=list)
    deleted: set[str] = field(default_factory=set)
    rounds: dict[str, int] = field(default_factory=lambda: dict.fromkeys(STAGES, 0))

    def act(self, what: str, who: int, stage: str) -> None:
        here = [one for one in sorted(up_to(self.came)) if one not in self.deleted]
        if what == "join":
            self.came += who % 4
        elif what == "all":
            self.done[stage].update(here)
        elif what in ("reveal", "anew"):
            self.reveal(stage, anew=what == "anew")
        elif here and what == "finish":
            self.done[stage].add(here[who % len(here)])
        elif here and what == "withdraw":
            self.done[stage].discard(here[who % len(here)])
        elif here:
            self.deleted.add(here[who % len(here)])

    def reveal(self, stage: str, *, anew: bool) -> None:
        present = frozenset(self.done[stage]) - self.deleted
        if stage == "change":
            present &= self.done["picture"]
        shown = [
            Shown(
                members - self.deleted,
                len(members & self.deleted),
                same_stage=(of, turn) == (stage, self.rounds[stage]),
                measured=of in MEASURED,
            )
            for members, of, turn in self.rested
        ]
        found = choose(present, shown, anew=anew, measured=stage in MEASURED)
        if isinstance(found, Withheld):
            assert (found.missing == 0) is (found.reason in ("gone", "many"))
            assert found.reason != "too_few" or len(present) < FEWEST
            return
        self.rounds[stage] += anew
        assert found <= present
        last = [members for members, of, turn in self.rested if (of, turn) == (stage, self.rounds[stage])]
        assert all(one <= found and len(found - one) >= NEWCOMERS for one in last)
        self.rested.append((found, stage, self.rounds[stage]))


ACTS = st.tuples(
    st.sampled_from(["join", "join", "all", "finish", "withdraw", "delete", "reveal", "reveal", "anew"]),
    st.integers(0, 40),
    st.sampled_from(STAGES),
)


@settings(max_examples=examples(1000), deadline=None)
@given(st.integers(0, 12), st.lists(ACTS, max_size=60))
def test_any_two_pictures_rest_on_the_same_people_or_on_some_that_differ_by_three(
    first: int, acts: list[tuple[str, int, str]]
) -> None:
    room = Room(first)
    for act in acts:
        room.act(*act)
    for members, _, _ in room.rested:
        assert len(members) >= FEWEST
    for (one, _, _), (other, _, _) in combinations(room.rested, 2):
        assert one == other or len(one ^ other) >= NEWCOMERS
    left = {(one - room.deleted, len(one & room.deleted)) for one, of, _ in room.rested if of in MEASURED}
    assert len(left) <= MOST_GROUPS
