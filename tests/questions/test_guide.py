"""The interview questions that the site ships with: fair, open, alike at both ends, on nothing but work."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest

from catalog.content.content import Content
from catalog.questionnaire.assessment import Assessment
from catalog.reading.text import Text
from tests.questions.wording import BARE_ABBREVIATION, JAPANESE, JUDGEMENT, SENTENCE_END
from tests.shipped import shipped_assessment, shipped_content

CLOSED = re.compile(r"^(?:Do|Did|Are|Is|Were|Was|Have|Can|Could|Would|Will) you\b")
WANTED = re.compile(
    r"望ましい|べき|ちゃんと|きちんと|積極的|前向きに|失敗せず|(?i:\b(?:should|ideally|of course|properly)\b)"
)
PRIVATE = re.compile(
    r"趣味|休日|家で|家族|出身|信条|健康|年齢|性別|(?i:\b(?:hobb\w+|weekend|family|home|health|age|believe)\b)"
)


@cache
def assessment() -> Assessment:
    return shipped_assessment()


@cache
def content() -> Content:
    return shipped_content()


def questions() -> dict[str, tuple[Text, Text, Text]]:
    """Every question with what to listen for at both ends, by its place: those on traits and the core ones."""
    guide = assessment().guide
    assert guide is not None
    found = {
        f"{trait}.{kind}": (one.ask, one.low, one.high)
        for trait, pair in guide.traits.items()
        for kind, one in (("experience", pair.experience), ("situation", pair.situation))
    }
    return found | {f"core.{one.id}": (one.ask, one.low, one.high) for one in content().core_questions}


def every_text() -> dict[str, Text]:
    texts = {
        f"{place}.{part}": text
        for place, one in questions().items()
        for part, text in zip(("ask", "low", "high"), one, strict=True)
    }
    return texts | {f"core.{one.id}.why": one.why for one in content().core_questions}


def test_every_trait_is_asked_about_and_there_are_six_core_questions() -> None:
    guide = assessment().guide
    assert guide is not None
    assert list(guide.traits) == list(assessment().trait)
    assert len(content().core_questions) == 6


def test_texts_are_whole_in_both_languages() -> None:
    for place, text in every_text().items():
        assert text.languages == ("ja", "en"), place
        ja, en = text.in_language("ja"), text.in_language("en")
        assert JAPANESE.search(ja), place
        assert not JAPANESE.search(en), place
        assert ja.endswith("。"), place
        assert en.endswith((".", "?")), place


def test_nothing_judges_and_nothing_private_is_asked() -> None:
    for place, text in every_text().items():
        for language in ("ja", "en"):
            said = text.in_language(language)
            assert not JUDGEMENT.search(said), place
            assert not BARE_ABBREVIATION.search(said), place
            assert not PRIVATE.search(said), place
            assert not WANTED.search(said), place


def test_a_question_is_open_and_short_enough_to_be_asked_aloud() -> None:
    for place, (ask, _, _) in questions().items():
        ja, en = ask.in_language("ja"), ask.in_language("en")
        sentences = [part for part in SENTENCE_END.split(ja) if part]
        assert 1 <= len(sentences) <= 4, place
        assert len(ja) <= 90, place
        assert len(en) <= 220, place
        assert re.search(r"どのよう|どんな|教えてください|どのくらい|何を|何から|何で|何に", ja), place
        assert "ありますか" not in ja, f"{place} can be answered with yes or no"
        for sentence in re.split(r"(?<=[.?]) ", en):
            assert not CLOSED.match(sentence), f"{place}: {sentence}"


def test_the_question_names_no_trait_and_says_nothing_of_its_ends() -> None:
    for trait in assessment().traits:
        pair = assessment().guide.traits[trait.id]  # type: ignore[union-attr]
        for one in (pair.experience, pair.situation):
            for language in ("ja", "en"):
                ask = one.ask.in_language(language).casefold()
                for name in (trait.name, trait.low, trait.high):
                    assert name.in_language(language).casefold() not in ask, trait.id


def test_both_ends_weigh_alike_and_neither_is_a_lack_of_the_other() -> None:
    for place, (_, low, high) in questions().items():
        for language, most in (("ja", 40), ("en", 100)):
            first, second = low.in_language(language), high.in_language(language)
            assert first != second, place
            assert 0.6 <= len(first) / len(second) <= 1.67, place
            assert max(len(first), len(second)) <= most, place
        for text in (low, high):
            assert text.in_language("ja").endswith("か。"), place
            assert not re.search(
                r"ない|せず|なく", text.in_language("ja").replace("なければ", "").replace("言葉になっていない", "")
            ), place
            assert not re.search(
                r"\b(?:not|never|no|without|instead|rather)\b", text.in_language("en").replace("had not been said", "")
            ), place


def test_no_text_serves_twice() -> None:
    for language in ("ja", "en"):
        said = [text.in_language(language) for text in every_text().values()]
        assert len(set(said)) == len(said), language


def test_an_experience_is_asked_for_and_a_situation_is_laid_out() -> None:
    openings: Counter[str] = Counter()
    for place, (ask, _, _) in questions().items():
        ja = ask.in_language("ja")
        if place.endswith(".experience"):
            assert re.search(r"ください。|ましたか。|してきましたか。", ja), place
        elif place.endswith(".situation"):
            assert re.search(r"ますか。", ja), place
            assert "ましたか。" not in ja, place
        openings[ja[:6]] += 1
    assert max(openings.values()) <= len(questions()) / 3, "not all in one manner"


def test_a_trait_is_asked_about_because_the_work_asks_for_it() -> None:
    guide, held = assessment().guide, assessment()
    assert guide is not None
    for trait, pair in guide.traits.items():
        weighing = set(held.foundation[trait].facts) if trait in held.foundation else set()
        for role in held.roles:
            weighing |= set(role.weights[trait].facts) if trait in role.weights else set()
        cited = {*pair.experience.facts, *pair.situation.facts}
        assert cited & weighing, trait
        assert pair.experience.facts, f"{trait}: an experience is asked for because the work asks for it"
        assert cited <= set(content().facts), trait


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_check_of_what_is_not_asked_has_nothing_to_say(language: str) -> None:
    fair = content().fair_questions
    assert fair is not None
    for place, text in every_text().items():
        assert fair.sensitive_words(text.in_language(language), language) == (), place
