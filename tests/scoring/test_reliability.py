"""Cronbach's alpha on cases with a known answer."""

from __future__ import annotations

import numpy as np
import pytest

from tests.scoring.reliability import cronbach_alpha, keyed_answers


def test_alpha_of_a_worked_example() -> None:
    # Variances 1 and 1, covariance 1/2: alpha = 2/1 (1 - 2 / (2 + 1)) = 2/3.
    assert cronbach_alpha(np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 3.0]])) == pytest.approx(2 / 3)


def test_items_that_agree_wholly_have_alpha_one_and_those_without_variance_none() -> None:
    assert cronbach_alpha(np.array([[1.0, 1.0, 1.0], [2.0, 2.0, 2.0], [4.0, 4.0, 4.0]])) == pytest.approx(1)
    assert np.isnan(cronbach_alpha(np.full((5, 3), 2.0)))


def test_covariances_come_from_those_who_answered_both() -> None:
    whole = np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 3.0]])
    gaps = np.array([[1.0, 2.0], [2.0, 1.0], [3.0, 3.0], [np.nan, np.nan]])
    assert cronbach_alpha(gaps) == cronbach_alpha(whole)
    with pytest.raises(ValueError, match="at least two items"):
        cronbach_alpha(whole[:, :1])


def test_keyed_answers_turn_the_minus_items_and_keep_the_gaps(build) -> None:
    assessment = build(items=2, points=5, foundation=0)
    responses = np.array([[5, 0, 0, 4, 0, 0], [0, 0, 0, 1, 0, 0]], dtype=np.int8)
    keyed = keyed_answers(assessment, "full", responses, "t0")
    assert np.array_equal(keyed, [[5, 2], [np.nan, 5]], equal_nan=True)
    with pytest.raises(ValueError, match="no trait 't9'"):
        keyed_answers(assessment, "full", responses, "t9")
