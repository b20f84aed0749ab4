"""A matrix of answers: the same as its rows, to the last bit; and what is refused."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import Scores, score_matrix, score_one
from scoring.rule import matrix
from scoring.rule.key import scoring_key
from scoring.rule.respondent import response_row
from tests.examples import examples

ROLES = [(2, -1, None, 1), (-1, 2, 0, 0), (0, 1, 2, -2), (-2, -2, 1, None)]
some = settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow])


def answers_in(rng, key, rows: int, missing: float) -> np.ndarray:
    drawn = rng.integers(1, key.greatest + 1, size=(rows, len(key.columns)))
    return np.where(rng.random(drawn.shape) < missing, 0, drawn).astype(np.int8)


def same(one: Scores, other: Scores) -> None:
    for field in fields(Scores):
        a, b = getattr(one, field.name), getattr(other, field.name)
        assert a.dtype == b.dtype
        assert a.tobytes() == b.tobytes(), field.name


@some
@given(
    seed=st.integers(0, 2**32 - 1),
    rows=st.integers(1, 40),
    missing=st.sampled_from([0.0, 0.2, 0.5]),
    roles=st.integers(2, 4),
)
def test_one_row_equals_the_same_row_in_a_matrix_to_the_last_bit(build, seed, rows, missing, roles) -> None:
    assessment = build(roles=ROLES[:roles], scenarios=2, evidence="indirect")
    responses = answers_in(np.random.default_rng(seed), scoring_key(assessment, "full"), rows, missing)
    whole = score_matrix(assessment, "full", responses)
    for row in {0, rows // 2, rows - 1}:
        alone = score_matrix(assessment, "full", responses[row : row + 1])
        part = Scores(**{f.name: getattr(whole, f.name)[..., row : row + 1].copy() for f in fields(Scores)})
        same(alone, part)
    same(score_matrix(assessment, "full", np.asfortranarray(responses)), whole)
    twice = np.repeat(responses, 2, axis=0)
    same(score_matrix(assessment, "full", twice[::2]), whole)


def test_blocks_leave_no_seam(customer_roles, monkeypatch) -> None:
    responses = answers_in(np.random.default_rng(8), scoring_key(customer_roles, "full"), 101, 0.1)
    whole = score_matrix(customer_roles, "full", responses)
    monkeypatch.setattr(matrix, "BLOCK", 7)
    same(score_matrix(customer_roles, "full", responses), whole)


def test_a_sheet_is_a_matrix_of_one_row(customer_roles) -> None:
    key = scoring_key(customer_roles, "full")
    rng = np.random.default_rng(12)
    for responses in answers_in(rng, key, 20, 0.15)[:, None, :]:
        answers: dict[str, int | str] = {}
        for column, value in zip(key.columns, responses[0].tolist(), strict=True):
            if value and column in customer_roles.scenario:
                answers[column] = customer_roles.scenario[column].options[value - 1].id
            elif value:
                answers[column] = value
        assert np.array_equal(response_row(key, answers), responses)
        scores, result = score_matrix(customer_roles, "full", responses), score_one(customer_roles, "full", answers)
        for index, trait in enumerate(result.traits.values()):
            assert trait.estimate is None or trait.estimate.value == scores.score[index, 0]
        for index, role in enumerate(result.roles.values()):
            assert role.fit is None or role.fit.value == scores.fit[index, 0]
            assert role.p_best is None or role.p_best == scores.p_best[index, 0]


def test_no_rows_give_no_scores(build) -> None:
    assert len(score_matrix(build(), "full", np.zeros((0, 20), dtype=np.int8))) == 0


def test_cells_out_of_range_and_other_shapes_are_refused(build) -> None:
    assessment = build(scenarios=1)
    responses = np.zeros((9000, 21), dtype=np.int8)
    responses[8500, 20] = 5
    with pytest.raises(ValueError, match="row 8500, s0: 5 is out of range"):
        score_matrix(assessment, "full", responses)
    responses[8500, 20] = -1
    with pytest.raises(ValueError, match="row 8500, s0: -1"):
        score_matrix(assessment, "full", responses)
    with pytest.raises(ValueError, match=r"has 21 columns, the matrix has the shape \(2, 20\)"):
        score_matrix(assessment, "full", np.zeros((2, 20), dtype=np.int8))


@pytest.mark.parametrize(
    "roles", [[], [(0, 0, 0)], [(0, 0, 0), (1, -1, 0)], [(1, -1, 0), (0, 0, 0), (-1, 1, 0)], [(1, -1, 0)]]
)
def test_roles_without_weights_are_not_compared(build, roles) -> None:
    assessment = build(roles=roles, foundation=2)
    answers = {item.id: 4 if item.keyed == "+" else 2 for item in assessment.items}
    result = score_one(assessment, "full", answers)
    weighed = [role for role, weights in enumerate(roles) if any(weights)]
    compared = weighed if len(weighed) > 1 else []
    assert (result.verdict.kind == "unscored") == (not compared)
    assert (result.verdict.best is None) == (not compared)
    assert [role.p_best is not None for role in result.roles.values()] == [i in compared for i in range(len(roles))]
    assert [role.fit is not None for role in result.roles.values()] == [i in weighed for i in range(len(roles))]
    assert result.alone == (f"r{weighed[0]}" if len(weighed) == 1 else None)
    assert len(result.differences) == max(len(compared) - 1, 0)
