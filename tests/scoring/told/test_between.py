"""Two people on one measure: the error of their difference, and who stands together with whom."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.rule.result import Estimate
from scoring.told.between import Gap, gap, together

Z80 = 1.2816


def estimate(value: float, sem: float) -> Estimate:
    half = Z80 * sem
    return Estimate(value, max(value - half, 0.0), min(value + half, 100.0))


ESTIMATES = st.builds(estimate, st.floats(0, 100), st.floats(2, 20))


def test_the_difference_is_as_uncertain_as_both_together() -> None:
    found = gap(estimate(70, 6), estimate(50, 8))
    assert (found.value, found.low, found.high) == pytest.approx((20, 20 - Z80 * 10, 20 + Z80 * 10))
    assert found.apart


def test_an_interval_that_was_cut_for_show_counts_whole() -> None:
    whole = gap(estimate(60, 10), estimate(50, 10))
    cut = gap(estimate(98, 10), estimate(88, 10))
    assert (cut.low, cut.high) == pytest.approx((whole.low, whole.high))


def test_what_would_be_shown_as_zero_is_no_difference() -> None:
    assert not Gap(10, 0.49, 19.5).apart
    assert Gap(10, 0.5, 19.5).apart
    assert not Gap(-10, -19.5, -0.49).apart
    assert Gap(-10, -19.5, -0.5).apart


def test_four_in_five_intervals_hold_the_true_difference() -> None:
    """The formula is tried on made-up measurements with a known error."""
    draw = np.random.default_rng(7)
    first, second = 60 + 9 * draw.standard_normal(20_000), 52 + 5 * draw.standard_normal(20_000)
    held = 0
    for one, other in zip(first.tolist(), second.tolist(), strict=True):
        found = gap(
            Estimate(one, one - Z80 * 9, one + Z80 * 9),
            Estimate(other, other - Z80 * 5, other + Z80 * 5),
        )
        held += found.low <= 8 <= found.high
    assert held / 20_000 == pytest.approx(0.8, abs=0.012)


@given(ESTIMATES, ESTIMATES)
def test_turning_two_people_round_turns_the_sign_alone(one: Estimate, other: Estimate) -> None:
    there, back = gap(one, other), gap(other, one)
    assert (there.value, there.low, there.high) == pytest.approx((-back.value, -back.high, -back.low))
    assert there.apart is back.apart


@given(st.lists(ESTIMATES, max_size=12))
def test_nobody_in_a_group_is_apart_from_anybody_in_it_and_everybody_stands_in_one(estimates: list[Estimate]) -> None:
    groups = together(estimates)
    assert sorted(at for group in groups for at in group) == list(range(len(estimates)))
    for group in groups:
        assert not any(gap(estimates[one], estimates[other]).apart for one in group for other in group)
    for before, after in pairwise(groups):
        assert any(gap(estimates[one], estimates[after[0]]).apart for one in before), "no group ends without a reason"
        assert min(estimates[one].value for one in before) >= max(estimates[one].value for one in after)


def test_equal_people_make_one_group() -> None:
    assert together([estimate(50, 8)] * 5) == ((0, 1, 2, 3, 4),)
    assert together([]) == ()
