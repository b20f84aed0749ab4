"""The organisers' pages under AppTest: somebody is signed in by a cookie, and the store is a file of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from people.organiser.kept import KeptDrafts
from store import Store, Token
from store.process import close_process_store, process_store
from tests.store.campaigns.world import organiser
from tests.views.pages import FILES, ROOT, open_page
from views.frame.cookie import ORGANISER

HOME = "organiser"


@dataclass
class Browser:
    """``cookie``: the session that the browser presents, "" for none."""

    store: Store
    who: Token
    cookie: str

    def sign_in(self, name: str) -> Token:
        """The browser is another organiser's from here on."""
        token = organiser(self.store, name)
        self.cookie = token.secret
        return token


@contextmanager
def signed_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    monkeypatch.setenv("FIT_TIME_ZONE", "Asia/Tokyo")
    monkeypatch.setattr("views.organising.form.state.drafts", KeptDrafts())
    close_process_store()
    store = process_store()
    who = organiser(store, HOME)
    browser = Browser(store, who, who.secret)
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: {ORGANISER: browser.cookie}))
    monkeypatch.setattr(type(st.context), "url", "https://fit.example.co.jp/campaign")
    yield browser
    close_process_store()


def part(campaign: str, name: str, language: str = "ja") -> AppTest:
    return open_page("campaign", id=campaign, part=name, lang=language)


def goes_to(app: AppTest, name: str) -> AppTest:
    return app.switch_page(str(ROOT / "views" / FILES[name])).run()


def button(app: AppTest, label: str) -> AppTest:
    """Taps the button with this label."""
    (found,) = [one for one in app.button if one.label == label]
    tapped = found.click().run()
    assert not tapped.exception, tapped.exception
    return tapped
