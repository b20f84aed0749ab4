"""The letters say what they must in both languages, press nobody, and open in a mail program."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import pytest

from catalog.content.words import Words
from reports.organising.letters import LONGEST_MAILTO, PURPOSES, Asked, Letter, letter, mailto
from reports.told.day import known_moment_in_words
from tests.reports.organising.asked import ASKED, LINK
from tests.shipped import shipped_content

CONTENT = shipped_content()


@pytest.fixture(params=["ja", "en"])
def words(request: pytest.FixtureRequest) -> Words:
    return CONTENT.words(request.param)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_letter_greets_has_the_persons_own_link_and_says_who_writes(purpose: str, words: Words) -> None:
    ready = letter(purpose, ASKED, "山田 太郎", LINK, words)  # type: ignore[arg-type]
    assert ready.text.splitlines()[0] == words("mail.greeting", name="山田 太郎")
    assert ready.text.count(LINK) == 1
    assert ASKED.contact in ready.text
    assert ASKED.sender in ready.text
    assert ASKED.title in ready.subject
    assert "{" not in ready.text + ready.subject
    assert "\n\n\n" not in letter(purpose, replace(ASKED, message=" "), "", LINK, words).text  # type: ignore[arg-type]


def test_a_reminder_presses_nobody(words: Words) -> None:
    said = letter("reminder", ASKED, "", LINK, words).text
    no_harm, nobody_sees = {
        "ja": ("受けない場合も、共有しない場合も、不利になることはありません", "こちらでは分かりません"),
        "en": ("has no disadvantage for you", "Nobody here can see who has begun"),
    }[words.language]
    assert no_harm in said
    assert nobody_sees in said


def test_a_moment_is_said_in_the_organisers_zone(words: Words) -> None:
    tokyo = datetime(2026, 12, 10, 18, 0, tzinfo=ZoneInfo("Asia/Tokyo"))
    assert known_moment_in_words(words, tokyo) in ("2026年12月10日 18:00（JST）", "2026-12-10, 18:00 (JST)")


def test_what_the_organiser_typed_is_a_value_and_never_a_pattern(words: Words) -> None:
    evil = "{link} {0} {asked.__class__} %s"
    assert evil in letter("invitation", replace(ASKED, message=evil, purpose="-"), "", LINK, words).text


def test_a_mail_opens_with_subject_and_text_unless_it_would_be_cut(words: Words) -> None:
    ready = Letter("件名 & ?", "一行目\n" + LINK + "\n")
    parts = urlsplit(mailto("a+b@example.jp", ready))
    assert unquote(parts.path) == "a+b@example.jp"
    assert "#" not in mailto("a+b@example.jp", ready)
    assert parse_qs(parts.query) == {"subject": ["件名 & ?"], "body": ["一行目\r\n" + LINK + "\r\n"]}
    long = mailto("a@example.jp", Letter("件名", "長" * 1000))
    assert "body" not in long
    assert len(long) <= LONGEST_MAILTO
    assert mailto("", ready) == ""
    assert isinstance(ASKED, Asked)
