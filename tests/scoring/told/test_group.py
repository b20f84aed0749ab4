"""What may be said of a group: never of too few, in steps, and never so that two pictures name somebody."""

from __future__ import annotations

from itertools import combinations_with_replacement

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.told.group import FEWEST, FEWEST_WITH_SPREAD, STEP, another, mean_in_steps, reach, spread

SCORES = st.floats(0, 100)


@given(st.lists(SCORES, max_size=FEWEST - 1))
def test_nothing_is_said_of_fewer_than_five(values: list[float]) -> None:
    with pytest.raises(ValueError, match="too small"):
        mean_in_steps(values)
    assert spread(values) is None


@given(st.lists(SCORES, min_size=FEWEST, max_size=30))
def test_a_mean_comes_in_steps_of_five_and_the_spread_from_eight(values: list[float]) -> None:
    said = mean_in_steps(values)
    assert said % STEP == 0
    assert abs(said - sum(values) / len(values)) <= STEP / 2 + 1e-9
    assert (spread(values) is None) is (len(values) < FEWEST_WITH_SPREAD)


def test_the_words_of_the_spread() -> None:
    assert spread([50] * 8) == "alike"
    assert spread([30, 40, 45, 50, 55, 60, 65, 75]) == "parted"
    assert spread([0, 0, 0, 0, 100, 100, 100, 100]) == "far"


def test_a_mean_of_five_leaves_many_groups_that_one_of_them_could_be_in() -> None:
    """Whoever knows their own score cannot work the four others out: research on rooms of five, done again."""
    draw = np.random.default_rng(3)
    scores = [100 * at / 16 for at in range(17)]
    chances = np.exp(-((np.array(scores) - 55) ** 2) / (2 * 18**2))
    left = []
    for _ in range(60):
        room = draw.choice(scores, 5, p=chances / chances.sum())
        own, said = room[0], mean_in_steps(room.tolist())
        fitting = sum(mean_in_steps([own, *others]) == said for others in combinations_with_replacement(scores, 4))
        left.append(fitting)
    assert min(left) > 30


def people(*names: int) -> frozenset[str]:
    return frozenset(map(str, names))


def test_another_picture_needs_three_newcomers_and_nobody_gone() -> None:
    before = people(1, 2, 3, 4, 5)
    assert another(before, before) == "same"
    assert another(before, before | people(6, 7)) == "few"
    assert another(before, before | people(6, 7, 8)) == "may"
    assert another(before, people(1, 2, 3, 4, 6, 7, 8, 9)) == "gone"
    assert another(before, people(1, 2, 3, 4)) == "gone"
    assert another(before, people(11, 12, 13, 14, 15)) == "may", "another group altogether"
    assert another(frozenset(), before) == "may"


def test_the_more_people_the_surer_the_mean() -> None:
    assert reach(17, 5) == pytest.approx(9.74 + 2.5, abs=0.01)
    assert reach(17, 20) == pytest.approx((reach(17, 5) - 2.5) / 2 + 2.5)


def test_a_mean_lies_within_its_reach_at_least_four_times_in_five() -> None:
    draw = np.random.default_rng(5)
    for people_in_it in (5, 12, 40):
        rooms = 50 + 17 * draw.standard_normal((4000, people_in_it))
        held = sum(abs(mean_in_steps(room.tolist()) - 50) <= reach(17, people_in_it) for room in rooms)
        assert held / 4000 > 0.8
