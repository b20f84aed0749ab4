"""Ratings of tasks: the rule's numbers, and what must hold for any sheet; for one role, two, up to twelve."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.questionnaire.assessment import Assessment
from scoring import score_matrix, score_one
from scoring.rule.key import scoring_key
from scoring.rule.result import Result
from tests.examples import examples
from tests.scoring.plain_rule import (
    counts,
    plain_c,
    plain_foundation,
    plain_liking,
    plain_order,
    plain_p,
    plain_preferred,
    plain_scores,
    plain_sides,
    plain_verdict,
)
from tests.scoring.rule.test_matrix import answers_in, same
from tests.scoring.sheets import sheets

ROLES = [(2, -1, None, 1), (-1, 2, 0, 0), (0, 1, 2, -2), (-2, -2, 1, None), (1, None, -1, 2), (2, 2, None, -1)]
COUNTS = [1, 2, 4, 6, 12]
some = settings(
    max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def roles(count: int) -> list[tuple[int | None, ...]]:
    return (ROLES * 2)[:count]


@some
@given(data=st.data())
@pytest.mark.parametrize("form", ["full", "short"])
@pytest.mark.parametrize("count", COUNTS)
def test_every_number_is_the_rule_s(build, data, form: str, count: int) -> None:
    share = data.draw(st.sampled_from([0.2, 0.5, 0.9]))
    assessment = build(
        roles=roles(count),
        scenarios=1,
        tasks=3,
        task_points=data.draw(st.sampled_from([2, 5, 7])),
        liking={"share": share, "shared": data.draw(st.sampled_from([0, 0.4, 0.9]))},
        norm_mean=58,
        evidence="mixed",
    )
    answers = data.draw(sheets(assessment, form))
    result = score_one(assessment, form, answers)
    scores, liking = plain_scores(assessment, form, answers), plain_liking(assessment, form, answers)
    base, sides = plain_foundation(assessment, scores), plain_sides(assessment, scores, liking)
    assert result.liking
    assert result.liking.counts == counts(assessment, liking)
    preferred = plain_preferred(assessment, liking) if result.liking.counts else {}
    for role, fit in result.roles.items():
        assert fit.liking
        if role in liking:
            assert (fit.liking.estimate.value, fit.liking.sem) == pytest.approx(liking[role])
        else:
            assert fit.liking.estimate is fit.liking.sem is None
        assert (fit.liking.above is None) == (role not in preferred)
        if preferred:
            assert fit.liking.above == pytest.approx(preferred[role][0], abs=1e-9)
        side = sides[role]
        assert (fit.fit is None) == (base is None or side is None)
        if base and side:
            value, error = (base[0] + side[0]) / 2, np.hypot(base[1], side[1]) / 2
            assert (fit.fit.value, fit.fit.low, fit.fit.high) == pytest.approx(
                (value, *np.clip([value - 1.2816 * error, value + 1.2816 * error], 0, 100))
            )
            if preferred:
                assert fit.liking.points == pytest.approx(share * plain_c(assessment) * preferred[role][0] / 2)
    assert (result.verdict.kind != "unscored") == plain_order(assessment, scores, liking)
    if result.verdict.kind != "unscored":
        chances = {role: fit.p_best for role, fit in result.roles.items()}
        assert list(chances.values()) == pytest.approx(plain_p(assessment, scores, liking), abs=0.003)
        verdict = result.verdict
        assert (verdict.kind, verdict.best, list(verdict.tied), list(verdict.unlikely)) == plain_verdict(chances)
        assert not {verdict.best, *verdict.tied} & set(verdict.unlikely)


@some
@given(data=st.data())
@pytest.mark.parametrize("count", COUNTS)
def test_contributions_with_liking_s_add_up_to_fit(build, data, count: int) -> None:
    assessment = build(roles=roles(count), tasks=2, norm_mean=58, scenarios=1)
    result = score_one(assessment, "full", data.draw(sheets(assessment)))
    for role in result.roles.values():
        if role.fit is None:
            assert (role.contributions, role.liking.points) == ((), None)
        else:
            added = sum(part.points for part in role.contributions) + (role.liking.points or 0)
            assert added == pytest.approx(role.fit.value - 50, abs=1e-9)


@some
@given(seed=st.integers(0, 2**32 - 1), missing=st.sampled_from([0.0, 0.2, 0.5]))
@pytest.mark.parametrize("count", COUNTS)
def test_one_row_equals_the_same_row_in_a_matrix_to_the_last_bit(build, seed: int, missing: float, count: int) -> None:
    assessment = build(roles=roles(count), scenarios=1, tasks=3, evidence="indirect")
    responses = answers_in(np.random.default_rng(seed), scoring_key(assessment, "full"), 17, missing)
    whole = score_matrix(assessment, "full", responses)
    for row in (0, 8, 16):
        alone = score_matrix(assessment, "full", responses[row : row + 1])
        part = type(whole)(
            **{name: getattr(whole, name)[..., row : row + 1].copy() for name in whole.__dataclass_fields__}
        )
        same(alone, part)


@some
@given(data=st.data())
@pytest.mark.parametrize("count", COUNTS[1:])
def test_raising_a_rating_never_lowers_its_role_against_another(build, data, count: int) -> None:
    assessment = build(roles=roles(count), tasks=2, foundation=1, items=2)
    answers = data.draw(whole_sheets(assessment))
    task = data.draw(st.sampled_from(assessment.tasks))
    low, high = sorted(data.draw(st.tuples(st.integers(1, 5), st.integers(1, 5))))
    less, more = (score_one(assessment, "full", {**answers, task.id: rating}) for rating in (low, high))
    # Beyond three roles P is a lattice sum, right to 0.001 each.
    slack = 1e-6 if count <= 3 else 0.004
    for other in assessment.role:
        if other != task.role:
            lead = [one.roles[task.role].p_best - one.roles[other].p_best for one in (less, more)]
            assert lead[1] >= lead[0] - slack


@some
@given(data=st.data(), more=st.integers(1, 4))
@pytest.mark.parametrize("count", COUNTS)
def test_adding_a_constant_to_all_ratings_changes_nothing_but_the_ratings(build, data, more: int, count: int) -> None:
    assessment = build(roles=roles(count), tasks=2, foundation=1)
    answers = data.draw(sheets(assessment))
    low = {task.id: data.draw(st.integers(1, 5 - more)) for task in assessment.tasks}
    high = {task: rating + more for task, rating in low.items()}
    one, other = (score_one(assessment, "full", {**answers, **rated}) for rated in (low, high))
    assert numbers(one) == pytest.approx(numbers(other), abs=1e-9)
    assert one.roles["r0"].liking.estimate.value < other.roles["r0"].liking.estimate.value


@some
@given(data=st.data())
@pytest.mark.parametrize("count", COUNTS)
def test_without_ratings_every_number_is_as_without_tasks(build, data, count: int) -> None:
    with_tasks, without = build(roles=roles(count), tasks=3, scenarios=1), build(roles=roles(count), scenarios=1)
    answers = data.draw(sheets(without))
    # A role without any rating: the others' ratings move nothing.
    rated = {task.id: 5 for task in with_tasks.tasks if task.role != "r0"}
    one = score_one(with_tasks, "full", {**answers, **rated})
    other = score_one(without, "full", answers)
    assert (one.liking and one.liking.counts, other.liking) == (False, None)
    assert numbers(one) == numbers(other)
    assert (one.traits, one.verdict, one.differences) == (other.traits, other.verdict, other.differences)
    assert [fit.contributions for fit in one.roles.values()] == [fit.contributions for fit in other.roles.values()]
    assert one.foundation_warning == other.foundation_warning


def test_one_role_is_told_how_much_its_tasks_are_liked_and_nothing_else_changes(build) -> None:
    with_tasks, without = build(roles=roles(1), tasks=2), build(roles=roles(1))
    answers = {item.id: 4 for item in without.items}
    one = score_one(with_tasks, "full", {**answers, **{task.id: 5 for task in with_tasks.tasks}})
    role, alone = one.roles["r0"], score_one(without, "full", answers).roles["r0"]
    assert (role.fit, role.direction, role.contributions) == (alone.fit, alone.direction, alone.contributions)
    assert (role.liking.estimate.value, role.liking.above, role.liking.points) == (100, None, None)
    assert (one.verdict.kind, role.p_best, one.alone) == ("unscored", None, "r0")


def test_each_half_alone_gives_its_own_p(liking) -> None:
    answers = {item.id: (5 if item.keyed == "+" else 1) if item.trait == "open" else 3 for item in liking.items}
    answers |= {task.id: 5 if task.role == "runner" else 3 for task in liking.tasks}
    result = score_one(liking, "full", answers)
    traits = score_one(liking, "full", {name: answer for name, answer in answers.items() if name in liking.item})
    assert [fit.liking.p_traits for fit in result.roles.values()] == [fit.p_best for fit in traits.roles.values()]
    by_liking = {role: fit.liking.p_liking for role, fit in result.roles.items()}
    assert by_liking["host"] == pytest.approx(by_liking["archivist"], abs=1e-9)
    assert by_liking["runner"] > 0.9
    assert sum(by_liking.values()) == pytest.approx(1)


@pytest.mark.parametrize(
    ("rating", "said"), [(6, "it takes 1 to 5"), (0, "takes 1 to 5"), ("5", "no answer"), (True, "no answer")]
)
def test_what_is_no_rating_is_named(liking, rating, said: str) -> None:
    with pytest.raises(ValueError, match=rf"task_host_1: .*{said}"):
        score_one(liking, "full", {"task_host_1": rating})


def test_a_task_outside_the_form_is_named(liking) -> None:
    with pytest.raises(ValueError, match="form 'plain' of liking has no question 'task_host_1'"):
        score_one(liking, "plain", {"task_host_1": 3})


def whole_sheets(assessment: Assessment) -> st.SearchStrategy[dict[str, int | str]]:
    points = assessment.scale.points
    return st.fixed_dictionaries({name: st.integers(1, points) for name in assessment.form_questions("full")})


def numbers(result: Result) -> dict[str, float | None]:
    """Every number of a result but liking itself."""
    found: dict[str, float | None] = {"foundation": result.foundation and result.foundation.value}
    for role, fit in result.roles.items():
        found |= {
            f"{role} fit": fit.fit and fit.fit.value,
            f"{role} low": fit.fit and fit.fit.low,
            f"{role} p": fit.p_best,
        }
    return found
