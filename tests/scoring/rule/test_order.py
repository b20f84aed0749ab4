"""An order needs two roles, and no role is tied for the best and unlikely at once: for one role, two, up to twelve."""

from __future__ import annotations

import re
from itertools import product

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.questionnaire.assessment import Assessment
from reports.told.headline import headline
from scoring import score_matrix, score_one
from scoring.tables.outcome import result_table
from tests.examples import examples
from tests.scoring.plain_rule import plain_order, plain_scores, plain_verdict
from tests.scoring.sheets import sheets

TRAITS = 4
some = settings(
    max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
weights = st.lists(st.sampled_from([None, -2, -1, 0, 1, 2]), min_size=TRAITS, max_size=TRAITS).filter(any)


def names(*lines: str) -> set[str]:
    """The roles named, ``r0 en``."""
    return {name for line in lines for name in re.findall(r"\br\d+ en\b", line)}


def several(count: int) -> st.SearchStrategy[list[list[int | None]]]:
    return st.lists(weights, min_size=count, max_size=count)


@some
@given(data=st.data())
@pytest.mark.parametrize("count", [1, 2, 4, 6, 12])
def test_the_verdict_is_the_rule_s_and_no_role_is_tied_and_unlikely(build, words, data, count: int) -> None:
    assessment: Assessment = build(roles=data.draw(several(count)), foundation=1, items=2)
    answers = data.draw(sheets(assessment))
    result = score_one(assessment, "full", answers)
    verdict = result.verdict
    chances = {role: fit.p_best for role, fit in result.roles.items() if fit.p_best is not None}
    if plain_order(assessment, plain_scores(assessment, "full", answers)):
        found = (verdict.kind, verdict.best, list(verdict.tied), list(verdict.unlikely))
        assert found == plain_verdict(chances)
        assert sum(chances.values()) == pytest.approx(1, abs=1e-12)
    else:
        assert (verdict.kind, verdict.best, verdict.tied, verdict.unlikely) == ("unscored", None, (), ())
        assert chances == {}
        assert (verdict.deciding, result.differences) == ((), ())
    assert not {verdict.best, *verdict.tied} & set(verdict.unlikely)
    said = headline(result, assessment, words)
    inside, _, out = said.sentence.partition(", and away from ")
    low = [line for line in (*said.further, out) if line.startswith("Unlikely") or line == out != ""]
    assert len(low) == bool(verdict.unlikely)
    assert names(*low) == {f"{role} en" for role in verdict.unlikely}
    assert not names(inside) & names(*low)


@some
@given(data=st.data())
def test_one_role_is_told_by_its_fit_and_never_by_an_order(build, words, data) -> None:
    assessment = build(roles=[data.draw(weights)], foundation=1)
    answers = data.draw(sheets(assessment))
    result = score_one(assessment, "full", answers)
    role = result.roles["r0"]
    assert (role.p_best, result.verdict.kind, result.verdict.best) == (None, "unscored", None)
    assert result.alone == result.leading == ("r0" if role.fit else None)
    said = headline(result, assessment, words)
    told = " ".join((said.sentence, *said.further))
    assert not re.search(r"best fit|clearly|chance|unlikely|%(?! range)", told, re.IGNORECASE)
    assert (role.fit is not None) == said.sentence.startswith("Your fit with r0 en is ")


def test_fit_foundation_and_direction_of_a_role_do_not_depend_on_the_others(build) -> None:
    one, two = build(roles=[(2, -1, None)]), build(roles=[(2, -1, None), (0, 0, 2)])
    for levels in product((1, 3, 5), repeat=5):
        answers = {item.id: levels[int(item.trait[1])] for item in one.items}
        alone, among = (score_one(assessment, "full", answers) for assessment in (one, two))
        assert alone.foundation == among.foundation
        assert (alone.roles["r0"].fit, alone.roles["r0"].direction) == (
            among.roles["r0"].fit,
            among.roles["r0"].direction,
        )
        assert alone.roles["r0"].contributions == among.roles["r0"].contributions


def test_of_two_roles_one_of_which_nothing_is_measured_there_is_no_order(build) -> None:
    assessment = build(roles=[(2, 1, None, None), (None, None, 1, 2)], foundation=1)
    own = {"t0", "t1", "t4"}
    answers = {item.id: 5 if item.keyed == "+" else 1 for item in assessment.items if item.trait in own}
    result = score_one(assessment, "full", answers)
    assert result.alone == "r0"
    assert (result.verdict.kind, result.roles["r0"].p_best, result.roles["r1"].p_best) == ("unscored", None, None)
    with_a_word_on_the_other = answers | {"t2_0": 3, "t2_1": 3, "t2_2": 3}
    assert score_one(assessment, "full", with_a_word_on_the_other).verdict.best == "r0"


@pytest.mark.parametrize("roles", [[(2, -1, 0, 1)], [(2, 0, 0, 0), (0, 0, 2, 0)]])
def test_a_table_says_the_same_row_by_row(build, roles) -> None:
    assessment = build(roles=roles, foundation=1, items=2)
    rows = np.random.default_rng(4).integers(0, 6, size=(200, len(assessment.items)))
    table = result_table(assessment, score_matrix(assessment, "full", rows))
    ids = [item.id for item in assessment.items]
    for row, said in zip(rows.tolist(), table.to_dicts(), strict=True):
        result = score_one(assessment, "full", {name: value for name, value in zip(ids, row, strict=True) if value})
        assert (said["verdict"], said["best"]) == (result.verdict.kind, result.verdict.best)
        for role, fit in result.roles.items():
            assert said[f"{role}_p_best"] == fit.p_best
            assert said[f"{role}_fit"] == (fit.fit.value if fit.fit else None)
    if len(roles) == 1:
        assert set(table["verdict"]) == {"unscored"}
        assert table["best"].null_count() == table["r0_p_best"].null_count() == len(table)
        assert table["r0_fit"].null_count() < len(table)
