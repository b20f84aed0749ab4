"""The grouped profile holds every trait once, in the files' order, and says what its tables hold."""

from __future__ import annotations

import re

import pytest

from catalog.content.words import Words
from charts import number
from charts.plan.profile import plan_groups, plan_sections


def test_groups_stand_in_the_files_order_with_their_traits_in_their_own(made, words: Words) -> None:
    assessment = made.assessment(14, 6, 1, grouped=10)
    sections = plan_sections(made.result(assessment), assessment, words)
    assert [part.group.group if part.group else None for part in sections] == ["g0", "g1", None]
    assert [[row.trait for row in part.rows] for part in sections] == [
        [f"t{at}" for at in (13, 12, 11, 10, 9)],
        [f"t{at}" for at in (8, 7, 6, 5, 4)],
        [f"t{at}" for at in range(4)],
    ]


def test_without_groups_there_is_nothing_to_draw(made, words: Words) -> None:
    assessment = made.assessment()
    assert plan_sections(made.result(assessment), assessment, words) == ()
    assert plan_groups(made.result(assessment), assessment, words) is None


def test_what_is_not_measured_is_said_and_has_no_number(made, ja: Words) -> None:
    assessment = made.assessment(10, 2, 1, grouped=10)
    scores: dict[str, float | None] = {f"t{at}": 40.0 + at for at in range(10)} | dict.fromkeys(["t9", "t8", "t7"])
    result = made.result(assessment, scores=scores)
    plan = plan_groups(result, assessment, ja)
    assert plan is not None
    assert [row.estimate is None for row in plan.rows] == [True, False]
    assert plan.rows[0].shown == "未測定"
    assert "「領域0」は、まだ測れていません。" in plan.sentence
    first, second = plan_sections(result, assessment, ja)
    assert "「領域0」全体の得点は、まだ出せません。" in first.sentence
    assert "「特性9」「特性8」「特性7」は、まだ測れていません。" in first.sentence
    assert "「領域1」全体の得点は42" in second.sentence
    assert [row[3] for row in first.table.rows] == ["未測定", "未測定", "未測定", "未測定", "46", "45"]


@pytest.mark.parametrize("flat", [False, True])
def test_no_number_is_said_that_the_table_does_not_hold(made, words: Words, flat: bool) -> None:
    names = [chr(65 + at) for at in range(15)]
    assessment = made.assessment(15, 5, 1, lambda at: made.text(f"特性{names[at]}", f"Trait {names[at]}"), grouped=15)
    named = tuple(
        group.model_copy(update={"name": made.text(f"領域{'XYZ'[at]}", f"Domain {'XYZ'[at]}")})
        for at, group in enumerate(assessment.groups)
    )
    assessment = assessment.model_copy(update={"groups": named})
    scores = {trait.id: 55.0 for trait in assessment.traits} if flat else None
    result = made.result(assessment, scores=scores)
    domains = plan_groups(result, assessment, words)
    assert domains is not None
    for plan in (domains, *plan_sections(result, assessment, words)):
        held = set(re.findall(r"\d+", " ".join(cell for row in plan.table.rows for cell in row)))
        said = set(re.findall(r"\d+", plan.sentence))
        assert said
        assert said <= held, (plan.sentence, held)
    wanted = [result.groups[group.id].estimate for group in assessment.groups]
    assert [row[1] for row in domains.table.rows] == [number.score(one.value) for one in wanted if one]
