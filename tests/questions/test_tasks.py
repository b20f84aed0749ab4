"""The shipped tasks: eight a role, alike in length, each about work and about nothing that would give the role away."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from statistics import mean

import pytest

from catalog.questionnaire.assessment import FULL, Assessment, Task

GIVEAWAYS = {
    "ja": ("サクセス", "サポート", "コールセンター", "オペレーター", "担当営業", "カスタマー"),
    "en": ("success", "support", "call center", "call centre", "operator", "agent", "manager"),
}
CONDITIONS = {
    "ja": ("給", "賃", "報酬", "残業", "勤務", "シフト", "休み", "得意", "できる人"),
    "en": ("pay", "salary", "wage", "shift", "overtime", "good at", "skilled"),
}


def lengths(tasks: list[Task], language: str) -> list[int]:
    return [len(task.text.in_language(language)) for task in tasks]


def of(assessment: Assessment, role: str, form: str = FULL) -> list[Task]:
    return [task for task in assessment.form_tasks(form) if task.role == role]


def test_every_role_has_eight_and_three_in_the_quick_form(assessment: Assessment) -> None:
    assert {role.id: len(of(assessment, role.id)) for role in assessment.roles} == dict.fromkeys(assessment.role, 8)
    assert {role: len(of(assessment, role, "quick")) for role in assessment.role} == dict.fromkeys(assessment.role, 3)


def test_japanese_texts_are_as_long_for_each_role(assessment: Assessment) -> None:
    means = [mean(lengths(of(assessment, role), "ja")) for role in assessment.role]
    assert max(means) - min(means) < 2
    assert all(25 <= length <= 45 for length in lengths(list(assessment.tasks), "ja"))


def test_english_texts_are_about_as_long_for_each_role(assessment: Assessment) -> None:
    means = [mean(lengths(of(assessment, role), "en")) for role in assessment.role]
    assert max(means) - min(means) < 8
    assert all(length <= 100 for length in lengths(list(assessment.tasks), "en"))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_no_task_names_a_role_a_condition_or_a_skill(assessment: Assessment, language: str) -> None:
    for task in assessment.tasks:
        text = task.text.in_language(language).casefold()
        assert not [word for word in GIVEAWAYS[language] if word in text], task.id
        assert not [
            word for word in CONDITIONS[language] if re.search(rf"\b{word}\b" if language == "en" else word, text)
        ], task.id


def test_each_task_stands_on_one_to_four_facts_and_on_no_condition(assessment: Assessment) -> None:
    assert assessment.guidance
    conditions = {fact for one in assessment.guidance.conditions for said in one.roles.values() for fact in said.facts}
    for task in assessment.tasks:
        assert 1 <= len(task.facts) <= 4, task.id
        assert not set(task.facts) & conditions, task.id


@pytest.mark.parametrize("form", [FULL, "quick"])
def test_roles_take_turns_without_a_pattern(assessment: Assessment, form: str) -> None:
    roles = [task.role for task in assessment.form_tasks(form)]
    assert all(left != right for left, right in pairwise(roles))
    rounds = [tuple(roles[at : at + 3]) for at in range(0, len(roles), 3)]
    assert all(Counter(one) == Counter(list(assessment.role)) for one in rounds)
    assert len(set(rounds)) > len(rounds) // 2
