"""The exact sums against SciPy, against counting by hand, and against the rates that are known of four-fifths."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, fisher_exact

from scoring.impact.chance import chance_of_ratio, fisher_two_sided

FOUR_FIFTHS = Fraction(4, 5)


@settings(deadline=None)
@given(st.integers(1, 400), st.integers(1, 400), st.data())
def test_fishers_test_is_scipys(n: int, others: int, data: st.DataObject) -> None:
    selected, others_selected = data.draw(st.integers(0, n)), data.draw(st.integers(0, others))
    table = [[selected, n - selected], [others_selected, others - others_selected]]
    expected = fisher_exact(table)[1]
    assert fisher_two_sided(selected, n, others_selected, others) == pytest.approx(expected, rel=1e-6, abs=1e-12)


def test_fishers_tea() -> None:
    assert fisher_two_sided(3, 4, 1, 4) == pytest.approx(34 / 70)
    assert fisher_two_sided(0, 30, 0, 30) == 1.0
    assert fisher_two_sided(30, 30, 0, 30) == pytest.approx(2 / 118264581564861424, rel=1e-9)


@pytest.mark.parametrize(("n", "share"), [(10, 0.76), (50, 0.45), (100, 0.30)])
def test_four_fifths_alone_cries_wolf(n: int, share: float) -> None:
    """Two equal groups of n, 30 % selected of each."""
    assert chance_of_ratio(n, n, 0.3, FOUR_FIFTHS, below=True) == pytest.approx(share, abs=0.01)


def counted(n: int, others: int, rate: float, ratio: Fraction, below: bool) -> float:
    """The same by going through every pair of numbers."""
    found = 0.0
    for one, other in product(range(n + 1), range(others + 1)):
        rates = sorted((Fraction(one, n), Fraction(other, others)))
        shown = rates[0] / rates[1] if rates[1] else Fraction(1)
        if shown < ratio or (shown == ratio and not below):
            found += float(binom.pmf(one, n, rate) * binom.pmf(other, others, rate))
    return found


@settings(deadline=None)
@given(
    st.integers(1, 25),
    st.integers(1, 25),
    st.floats(0, 1),
    st.fractions(0, 1, max_denominator=40),
    st.booleans(),
)
def test_chance_is_what_counting_every_pair_gives(
    n: int, others: int, rate: float, ratio: Fraction, below: bool
) -> None:
    expected = counted(n, others, rate, ratio, below)
    assert chance_of_ratio(n, others, rate, ratio, below=below) == pytest.approx(expected, abs=1e-9)


def test_nothing_is_lost_in_large_groups() -> None:
    assert chance_of_ratio(5_000, 20_000, 0.4, Fraction(999_999, 1_000_000)) == pytest.approx(1, abs=5e-3)
    assert chance_of_ratio(5_000, 20_000, 0.4, Fraction(1)) == 1.0
    assert chance_of_ratio(5_000, 20_000, 0.4, FOUR_FIFTHS) < 1e-20
    assert fisher_two_sided(2_000, 5_000, 8_000, 20_000) == pytest.approx(1)
