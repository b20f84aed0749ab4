"""Purposes that say nothing are told from those that say something, both ways."""

from __future__ import annotations

import pytest

from people.organiser.purpose import vague_purpose
from tests.shipped import shipped_content

WORDS = shipped_content()

VAGUE = {
    "ja": (
        *("", "  ", "。", "123", "採用活動のため", "情報提供のため", "採用選考のため。", "当社の採用業務に利用します"),
        *("人事・採用活動における適切な管理のため", "各種サービスの向上のために利用させていただきます"),
        *(
            "ご応募に関する選考、ならびに採用に関連する業務の遂行上必要な場合等",
            "面接のため",
            "ｻｰﾋﾞｽ 向上",
            "参考にする為",
        ),
        "当社の採用活動における選考の参考とさせていただくため、適切に利用いたします" * 5,
    ),
    "en": (
        *(
            "",
            " - ",
            "2026",
            "for recruiting purposes",
            "For Recruitment.",
            "To provide information",
            "HR purposes only",
        ),
        *("For the interview", "As necessary for our business operations", "To improve our services, etc."),
        "Your personal data may be used for legitimate business purposes related to recruitment. " * 5,
    ),
}
CLEAR = {
    "ja": (
        *(
            "面接での質問を選ぶため",
            "会員企業に提供するため",
            "一次面接で話すきっかけにします",
            "面接担当者2名が読みます",
        ),
        *(
            "配属先を本人と話し合うため",
            "採用活動のうち、二次面接の話題を準備するため",
            "ご本人の仕事の好みを面接で伺うため",
        ),
    ),
    "en": (
        *("To plan the questions of the first interview", "to send to the member companies", "Interview preparation"),
        *("The head of the team reads the guide before the interview", "Choosing topics to talk over in the interview"),
    ),
}


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in VAGUE.items() for text in texts])
def test_empty_words_alone_are_vague_however_many(language: str, text: str) -> None:
    assert vague_purpose(text, language)


@pytest.mark.parametrize(("language", "text"), [(one, text) for one, texts in CLEAR.items() for text in texts])
def test_a_step_a_reader_or_a_use_is_enough(language: str, text: str) -> None:
    assert not vague_purpose(text, language)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_examples_that_the_site_shows_are_what_it_says_of_them(language: str) -> None:
    words = WORDS.words(language)
    for one in ("1", "2"):
        assert not vague_purpose(words(f"texts.purpose.example_{one}"), language)
        assert vague_purpose(words(f"texts.purpose.vague_{one}"), language)


def test_a_language_that_nobody_taught_it_is_left_alone() -> None:
    assert not vague_purpose("für die Personalauswahl", "de")
    assert vague_purpose("…", "de")
    assert vague_purpose("for hiring", "en-GB")
