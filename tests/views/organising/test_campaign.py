"""A campaign's overview and log say what may be known, and nothing more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store import Invited
from tests.views.organising.as_organiser import Browser, part
from tests.views.organising.seeded import CONTENT, campaign, draft
from tests.views.pages import text

# Not from the page's file: importing it draws the page.
PARTS = ("overview", "people", "shared", "settings", "log")


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("name", PARTS)
def test_every_part_opens_in_every_language(browser: Browser, name: str, language: str) -> None:
    made = campaign(browser.store, browser.who)
    app = part(made.id, name, language)
    assert "<h1" in text(app)
    assert CONTENT.words(language)(f"organise.part.{name}") in text(app)


def test_the_overview_counts_invited_and_shared_and_no_one_else(browser: Browser) -> None:
    made = browser.store.campaigns.make(browser.who, replace(draft(browser.store), links="personal"))
    assert "まだ誰も招待していません" in text(part(made.id, "overview"))
    browser.store.invitations.add(browser.who, made.id, [Invited("a"), Invited("b")])
    said = text(part(made.id, "overview"))
    assert "<dt>招待した方</dt><dd>2人</dd>" in said
    assert "<dt>共有した方</dt><dd>0人</dd>" in said
    assert "誰のことか分からないときだけ" in said


def test_the_log_tells_in_sentences_who_did_what(browser: Browser) -> None:
    made = campaign(browser.store, browser.who)
    changed = replace(draft(browser.store), title="別の題", opens=made.opens, closes=made.closes, most=7)
    now = browser.store.campaigns.change(browser.who, made.id, changed, made.revision)
    browser.store.campaigns.pause(browser.who, made.id, now.revision)
    said = text(part(made.id, "log"))
    assert "設定を変えた（人数の上限、案内の名前）" in said
    assert said.index("一時停止した") < said.index("設定を変えた") < said.index("案内をつくった")


def test_every_action_that_the_store_notes_has_words() -> None:
    words = CONTENT.words("ja")
    noted = """made changed paused resumed closed reopened copied member_admitted member_dismissed invited
        invitation_withdrawn invitation_restored opened listed exported impact key_made key_withdrawn api_links
        api_shared"""
    assert all(f"organise.log.action.{action}" in words for action in noted.split())
