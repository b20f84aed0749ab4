"""What the shipped questionnaire tells made-up people: often enough, right as often as it says, fair to each role."""

from __future__ import annotations

import pytest

from catalog.questionnaire.assessment import FULL, Assessment
from scoring.simulation.outcome import Outcome, simulate

PEOPLE, SEED = 40_000, 1
MOST_WARNED = {0: 0.25, 8: 0.10}
TOLD = {0: (0.51, 0.17), 8: (0.53, 0.15)}
"""Shift -> at most close, at least clear."""


@pytest.fixture(scope="module", params=[0, 8], ids=["at the norm", "8 points above"])
def told(request: pytest.FixtureRequest, assessment: Assessment) -> tuple[int, tuple[Outcome, ...]]:
    return request.param, simulate(assessment, PEOPLE, SEED, request.param)


def test_p_is_right_as_often_as_it_says(told: tuple[int, tuple[Outcome, ...]]) -> None:
    for outcome in told[1]:
        for band in outcome.bands:
            if band.people >= 200:
                assert band.right == pytest.approx(band.told, abs=0.03), (outcome.form, band)


def test_the_full_form_tells_a_role_often_enough(told: tuple[int, tuple[Outcome, ...]]) -> None:
    """At the norm: where people answer above it, the weights' own error counts for more, and a little less is told."""
    shift, outcomes = told
    (full,) = (outcome for outcome in outcomes if outcome.form == FULL)
    most_close, least_clear = TOLD[shift]
    assert full.verdicts["close"] <= most_close
    assert full.verdicts["clear"] >= least_clear


def test_no_role_is_the_best_too_seldom_or_too_often(told: tuple[int, tuple[Outcome, ...]]) -> None:
    for outcome in told[1]:
        for role, share in outcome.bests.items():
            assert 0.25 <= share <= 0.42, (outcome.form, role)


def test_warnings_are_rare_enough_to_warn(told: tuple[int, tuple[Outcome, ...]]) -> None:
    shift, outcomes = told
    for outcome in outcomes:
        assert outcome.warned <= MOST_WARNED[shift], outcome.form
