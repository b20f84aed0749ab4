"""The shipped table of what is not asked: it finds what it should, lets sound texts pass, and breaks over nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from catalog.content.content import Content
from catalog.content.fair_questions import FairQuestions
from catalog.reading.text import Text
from tests.examples import examples
from tests.shipped import shipped_catalog, shipped_content

SENTENCES = yaml.safe_load(Path(__file__).with_name("fair_sentences.yaml").read_text(encoding="utf-8"))
BAD = [(matter, sentence) for matter, sentences in SENTENCES["bad"].items() for sentence in sentences]
SOUND = SENTENCES["sound"]


@cache
def content() -> Content:
    return shipped_content()


@pytest.fixture(scope="module")
def fair() -> FairQuestions:
    return rules()


def rules() -> FairQuestions:
    held = content().fair_questions
    assert held is not None
    return held


def test_there_are_enough_sentences_of_both_kinds_and_languages() -> None:
    for texts in ([sentence for _, sentence in BAD], SOUND):
        english = [text for text in texts if text.isascii()]
        assert min(len(english), len(texts) - len(english)) >= 30
        assert len(set(texts)) == len(texts) >= 70


def test_the_fourteen_matters_are_all_there_and_each_has_a_sentence(fair: FairQuestions) -> None:
    numbers = [matter.fourteen for matter in fair.matters if matter.fourteen]
    assert numbers == list(range(1, 15))
    assert set(fair.matter) == set(SENTENCES["bad"])


@pytest.mark.parametrize(("matter", "sentence"), BAD)
def test_a_bad_sentence_is_found_and_its_matter_named(fair: FairQuestions, matter: str, sentence: str) -> None:
    found = {one.matter: one for one in fair.sensitive_words(sentence, "ja")}
    assert matter in found
    one = found[matter]
    assert sentence[one.place :].startswith(one.phrase)
    assert one.phrase
    assert one.name == fair.matter[matter].name.in_language("ja")
    assert one.advice == fair.matter[matter].advice.in_language("ja")


@pytest.mark.parametrize("sentence", SOUND)
def test_a_sound_sentence_passes(fair: FairQuestions, sentence: str) -> None:
    assert fair.sensitive_words(sentence, "ja") == ()


def texts_of(part: Any, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(part, Text):
        yield from ((f"{place}.{language}", words) for language, words in part.root.items())
    elif isinstance(part, BaseModel):
        for name, held in part:
            yield from texts_of(held, f"{place}.{name}")
    elif isinstance(part, Mapping):
        for name, held in part.items():
            yield from texts_of(held, f"{place}.{name}")
    elif isinstance(part, (list, tuple)):
        for at, held in enumerate(part):
            yield from texts_of(held, f"{place}.{at}")


@pytest.mark.parametrize("part", ["questionnaire", "core", "interview", "practice", "interface", "checks"])
def test_the_sites_own_texts_pass(fair: FairQuestions, part: str) -> None:
    """Every item, situation, task and word of a result, every question of a guide, and what pages say.

    Left out is only the page on fair hiring: it names the matters in order to say what is not asked.
    """
    held = shipped_catalog()
    learning = held.content.learning
    assert learning is not None
    parts: dict[str, Any] = {
        "questionnaire": held.assessments,
        "core": held.content.core_questions,
        "interview": learning.interview,
        "practice": learning.practice,
        "interface": {key: text for key, text in held.content.interface.items() if not key.startswith("fair.")},
        "checks": learning.quizzes,
    }
    texts = list(texts_of(parts[part], part))
    assert len(texts) > 40
    found = [(place, one.matter, one.phrase) for place, text in texts for one in fair.sensitive_words(text, "en")]
    assert not found


def test_advice_is_said_in_the_readers_language_whatever_the_text(fair: FairQuestions) -> None:
    (english,) = fair.sensitive_words("ご出身はどちらですか。", "en")
    assert english.phrase == "ご出身"
    assert english.advice.isascii()
    (unknown,) = fair.sensitive_words("Where were you born?", "fr")
    assert unknown.name == fair.matter["origin"].name.in_language("ja"), "the first language where it is not spoken"


def test_saying_that_it_is_not_asked_excuses_its_clause_only(fair: FairQuestions) -> None:
    assert fair.sensitive_words("ご家族のことは尋ねません。", "ja") == ()
    turned = fair.sensitive_words("ご家族のことは尋ねませんが、ご出身は教えてください。", "ja")
    assert [one.matter for one in turned] == ["origin"]
    then = fair.sensitive_words("宗教については尋ねません。支持政党は書いてください。", "ja")
    assert [one.matter for one in then] == ["party"]
    but = fair.sensitive_words("We do not ask about your family, but how old are you?", "en")
    assert [one.matter for one in but] == ["age"]


@pytest.mark.parametrize(
    "written",
    [
        "ご家族は？",
        "ｗｈｅｒｅ ｗｅｒｅ ｙｏｕ ｂｏｒｎ",
        "WHERE\n  WERE   YOU BORN",
        "What’s your mother’s job?",
        "ＳＮＳのアカウントを教えて",
    ],
)
def test_widths_cases_spaces_and_apostrophes_do_not_hide_a_phrase(fair: FairQuestions, written: str) -> None:
    found = fair.sensitive_words(f"では、\n{written}", "ja")
    assert found
    assert all(one.phrase in written and one.place >= 4 for one in found)


@pytest.mark.parametrize("words", ["a manager's message", "the stage engages", "a raceway", "他の工夫が要る"])
def test_no_word_is_found_within_another(fair: FairQuestions, words: str) -> None:
    assert fair.sensitive_words(words, "en") == ()


def test_findings_stand_in_order_and_do_not_overlap(fair: FairQuestions) -> None:
    whole = "".join(sentence + "\n" for _, sentence in BAD)
    found = fair.sensitive_words(whole, "ja")
    assert len(found) >= len(BAD)
    for before, after in pairwise(found):
        assert before.place + len(before.phrase) <= after.place


@settings(deadline=None, max_examples=examples(200))
@given(
    st.text(st.one_of(st.characters(codec=None), st.sampled_from("ご家族父母[]…/ yourage。.\n\u3099")), max_size=60),
    st.sampled_from(["ja", "en", "xx"]),
)
def test_any_text_is_taken_and_each_finding_stands_in_it(text: str, language: str) -> None:
    for one in rules().sensitive_words(text, language):
        assert one.phrase
        assert one.phrase in text[one.place :]


def test_ten_thousand_characters_are_taken(fair: FairQuestions) -> None:
    assert fair.sensitive_words("あ" * 10_000, "ja") == ()
    assert fair.sensitive_words("do not " * 1_500, "en") == ()
    (one,) = fair.sensitive_words("お客さまの話を聞きました。" * 750 + "ご出身はどちらですか。", "ja")
    assert one.place == 9_750
