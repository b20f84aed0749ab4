"""The checks as they stand in the files: markable, and without a giveaway by place or length."""

from __future__ import annotations

from math import sqrt

import pytest

from catalog.lessons.learning import ONE_RIGHT, Question
from teaching.quiz import Answer, chance, mark, shuffled
from tests.shipped import shipped_content

LEARNING = shipped_content().learning
assert LEARNING is not None
QUESTIONS = [question for check in LEARNING.quizzes.values() for question in check.questions]
ONE_CHOICE = [question for question in QUESTIONS if question.kind in ONE_RIGHT]


def right_answer(question: Question) -> Answer:
    if question.kind in ONE_RIGHT:
        return question.right[0]
    if question.kind == "several":
        return frozenset(question.right)
    if question.kind == "order":
        return question.right
    return {option.id: option.target or "" for option in question.options}


def wrong_answer(question: Question) -> Answer:
    if question.kind in ONE_RIGHT:
        return next(option.id for option in question.options if option.id not in question.right)
    if question.kind == "several":
        return frozenset(option.id for option in question.options if option.id not in question.right)
    if question.kind == "order":
        return tuple(reversed(question.right))
    other = {target.id: following.id for target, following in zip(question.targets, question.targets[1:], strict=False)}
    return {option.id: other.get(option.target or "", question.targets[0].id) for option in question.options}


def test_ids_are_unique_over_all_checks() -> None:
    assert len({question.id for question in QUESTIONS}) == len(QUESTIONS)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_every_question_can_be_right_and_wrong(question: Question) -> None:
    assert mark(question, right_answer(question)).right
    wrong = mark(question, wrong_answer(question))
    assert not wrong.right
    assert wrong.why or all(one.why for one in wrong.options)


@pytest.mark.parametrize("place", [0, -1], ids=["first", "last"])
def test_always_the_same_place_scores_what_chance_gives(place: int) -> None:
    """Somebody who takes the first (last) option throughout stays within 2.6 standard errors of chance."""
    scored = sum(mark(question, shuffled(question)[place].id).right for question in ONE_CHOICE)
    expected = sum(chance(question) for question in ONE_CHOICE)
    spread = sqrt(sum(chance(question) * (1 - chance(question)) for question in ONE_CHOICE))
    assert abs(scored - expected) <= 2.6 * spread


@pytest.mark.parametrize("language", ["ja", "en"])
def test_always_the_longest_option_scores_no_more_than_chance_gives(language: str) -> None:
    def longest(question: Question) -> str:
        return max(shuffled(question), key=lambda option: len(option.text.in_language(language))).id

    scored = sum(mark(question, longest(question)).right for question in ONE_CHOICE)
    expected = sum(chance(question) for question in ONE_CHOICE)
    spread = sqrt(sum(chance(question) * (1 - chance(question)) for question in ONE_CHOICE))
    assert scored <= expected + 2.6 * spread


def test_the_order_shown_is_never_the_right_one() -> None:
    for question in QUESTIONS:
        if question.kind == "order":
            assert shuffled(question) != question.options
