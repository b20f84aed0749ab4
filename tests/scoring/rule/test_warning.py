"""The foundation warning of either rule, on random sheets and at its edge."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring import score_one
from tests.examples import examples
from tests.scoring.plain_rule import plain_scores, plain_warning
from tests.scoring.sheets import sheets

some = settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@some
@given(data=st.data())
@pytest.mark.parametrize("rule", [1, 2])
def test_it_warns_where_its_rule_says(build, data, rule: int) -> None:
    assessment = build(rule=rule, norm_mean=data.draw(st.sampled_from([35, 50, 58])), foundation=3, points=7)
    form = data.draw(st.sampled_from(["full", "short"]))
    answers = data.draw(sheets(assessment, form))
    result = score_one(assessment, form, answers)
    assert list(result.foundation_warning) == plain_warning(assessment, plain_scores(assessment, form, answers))


def test_the_first_rule_warns_where_the_second_takes_a_low_score_for_chance(build) -> None:
    warned = {}
    for rule in (1, 2):
        assessment = build(rule=rule, foundation=2, items=4)
        # t3 is keyed 2, 2, 2, 2: a score of 25; t4 is at the top.
        answers = {i.id: 2 if i.keyed == "+" else 4 for i in assessment.items if i.trait == "t3"}
        answers |= {i.id: 5 if i.keyed == "+" else 1 for i in assessment.items if i.trait == "t4"}
        warned[rule] = score_one(assessment, "full", answers).foundation_warning
    # 25 + 1.2816 * 9.0 = 36.5; 50 - 0.72 * 25 + 1.2816 * 7.6 = 41.8
    assert warned == {1: ("t3",), 2: ()}
