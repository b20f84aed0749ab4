"""Making a campaign: the way from nothing, every mistake at once, and nothing typed is ever lost."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from store import StoreDown
from store.campaigns.campaigns import Campaigns
from tests.views.organising.as_organiser import Browser, button, goes_to
from tests.views.organising.seeded import campaign
from tests.views.pages import open_page, text

FILLED = {
    "title": "新卒採用",
    "sender.ja": "株式会社例 人事部",
    "purpose.ja": "一次面接で、面接担当者が質問を準備するために使います。",
    "contact.ja": "saiyo@example.co.jp",
}
MAKE = "この内容で案内をつくる"


def fill(app: AppTest, **values: str) -> AppTest:
    for name, value in values.items():
        key = f"new_{name}_ja_0"
        field = next(one for one in (*app.text_input, *app.text_area) if one.key == key)
        field.set_value(value)
    return app.run()


def held(app: AppTest, name: str) -> str:
    key = f"new_{name}_ja_0"
    return str(next(one for one in (*app.text_input, *app.text_area) if one.key == key).value)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_who_has_nothing_is_told_the_way_in_three_steps(browser: Browser, language: str) -> None:
    app = open_page("organise", lang=language)
    assert text(app).count("<li>") == 3
    app = app.button(key="make").click().run()
    assert "<h1" in text(app)
    assert not app.exception


def test_who_is_not_signed_in_meets_the_door(browser: Browser) -> None:
    browser.cookie = ""
    for page in ("organise", "campaign_new", "campaign"):
        app = open_page(page)
        assert "サインイン" in text(app)
        assert not app.text_input


def test_a_campaign_is_made_and_its_people_come_next(browser: Browser) -> None:
    app = fill(open_page("campaign_new"), **FILLED)
    app = button(app, MAKE)
    (made,) = browser.store.campaigns.mine(browser.who).rows
    assert made.title == "新卒採用"
    assert made.texts["ja"].contact == "saiyo@example.co.jp"
    assert "不利になることはありません" in made.texts["ja"].consent
    assert set(made.texts) == {"ja"}
    assert (made.zone, made.keep_days, made.links, made.language) == ("Asia/Tokyo", 180, "personal", None)
    assert "招待する方を加える" in text(app)
    assert "案内ができました" in text(app)


def test_every_mistake_stands_below_its_field_and_what_was_typed_is_kept(browser: Browser) -> None:
    app = fill(open_page("campaign_new"), **{"sender.ja": "人事部", "purpose.ja": "x" * 2001})
    app = button(app, MAKE)
    said = text(app)
    assert said.count("ここは必ず書いてください。") == 2  # title and contact
    assert "2000文字までにしてください（今は2001文字）" in said
    assert "3か所に" in said
    assert held(app, "sender.ja") == "人事部"
    assert browser.store.campaigns.mine(browser.who).total == 0


def test_empty_words_as_a_purpose_get_a_hint_and_are_no_mistake(browser: Browser) -> None:
    app = fill(open_page("campaign_new"), **{**FILLED, "purpose.ja": "採用活動のため"})
    assert "法律も、具体的な目的を示すように求めています" in text(app)
    button(app, MAKE)
    assert browser.store.campaigns.mine(browser.who).total == 1


def test_markup_and_formulas_in_a_field_are_text(browser: Browser) -> None:
    evil = '<img src=x onerror="alert(1)"> **b** =1+1'
    app = button(fill(open_page("campaign_new"), **{**FILLED, "title": evil}), MAKE)
    assert "<img src=x" not in text(app)
    assert "&lt;img src=x" in text(app)
    app = goes_to(app, "organise")
    assert "<img src=x" not in text(app)


def test_while_the_store_is_away_nothing_typed_is_lost(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    app = fill(open_page("campaign_new"), **FILLED)
    with monkeypatch.context() as away:

        def down(*_: object) -> None:
            raise StoreDown("away")

        away.setattr(Campaigns, "make", down)
        app = button(app, MAKE)
        assert "今、保存先につながりません" in text(app)
        assert held(app, "title") == "新卒採用"
    button(app, MAKE)
    assert browser.store.campaigns.mine(browser.who).total == 1


def test_after_the_session_is_over_what_was_typed_comes_back_to_who_typed_it(browser: Browser) -> None:
    app = fill(open_page("campaign_new"), title="途中の案内")
    browser.store.organisers.sign_out(browser.who)
    # The last field is on its way when the session turns out to be over.
    field = next(one for one in app.text_input if one.key == "new_sender.ja_ja_0")
    app = field.set_value("人事部").run()
    assert "サインインの期限が切れました" in text(app)
    assert not app.text_input
    browser.sign_in("somebody else")
    assert held(open_page("campaign_new"), "title") == ""
    browser.sign_in("organiser")
    again = open_page("campaign_new")
    assert (held(again, "title"), held(again, "sender.ja")) == ("途中の案内", "人事部")
    assert "保存前の内容" in text(again)
    again = button(again, "入力を破棄する")
    assert "保存前の内容" not in text(again)


def test_the_list_shows_standing_closing_and_how_many_shared(browser: Browser) -> None:
    campaign(browser.store, browser.who, "秋の募集")
    app = open_page("organise")
    assert "受付中（" in text(app)
    assert "共有 0件" in text(app)
    browser.sign_in("somebody else")
    assert "秋の募集" not in text(open_page("organise"))
