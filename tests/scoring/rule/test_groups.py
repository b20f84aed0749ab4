"""Groups of traits: the mean of what is measured, on a sheet as on a matrix, and nothing else changes for them."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import Scores, score_matrix, score_one
from scoring.rule.key import scoring_key
from scoring.rule.respondent import response_row
from scoring.tables.outcome import result_columns, result_table
from tests.examples import examples
from tests.scoring.plain_rule import plain_groups, plain_scores
from tests.scoring.sheets import sheets

SHAPES = (((0, 1, 2),), ((4, 0), (1, 3)), ((2,), (0, 1, 3, 4)), ((0, 1, 2, 3, 4),))
many = settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(data=st.data(), shape=st.sampled_from(SHAPES), form=st.sampled_from(["full", "short"]))
def test_a_group_lies_between_its_traits_and_is_surer_than_the_least_sure(build, data, shape, form) -> None:
    assessment = build(groups=shape, scenarios=1)
    result = score_one(assessment, form, data.draw(sheets(assessment, form)))
    for group in assessment.groups:
        told = result.groups[group.id]
        own = [score for trait in group.traits if (score := result.traits[trait]).estimate]
        assert (told.measured, told.traits) == (len(own), len(group.traits))
        assert (told.estimate is not None) == (len(own) > 0 and 2 * len(own) >= len(group.traits))
        if told.estimate is not None and told.sem is not None:
            values = [score.estimate.value for score in own if score.estimate]
            assert min(values) - 1e-9 <= told.estimate.value <= max(values) + 1e-9
            assert told.sem <= max(score.sem or 0.0 for score in own) + 1e-9
            assert 0 <= told.estimate.low <= told.estimate.value <= told.estimate.high <= 100


@many
@given(data=st.data(), shape=st.sampled_from(SHAPES))
def test_it_is_what_plain_reckoning_gives(build, data, shape) -> None:
    assessment = build(groups=shape)
    answers = data.draw(sheets(assessment))
    told = score_one(assessment, "full", answers).groups
    wanted = plain_groups(assessment, plain_scores(assessment, "full", answers))
    assert {group for group, score in told.items() if score.estimate} == set(wanted)
    for group, (score, sem) in wanted.items():
        estimate = told[group].estimate
        assert estimate is not None
        assert (estimate.value, told[group].sem) == pytest.approx((score, sem), abs=1e-9)


@many
@given(data=st.data(), shape=st.sampled_from(SHAPES))
def test_a_sheet_is_a_row_of_the_matrix_to_the_last_digit(build, data, shape) -> None:
    assessment = build(groups=shape)
    answers = [data.draw(sheets(assessment)) for _ in range(3)]
    key = scoring_key(assessment, "full")
    whole = score_matrix(assessment, "full", np.concatenate([response_row(key, one) for one in answers]))
    table = result_table(assessment, whole)
    for row, one in enumerate(answers):
        for index, told in enumerate(score_one(assessment, "full", one).groups.values()):
            value = told.estimate.value if told.estimate else None
            cells = table[f"g{index}_score"][row], table[f"g{index}_sem"][row]
            assert (value, told.sem) == cells
            if value is not None:
                assert value == whole.group[index, row]


@many
@given(data=st.data(), shape=st.sampled_from(SHAPES))
def test_groups_change_nothing_else(build, data, shape) -> None:
    plain, assessment = build(), build(groups=shape)
    answers = data.draw(sheets(plain))
    without = score_one(plain, "full", answers)
    assert replace(score_one(assessment, "full", answers), groups={}) == without
    row = response_row(scoring_key(plain, "full"), answers)
    before, after = score_matrix(plain, "full", row), score_matrix(assessment, "full", row)
    for field in fields(Scores):
        if field.name not in ("group", "group_sem"):
            assert getattr(before, field.name).tobytes() == getattr(after, field.name).tobytes()


def test_the_order_in_a_group_is_for_show_only(build) -> None:
    answers = {"t0_0": 5, "t0_1": 2, "t1_0": 4, "t1_1": 1, "t2_0": 2, "t2_1": 3, "t0_2": 1, "t1_2": 2, "t2_2": 5}
    there, back = (score_one(build(groups=(order,)), "full", answers) for order in ((0, 1, 2), (2, 0, 1)))
    assert there.groups == back.groups


def test_the_table_has_a_groups_columns_behind_those_of_traits(grouped) -> None:
    columns = result_columns(grouped)
    assert columns[8:15] == [
        *("ideas_score", "ideas_sem"),
        *("outward_score", "outward_sem", "method_score", "method_sem"),
        "foundation",
    ]
