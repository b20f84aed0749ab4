"""score_one against the rule in plain Python, on random sheets and on the reference rows."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import score_one
from scoring.rule.best import p_best
from scoring.rule.key import scoring_key
from scoring.rule.truth import truth
from tests.examples import examples
from tests.scoring.plain_rule import plain_directions, plain_foundation, plain_p, plain_scores
from tests.scoring.sheets import sheets

few = settings(
    max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
ROWS = {
    "70 45 75 70 65 60 65 55 70 35 40 70 55 60": {"full": (0.954, 0.024, 0.022), "two of five": (0.789, 0.106, 0.104)},
    "40 60 60 65 60 55 45 25 50 55 60 45 65 55": {"full": (0.010, 0.578, 0.412)},
}


@pytest.mark.parametrize(("row", "answered", "k"), [(r, a, 5 if a == "full" else 2) for r in ROWS for a in ROWS[r]])
def test_reference_rows(reference, row: str, answered: str, k: int) -> None:
    key = scoring_key(reference, "full")
    score = np.array([[float(value)] for value in row.split()])
    true = truth(key, score, np.full(score.shape, 17 * np.sqrt(0.28 * 5 / k)))
    assert p_best(true.mean, true.covariance)[:, 0] == pytest.approx(ROWS[row][answered], abs=0.002)


@few
@given(data=st.data())
@pytest.mark.parametrize("form", ["full", "short"])
@pytest.mark.parametrize("points", [5, 6])
def test_every_number_is_the_rule_s(build, data, form: str, points: int) -> None:
    assessment = build(items=6, points=points, scenarios=2, evidence="mixed", norm_mean=58)
    answers = data.draw(sheets(assessment, form))
    result = score_one(assessment, form, answers)
    scores = plain_scores(assessment, form, answers)
    for trait, found in result.traits.items():
        if trait in scores:
            assert (found.estimate.value, found.sem) == pytest.approx(scores[trait])
        else:
            assert found.estimate is found.sem is None
    base = plain_foundation(assessment, scores)
    assert (result.foundation is None) == (base is None)
    for role, own in plain_directions(assessment, scores).items():
        fit = result.roles[role]
        assert (fit.direction is None) == (own is None)
        if own:
            assert fit.direction.value == pytest.approx(own[0])
        if own and base:
            value, error = (base[0] + own[0]) / 2, np.hypot(base[1], own[1]) / 2
            assert fit.fit.value == pytest.approx(value)
            assert fit.fit.low == pytest.approx(max(0, value - 1.2816 * error))
            assert fit.fit.high == pytest.approx(min(100, value + 1.2816 * error))
        else:
            assert fit.fit is None
    if result.verdict.kind != "unscored":
        found = [fit.p_best for fit in result.roles.values()]
        assert found == pytest.approx(plain_p(assessment, scores), abs=0.002)


def test_a_whole_full_form_has_the_error_of_the_norm_s_reliability(build) -> None:
    assessment = build(items=4, scenarios=2)
    answers = {item.id: 3 for item in assessment.items} | {s.id: "a" for s in assessment.scenarios}
    for score in score_one(assessment, "full", answers).traits.values():
        assert score.sem == pytest.approx(17 * np.sqrt(1 - 0.72))


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"t0_9": 3}, "t0_9.*did you mean t0_"),
        ({"t0_1": 6}, "t0_1: 6 is no answer; it takes 1 to 5"),
        ({"t0_1": 0}, "t0_1: 0"),
        ({"t0_1": True}, "t0_1: True"),
        ({"t0_1": 3.0}, "t0_1: 3.0"),
        ({"s0": "z"}, "s0: 'z' is no option; it has a, b, c, d"),
        ({"s0": 1}, "s0: 1 is no option"),
    ],
)
def test_what_is_no_answer_is_named(build, answers, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        score_one(build(scenarios=1), "full", answers)


def test_an_answer_outside_the_form_and_an_unknown_form_are_named(build) -> None:
    assessment = build(items=4, short=2)
    with pytest.raises(ValueError, match=r"'short'.*no question 't0_3'"):
        score_one(assessment, "short", {"t0_3": 3})
    with pytest.raises(ValueError, match="no form 'long'; it has full, short"):
        score_one(assessment, "long", {})
