"""Where one verdict ends and the next begins."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.rule.flags import PageTime, hasty
from scoring.rule.key import scoring_key
from scoring.rule.verdict import KINDS, deciding_traits, ranking, tied_roles, unlikely_roles, verdict_codes

NOT = float("nan")


@pytest.mark.parametrize(
    ("p", "kind", "tied", "unlikely"),
    [
        ((0.90, 0.06, 0.04), "clear", [], [1, 2]),
        ((0.899, 0.06, 0.041), "leaning", [], [1, 2]),
        ((0.10, 0.70, 0.20), "leaning", [], []),
        ((0.699, 0.202, 0.099), "close", [0, 1], [2]),
        ((0.41, 0.09, 0.50), "close", [0, 2], [1]),
        ((0.30, 0.34, 0.36), "close", [0, 1, 2], []),
        ((NOT, 0.55, 0.45), "close", [1, 2], []),
        ((0.60, 0.18, 0.09, 0.08, 0.05), "close", [0, 1, 2, 3], [4]),
        ((1 / 12,) * 12, "close", list(range(11)), [11]),
    ],
)
def test_kinds_ties_and_unlikely_roles(p, kind, tied, unlikely) -> None:
    chances = np.array(p)[:, None]
    codes = verdict_codes(chances, np.array([True]))
    assert KINDS[codes[0]] == kind
    together = tied_roles(chances, ranking(chances), codes)
    assert np.flatnonzero(together[:, 0]).tolist() == tied
    assert np.flatnonzero(unlikely_roles(chances, together)[:, 0]).tolist() == unlikely


def test_equal_chances_keep_the_order_of_the_files() -> None:
    assert ranking(np.array([[0.3], [0.4], [0.3]]))[:, 0].tolist() == [1, 0, 2]
    assert ranking(np.full((3, 1), NOT))[:, 0].tolist() == [0, 1, 2]


def test_pages_without_an_answer_are_not_hasty() -> None:
    assert not hasty([])
    assert not hasty([PageTime(0.1, 0)])
    assert hasty([PageTime(0.1, 0), PageTime(1.9, 1), PageTime(60, 6)])
    assert not hasty([PageTime(1.9, 1), PageTime(60, 6), PageTime(60, 6)])


def test_deciding_traits_are_those_whose_error_the_difference_holds_most_of(build) -> None:
    key = scoring_key(build(roles=[(2, 1, 0, 1), (-2, 1, 1, 0), (0, 0, 0, 2)]), "full")
    alike = np.full(6, 0.02)
    # Z is 4 and 4: w / Z differs by 1 in the first trait, by 1/4 in the third and the fourth, by 0 in the second.
    assert deciding_traits(key, [0, 1], alike) == (0, 2, 3)
    assert deciding_traits(key, [0, 1], np.array([0.001, 0.1, 0.02, 0.04, 0.1, 0.1])) == (3, 2, 0)
    assert deciding_traits(key, [0, 1], np.array([0.02, 0.02, 0.0, 0.0, 0.02, 0.02])) == (0,)
    assert deciding_traits(key, [0, 1, 2], alike) == (3, 0, 1)
    assert deciding_traits(key, [0], alike) == ()
