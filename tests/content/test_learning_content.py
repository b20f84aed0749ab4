"""What the site teaches, as it is shipped: nothing left out, plain to read, and no answer given away by its looks."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

import pytest
from pydantic import BaseModel

from catalog.content.content import Content
from catalog.coverage import coverage
from catalog.lessons.blocks import LinkSpan, all_spans, plain_text
from catalog.lessons.learning import ONE_RIGHT, Learning, Question
from catalog.reading.text import Text
from tests.shipped import shipped_content

FACTS, CONTRADICTIONS = 380, 34
LONGEST, LONGEST_ON_AVERAGE = 100, 60
TELLS_THE_ABBREVIATION = ("common_confusions",)
ABBREVIATION = re.compile(r"(?<![A-Za-z「\"])CS(?![A-Za-z」\"])")
KANA = re.compile(r"[ぁ-ゖァ-ヺー・ゝゞ 0-9A-Za-z()/-]+")
Z = 1.645
"""One in twenty honest sets of questions lies beyond so many standard deviations."""


@pytest.fixture(scope="module")
def content() -> Content:
    return shipped_content()


@pytest.fixture(scope="module")
def learning(content: Content) -> Learning:
    assert content.learning is not None
    return content.learning


def texts(part: object) -> Iterator[Text]:
    """Every text under ``part``."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for _, held in part:
            yield from texts(held)
    elif isinstance(part, (list, tuple)):
        for held in part:
            yield from texts(held)
    elif isinstance(part, dict):
        yield from texts(list(part.values()))


def passages(learning: Learning, language: str) -> Iterator[tuple[str, str]]:
    """Everything that is taught in ``language``: where, and the words."""
    for lesson in learning.lessons:
        yield lesson.id, lesson.title.in_language(language)
        yield lesson.id, lesson.aim.in_language(language)
        for spans in all_spans(lesson.in_language(language)):
            yield lesson.id, plain_text(spans)
    for name in ("quizzes", "contradictions", "confusions", "comparison", "glossary", "practice", "interview"):
        parts = getattr(learning, name)
        for key, part in parts.items() if isinstance(parts, dict) else ((name, parts),):
            for text in texts(part):
                yield key, text.in_language(language)


def sentences(words: str) -> list[str]:
    return [one for one in re.split(r"(?<=[。?!])", words.strip()) if one.strip()]


def test_every_fact_is_taught_and_every_contradiction_told(content: Content) -> None:
    found = coverage(content)
    assert (len(found.facts), len(found.contradictions)) == (FACTS, CONTRADICTIONS)
    assert (found.untaught, found.untold) == ((), ())


def test_there_are_ten_to_fourteen_lessons_of_three_to_six_minutes(learning: Learning) -> None:
    assert 10 <= len(learning.lessons) <= 14
    assert {lesson.id: lesson.minutes for lesson in learning.lessons if not 3 <= lesson.minutes <= 6} == {}
    assert [lesson.order for lesson in learning.lessons] == list(range(1, len(learning.lessons) + 1))


def test_every_part_is_there(learning: Learning) -> None:
    assert set(learning.quizzes) == set(learning.lesson)
    assert learning.comparison is not None
    assert learning.comparison.tools is not None
    assert learning.interview is not None
    assert all((learning.confusions, learning.glossary, learning.practice, learning.comparison.journey))
    assert sum(role.place is not None for role in learning.comparison.roles) >= 3
    assert set(learning.comparison.cells) == {dimension.id for dimension in learning.comparison.dimensions}


def test_japanese_sentences_are_short(learning: Learning) -> None:
    every = [(where, one) for where, words in passages(learning, "ja") for one in sentences(words)]
    assert every
    assert [(where, one) for where, one in every if len(one) > LONGEST] == []
    by_place: dict[str, list[int]] = {}
    for where, one in every:
        by_place.setdefault(where, []).append(len(one))
    averages = {where: sum(lengths) / len(lengths) for where, lengths in by_place.items()}
    assert {where: average for where, average in averages.items() if average > LONGEST_ON_AVERAGE} == {}


def one_right(learning: Learning) -> list[Question]:
    found = [question for check in learning.quizzes.values() for question in check.questions]
    return [question for question in found if question.kind in ONE_RIGHT]


def beyond_chance(hits: float, chances: list[float]) -> bool:
    """Whether ``hits`` lies above what chance gives, the sum of unlike coins, by more than its margin."""
    return hits > sum(chances) + Z * math.sqrt(sum(chance * (1 - chance) for chance in chances))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("pick", [max, min])
def test_length_gives_no_answer_away(learning: Learning, language: str, pick: object) -> None:
    """Who always takes the longest option, or the shortest, scores what chance gives; equal ones share."""
    assert callable(pick)
    hits, chances = 0.0, []
    for question in one_right(learning):
        lengths = {option.id: len(option.text.in_language(language)) for option in question.options}
        taken = [name for name, length in lengths.items() if length == pick(lengths.values())]
        hits += (question.right[0] in taken) / len(taken)
        chances.append(1 / len(lengths))
    assert not beyond_chance(hits, chances), f"{hits:.1f} of {len(chances)}, chance gives {sum(chances):.1f}"


def test_position_gives_no_answer_away(learning: Learning) -> None:
    """The site shuffles; the files do not lean on that."""
    questions = one_right(learning)
    most = max(len(question.options) for question in questions)
    for position in range(most):
        asked = [question for question in questions if len(question.options) > position]
        hits = sum(question.options[position].right for question in asked)
        assert not beyond_chance(hits, [1 / len(question.options) for question in asked]), position
    for name, check in learning.quizzes.items():
        chosen = [question for question in check.questions if question.kind in ONE_RIGHT]
        places = {[option.right for option in question.options].index(True) for question in chosen}
        assert len(places) > 1 or len(chosen) < 3, name


def test_no_question_offers_the_same_words_twice(learning: Learning) -> None:
    for question in (one for check in learning.quizzes.values() for one in check.questions):
        for language in ("ja", "en"):
            options = [option.text.in_language(language) for option in question.options]
            assert len(set(options)) == len(options), question.id


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_abbreviation_of_two_meanings_stands_nowhere_bare(learning: Learning, language: str) -> None:
    apart = (*TELLS_THE_ABBREVIATION, "glossary")
    found = [(where, words) for where, words in passages(learning, language) if ABBREVIATION.search(words)]
    assert [one for one in found if one[0] not in apart] == []


def test_readings_are_kana(learning: Learning) -> None:
    assert [term.reading for term in learning.glossary if not KANA.fullmatch(term.reading)] == []


def test_translations_link_alike(learning: Learning) -> None:
    for lesson in learning.lessons:
        links = [
            sorted(span.target for spans in all_spans(blocks) for span in spans if isinstance(span, LinkSpan))
            for blocks in lesson.body.values()
        ]
        assert all(one == links[0] for one in links), lesson.id
