"""The smaller a room, the wider the steps of its means, so that no sum of scores is told to less than 200 points."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.group.steps import SUM, in_steps, middle, reach_in_room, room_mean, step
from scoring.told.group import FEWEST, STEP


def test_the_steps_by_the_size_of_the_room() -> None:
    assert [step(people) for people in (5, 6, 7, 8, 10, 15, 20, 39, 40, 300)] == [40, 35, 30, 25, 20, 15, 10, 10, 5, 5]


@pytest.mark.parametrize("people", range(5, 60))
def test_no_sum_is_told_to_less_than_two_people_s_scale(people: int) -> None:
    assert step(people) % STEP == 0
    assert step(people) * people >= SUM
    assert (step(people) - STEP) * people < SUM


def test_steps_are_counted_from_the_norm_s_mean() -> None:
    assert [room_mean([value] * 10, 50) for value in (0, 39.9, 40, 59.9, 60, 100)] == [10, 30, 50, 50, 70, 90]
    assert [room_mean([value] * 10, 58) for value in (40, 50, 69.9, 70)] == [40, 60, 60, 80]
    assert [middle(mean) for mean in (50, 52.4, 52.5, 58)] == [50, 50, 55, 60]


@given(st.lists(st.floats(0, 100), min_size=FEWEST, max_size=60), st.floats(30, 70))
def test_what_is_told_lies_on_the_scale_and_within_a_step_of_the_mean(values: list[float], norm_mean: float) -> None:
    told = room_mean(values, norm_mean)
    assert 0 <= told <= 100
    assert told % STEP == 0
    assert abs(told - sum(values) / len(values)) <= step(len(values)) + 1e-9


@given(st.lists(st.floats(0, 100), max_size=FEWEST - 1))
def test_nothing_is_told_of_fewer_than_five(values: list[float]) -> None:
    with pytest.raises(ValueError, match="too small"):
        room_mean(values, 50)


def test_many_rooms_are_told_as_one_is() -> None:
    rooms = np.random.default_rng(4).choice(np.arange(9) * 12.5, (50, 12))
    assert in_steps(rooms.mean(axis=1), step(12), 50).tolist() == [room_mean(room.tolist(), 50) for room in rooms]


def test_a_mean_lies_within_its_reach_four_times_in_five() -> None:
    draw = np.random.default_rng(5)
    for people in (5, 12, 40):
        rooms = 50 + 17 * draw.standard_normal((4000, people))
        held = np.abs(in_steps(rooms.mean(axis=1), step(people), 50) - 50) <= reach_in_room(17, people)
        assert held.mean() > 0.8
