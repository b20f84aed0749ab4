from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import streamlit as st

from store import Store, Token
from store.process import close_process_store, process_store
from tests.store.campaigns.world import organiser
from views.frame.cookie import NAME, ORGANISER


@dataclass
class Device:
    """``cookies``: what the browser presents."""

    store: Store
    who: Token
    cookies: dict[str, str]

    def holds(self, token: Token) -> None:
        """It is a phone from here on."""
        self.cookies = {NAME: token.secret}

    def leads(self, who: Token | None = None) -> None:
        """It is the trainer's from here on."""
        self.cookies = {ORGANISER: (who or self.who).secret}


@pytest.fixture
def device(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Device]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    monkeypatch.setenv("FIT_TIME_ZONE", "Asia/Tokyo")
    close_process_store()
    store = process_store()
    made = Device(store, organiser(store, "trainer"), {})
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: made.cookies))
    monkeypatch.setattr(type(st.context), "url", "https://fit.example.co.jp/room")
    yield made
    close_process_store()
