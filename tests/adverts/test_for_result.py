"""What a sample's result says about an advertisement: only what both of them speak of."""

from __future__ import annotations

from adverts.for_result import ForResult, for_result
from adverts.read import read
from scoring.rule.respondent import score_one
from tests.shipped import shipped_assessment, shipped_content

SUCCESS = "利用ログを毎週確認し、先回りしてご連絡します。オンボーディングから契約更新の提案までを担います。土日祝休み。"
SALES = "新規開拓の営業です。テレアポ、商談、クロージングまで。歩合給あり。"


def found(text: str) -> ForResult:
    sample = shipped_content().samples[0]
    assessment = shipped_assessment()
    result = score_one(assessment, sample.form, sample.answers)
    return for_result(read(text, "", shipped_content(), "ja"), shipped_content(), assessment, result)


def test_its_kind_is_a_role_of_the_result() -> None:
    said = found(SUCCESS)
    assert said.roles == ("customer_success",)
    assert set(said.fits) == set(said.strengths) == set(said.watch_outs) == {"customer_success"}
    assert said.strengths["customer_success"] or said.watch_outs["customer_success"]


def test_tasks_are_those_that_the_text_speaks_of() -> None:
    marked = {task for one in read(SUCCESS, "", shipped_content(), "ja").findings for task in one.tasks}
    said = found(SUCCESS)
    assert {one.id for one in (*said.liked, *said.disliked)} <= marked
    assert said.liked or said.disliked


def test_a_kind_that_is_no_role_leaves_the_conditions() -> None:
    said = found(SALES)
    assert (said.roles, said.liked, said.disliked) == ((), (), ())
    stated = {wish.id: reading.missing for wish, reading in said.conditions}
    assert stated["pay"] is False
    assert stated["hours"] is True


def test_every_joined_condition_and_task_is_there() -> None:
    adverts, assessment = shipped_content().adverts, shipped_assessment()
    assert adverts is not None
    assert assessment.guidance is not None
    wishes = {one.id for one in assessment.guidance.conditions}
    assert {one.guidance for one in adverts.conditions if one.guidance} <= wishes
    assert {task for one in adverts.signals for task in one.tasks} <= set(assessment.task)
    assert {one.role for one in adverts.kinds if one.role} == {role.id for role in assessment.roles}
