"""The elementary functions against the standard library, scipy only where that has none."""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.numbers.elementary import exp, log
from scoring.numbers.normal import cdf, quantile


@given(st.floats(-699, 699))
def test_exp_agrees_with_the_standard_library(x: float) -> None:
    assert math.isclose(exp(np.array([x]))[0], math.exp(x), rel_tol=1e-15)


@given(st.floats(1e-300, 1e300))
def test_log_agrees_with_the_standard_library(x: float) -> None:
    assert math.isclose(log(np.array([x]))[0], math.log(x), rel_tol=1e-15, abs_tol=3e-16)


@given(st.floats(-1e6, 1e6))
def test_normal_probability_agrees_with_erf(z: float) -> None:
    assert abs(cdf(np.array([z]))[0] - 0.5 * (1 + math.erf(z / math.sqrt(2)))) <= 5e-16


@given(st.floats(-25, 0))
def test_normal_tail_agrees_with_erfc_in_its_own_size(z: float) -> None:
    # The quotient by sqrt(2) is rounded before erfc sees it; at -25 that alone moves the tail by 2e-13.
    assert math.isclose(cdf(np.array([z]))[0], 0.5 * math.erfc(-z / math.sqrt(2)), rel_tol=1e-12)


@given(st.floats(1e-290, 1 - 1e-16, exclude_min=True, exclude_max=True))
def test_quantile_agrees_with_the_standard_library(p: float) -> None:
    assert math.isclose(quantile(np.array([p]))[0], NormalDist().inv_cdf(p), rel_tol=1e-13, abs_tol=1e-15)


def test_what_is_not_a_number_stays_none() -> None:
    assert np.isnan(cdf(np.array([np.nan]))).all()
    assert np.isnan(exp(np.array([np.nan]))).all()


@pytest.mark.parametrize("length", [1, 2, 3, 7, 8, 9, 31, 33])
@pytest.mark.parametrize("function", [exp, cdf])
def test_the_last_bit_depends_on_neither_length_nor_stride(function, length: int) -> None:
    x = np.random.default_rng(4).normal(size=3 * length) * 3
    whole = function(x)
    assert np.array_equal(function(x[::3]), whole[::3])
    assert np.array_equal(np.concatenate([function(x[i : i + 1]) for i in range(len(x))]), whole)
