"""Keys on the settings page: shown once, listed by their beginning, withdrawn; not for a reader."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from store import Campaign, NotAllowed, Token
from store.process import close_process_store, process_store
from tests.store.campaigns.world import draft, organiser
from tests.store.moments import DAY
from tests.views.pages import open_page, text
from views.frame.cookie import ORGANISER


class Visitor:
    """Whose cookie the browser sends."""

    secret = ""


@pytest.fixture
def visitor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Visitor]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    who = Visitor()
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: {ORGANISER: who.secret}))
    yield who
    close_process_store()


def begun(visitor: Visitor) -> tuple[Token, Campaign]:
    who = organiser(process_store(), "owner")
    visitor.secret = who.secret
    now = int(time.time() * 1000)
    return who, process_store().campaigns.make(who, draft(links="personal", opens=now - DAY, closes=now + DAY))


def settings(campaign: Campaign) -> AppTest:
    return open_page("campaign", id=campaign.id, part="settings")


def make(app: AppTest, label: str) -> None:
    app.text_input(key="key_label_0").set_value(label)
    app.button(key="make_key_go").click().run()
    assert not app.exception


def test_a_key_is_shown_until_it_is_put_away_and_opens_what_it_should(visitor: Visitor) -> None:
    _, campaign = begun(visitor)
    app = settings(campaign)
    assert "まだキーはありません。" in text(app)
    make(app, "<b>ATS</b>")
    (secret,) = [code.value for code in app.code if str(code.value).startswith("fit_")]
    assert process_store().keys.with_key(secret).campaign == campaign.id
    assert "<b>ATS</b>" not in text(app)
    assert "「&lt;b&gt;ATS&lt;/b&gt;」のキー" in text(app)
    app.button(key="made_key_done").click().run()
    assert secret not in text(app)
    assert not [code for code in app.code if str(code.value).startswith("fit_")]
    assert secret[:9] in text(app)
    assert not [code for code in settings(campaign).code if str(code.value).startswith("fit_")], "nor to another tab"


def test_a_key_is_withdrawn(visitor: Visitor) -> None:
    who, campaign = begun(visitor)
    key, secret = process_store().keys.make(who, campaign.id, "ATS")
    app = settings(campaign)
    app.button(key=f"withdraw_{key.id}").click().run()
    assert "もう何も開けません" in text(app)
    with pytest.raises(NotAllowed):
        process_store().keys.with_key(secret)


def test_a_key_without_a_name_is_refused_in_words(visitor: Visitor) -> None:
    _, campaign = begun(visitor)
    app = settings(campaign)
    make(app, "  ")
    assert "名前を1〜80文字で入れてください。" in text(app)


def test_a_reader_sees_no_keys_and_can_make_none(visitor: Visitor) -> None:
    who, campaign = begun(visitor)
    process_store().keys.make(who, campaign.id, "ATS")
    reader = organiser(process_store(), "reader")
    process_store().campaigns.admit(who, campaign.id, "reader", "reader")
    visitor.secret = reader.secret
    shown = text(settings(campaign))
    assert "ATS" not in shown
    assert "連携用のキー" not in re.sub(r"<style.*?</style>", "", shown)
