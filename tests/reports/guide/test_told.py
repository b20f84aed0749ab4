"""A guide as it is kept and as it is said: every language, no level, nothing but the questions."""

from __future__ import annotations

import json

import pytest

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from reports.guide.choose import REASONS, own_questions
from reports.guide.told import as_shared, core_told, own_told, spoken
from tests.reports.guide.conftest import Core
from tests.reports.results import Told


def test_a_share_keeps_the_questions_and_nothing_of_the_result(told: dict[str, Told], assessment: Assessment) -> None:
    own = own_questions(told["planner"].result, assessment)
    kept = as_shared(own)
    assert json.loads(json.dumps(kept)) == kept
    assert list(kept) == ["own"]
    for one, entry in zip(own, kept["own"], strict=True):
        assert set(entry) == {"trait", "about", "ask", "low", "high"}
        assert entry["trait"] == one.trait
        assert entry["ask"] == dict(one.question.ask.root)
        assert set(entry["low"]) == set(entry["high"]) == set(assessment.languages)
    said = json.dumps(kept, ensure_ascii=False)
    assert not any(character in said for character in "%±")
    for role in assessment.roles:
        assert role.id not in said


def test_a_question_is_told_in_the_readers_language(
    told: dict[str, Told], assessment: Assessment, words: Words
) -> None:
    own = own_questions(told["brisk"].result, assessment)
    said = own_told({"guide": as_shared(own)}, words)
    assert [one.ask for one in said] == [words.of(one.question.ask) for one in own]
    assert [one.listen for one in said] == [(words.of(one.question.low), words.of(one.question.high)) for one in own]
    assert [one.why for one in said] == [words(f"guide.about.{one.about}") for one in own]


@pytest.mark.parametrize("shared", [{}, {"guide": {}}, {"guide": {"own": []}}, {"v": 1, "assessment": {}}])
def test_without_a_shared_guide_there_are_no_questions_of_ones_own(shared: dict[str, object], ja: Words) -> None:
    assert own_told(shared, ja) == ()


def test_why_gives_no_level_and_names_no_end(content: Content, assessment: Assessment) -> None:
    for language in ("ja", "en"):
        words = content.words(language)
        reasons = [words(f"guide.about.{about}") for about in REASONS]
        assert len(set(reasons)) == len(REASONS)
        for said in reasons:
            for trait in assessment.traits:
                for text in (trait.name, trait.low, trait.high):
                    assert words.of(text) not in said
            assert not any(
                word in said.casefold() for word in ("高", "低", "強", "弱", "high", "low", "strong", "weak")
            )


def test_a_core_question_may_have_no_more_than_itself(ja: Words) -> None:
    (plain, whole) = core_told([Core({"en": "Why?"}), Core({"ja": "何を。"}, {"ja": "左"}, {"ja": " "})], ja)
    assert plain.ask == "Why?", "in the language that it has"
    assert plain.listen == ()
    assert plain.why == ""
    assert whole.listen == ("左",)
    assert spoken({}, ja) == ""
    assert spoken({"ja": "", "en": "Here"}, ja) == "Here", "what is written at all"
