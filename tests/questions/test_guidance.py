"""What ``questions/customer_roles/guidance.yaml`` must say: both poles of every trait alike, conditions and limits."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment, Cited, Guidance, Pole
from catalog.reading.text import Text
from tests.questions.wording import BARE_ABBREVIATION, JAPANESE, JUDGEMENT, SENTENCE_END

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "questions" / "customer_roles"

POLE_PARTS = ("strength", "talk", "watch", "elsewhere")
CONDITIONS = {"hours", "place", "quiet", "pay", "contract", "career", "service_experience", "product_knowledge"}
SOFT = re.compile(r"(?:かもしれません|ことがあります|こともあるでしょう|やすいようです)。$")
NOTHING_ON_CUSTOMER_SUCCESS = ("hours", "place", "quiet", "pay", "contract")


@pytest.fixture(scope="module")
def assessment() -> Assessment:
    return load_assessment(FOLDER)


@pytest.fixture(scope="module")
def guidance(assessment: Assessment) -> Guidance:
    assert assessment.guidance is not None
    return assessment.guidance


@pytest.fixture(scope="module")
def known_facts() -> set[str]:
    facts = yaml.safe_load((ROOT / "content" / "facts.yaml").read_text(encoding="utf-8"))["facts"]
    return {fact["id"] for fact in facts}


def poles(guidance: Guidance) -> dict[str, Pole]:
    return {
        f"{trait}.{end}": pole
        for trait, words in guidance.traits.items()
        for end, pole in (("high", words.high), ("low", words.low))
    }


def trait_texts(guidance: Guidance) -> dict[str, Text]:
    texts = {f"{place}.{part}": getattr(pole, part) for place, pole in poles(guidance).items() for part in POLE_PARTS}
    return texts | {f"{trait}.explore": words.explore for trait, words in guidance.traits.items()}


def cited(guidance: Guidance) -> dict[str, Cited]:
    statements = {f"limits.{number}": statement for number, statement in enumerate(guidance.limits)}
    for condition in guidance.conditions:
        statements |= {f"{condition.id}.{role}": statement for role, statement in condition.roles.items()}
    return statements


def every_text(guidance: Guidance) -> dict[str, Text]:
    texts = trait_texts(guidance) | {place: statement.text for place, statement in cited(guidance).items()}
    for condition in guidance.conditions:
        for part in ("name", "ask_yourself", "look_for"):
            texts[f"{condition.id}.{part}"] = getattr(condition, part)
    return texts


def test_every_trait_has_guidance(assessment: Assessment, guidance: Guidance) -> None:
    assert set(guidance.traits) == set(assessment.trait)


def test_sentences_of_a_trait_are_short_enough_to_read_at_a_glance(guidance: Guidance) -> None:
    for place, text in trait_texts(guidance).items():
        sentences = [part for part in SENTENCE_END.split(text.in_language("ja")) if part]
        assert 1 <= len(sentences) <= 2, place
        assert all(len(sentence) <= 70 for sentence in sentences), place
        assert len(text.in_language("ja")) >= 17, place
        assert len(text.in_language("en")) <= 170, place


def test_the_two_ends_of_a_trait_say_different_things_at_like_length(guidance: Guidance) -> None:
    for trait, words in guidance.traits.items():
        for part in POLE_PARTS:
            for language in ("ja", "en"):
                high = getattr(words.high, part).in_language(language)
                low = getattr(words.low, part).in_language(language)
                assert high != low, (trait, part, language)
                assert 0.5 <= len(low) / len(high) <= 2, (trait, part, language)


def test_no_sentence_serves_two_ends(guidance: Guidance) -> None:
    for part in POLE_PARTS:
        for language in ("ja", "en"):
            said = [getattr(pole, part).in_language(language) for pole in poles(guidance).values()]
            assert len(set(said)) == len(said), (part, language)


def test_a_talking_point_leaves_room_for_ones_own_episode(guidance: Guidance) -> None:
    for place, pole in poles(guidance).items():
        ja, en = pole.talk.in_language("ja"), pole.talk.in_language("en")
        assert "例：" in ja, place
        assert "〔いつ・どこで〕" in ja, place
        assert "Example: " in en, place
        assert "[when, where]" in en, place
        assert ja.count("〔") == ja.count("〕") == en.count("[") == en.count("]"), place
        assert ja.count("〔") >= 3, place


def test_what_to_mind_is_said_softly_and_comes_with_what_helps(guidance: Guidance) -> None:
    endings: Counter[str] = Counter()
    for place, pole in poles(guidance).items():
        sentences = [part for part in SENTENCE_END.split(pole.watch.in_language("ja")) if part]
        assert len(sentences) == 2, place
        ending = SOFT.search(sentences[0])
        assert ending, place
        endings[ending[0]] += 1
    assert max(endings.values()) <= len(poles(guidance)) / 2, "not all in one manner"


def test_a_strength_is_a_liking_and_claims_no_skill(guidance: Guidance) -> None:
    endings: Counter[str] = Counter()
    for place, pole in poles(guidance).items():
        ja, en = pole.strength.in_language("ja"), pole.strength.in_language("en")
        assert ja.endswith("ようです。"), place
        assert not re.search(r"でき|得意|力|(?:[えけせてねべめれ]ます)", ja), place
        assert re.search(r"\bseems? (?:not )?to\b|\bseem\b", en), place
        assert not re.search(r"(?i)\b(can|able|good at|skill\w*)\b", en), place
        endings[ja[-8:]] += 1
    assert max(endings.values()) <= len(poles(guidance)) / 3, "not all in one manner"


def test_what_to_try_does_not_always_end_alike(guidance: Guidance) -> None:
    endings = Counter(words.explore.in_language("ja")[-5:] for words in guidance.traits.values())
    assert max(endings.values()) <= len(guidance.traits) / 2


def test_the_conditions_are_those_matched_and_never_scored(assessment: Assessment, guidance: Guidance) -> None:
    assert {condition.id for condition in guidance.conditions} == CONDITIONS
    assert len(guidance.conditions) == len(CONDITIONS)
    assert not CONDITIONS & set(assessment.trait)


def test_every_condition_speaks_of_every_role(assessment: Assessment, guidance: Guidance) -> None:
    for condition in guidance.conditions:
        assert set(condition.roles) == set(assessment.role), condition.id


def test_a_silence_of_the_articles_is_said_and_cited(guidance: Guidance) -> None:
    conditions = {condition.id: condition for condition in guidance.conditions}
    for name in NOTHING_ON_CUSTOMER_SUCCESS:
        statement = conditions[name].roles["customer_success"]
        assert statement.facts == ("F322",), name
        assert "触れた記事はありません" in statement.text.in_language("ja"), name
        assert statement.text.in_language("en").startswith("No article"), name


def test_a_statement_on_a_role_cites_known_facts_or_says_that_there_is_nothing(
    guidance: Guidance, known_facts: set[str]
) -> None:
    for place, statement in cited(guidance).items():
        assert set(statement.facts) <= known_facts, place
        if not statement.facts and not place.startswith("limits."):
            assert "見当たりません" in statement.text.in_language("ja"), place
            assert "found nothing" in statement.text.in_language("en"), place


def test_the_limits_name_what_the_result_cannot_say(guidance: Guidance) -> None:
    ja = "".join(limit.text.in_language("ja") for limit in guidance.limits)
    for word in ("暫定", "5つの記事", "コールセンター", "電話を受ける", "採用", "その日"):
        assert word in ja, word
    assert any("F240" in limit.facts for limit in guidance.limits)


def test_texts_are_complete_in_both_languages(guidance: Guidance) -> None:
    for place, text in every_text(guidance).items():
        assert text.languages == ("ja", "en"), place
        assert JAPANESE.search(text.in_language("ja")), place
        assert not JAPANESE.search(text.in_language("en")), place


def test_no_text_judges_or_uses_the_ambiguous_abbreviation(guidance: Guidance) -> None:
    for place, text in every_text(guidance).items():
        for language in text.languages:
            assert not JUDGEMENT.search(text.in_language(language)), (place, language)
            assert not BARE_ABBREVIATION.search(text.in_language(language)), (place, language)
