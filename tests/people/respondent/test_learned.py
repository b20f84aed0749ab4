"""Learning progress and a store that comes and goes: it waits, and is written without another click."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from people.respondent import learned as progress_keeping
from store import Token
from store.outbox.sender import Keeper
from tests.views.taking.test_saving import Moody, eventually, keeper, moody

__all__ = ["keeper", "moody"]


@pytest.fixture
def visitor(moody: Moody, keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> Token:
    token = moody.store.begin_visitor()
    monkeypatch.setattr(progress_keeping, "process_keeper", lambda: keeper)
    monkeypatch.setattr(progress_keeping, "process_store", lambda: keeper.store)
    monkeypatch.setattr(progress_keeping, "cookie_token", lambda: token)
    return token


def a_page() -> None:
    import streamlit as st

    from people.respondent import learned as progress_keeping

    key = st.session_state.pop("learned", None)
    if key is not None:
        progress_keeping.write(key, "yes", 1_700_000_000_000)
    st.text(progress_keeping.state())


def learn(app: AppTest, key: str) -> str:
    """Learns one thing; the state that the page then shows."""
    app.session_state["learned"] = key
    return look(app)


def look(app: AppTest) -> str:
    app.run()
    assert not app.exception
    return str(app.text[0].value)


def test_what_was_learned_while_the_store_was_away_is_written_by_itself(moody: Moody, visitor: Token) -> None:
    app = AppTest.from_function(a_page)
    assert learn(app, "read.one") == "saved"
    moody.down = True
    assert learn(app, "read.two") == "waiting"
    assert learn(app, "read.three") == "waiting"
    assert set(moody.store.progress(visitor)) == {"read.one"}
    moody.down = False
    eventually(lambda: set(moody.store.progress(visitor)) == {"read.one", "read.two", "read.three"})
    eventually(lambda: look(app) == "saved")


def test_what_was_deleted_elsewhere_is_not_written_again(moody: Moody, visitor: Token) -> None:
    app = AppTest.from_function(a_page)
    assert learn(app, "read.one") == "saved"
    moody.store.forget(visitor)
    assert learn(app, "read.two") == "off"
    assert moody.store.stats().progress == 0


def test_progress_that_cannot_be_read_is_said_until_it_can(moody: Moody, visitor: Token) -> None:
    app = AppTest.from_function(a_loading_page)
    moody.store.save_progress(visitor, {"read.one": ("yes", 1)})
    moody.down = True
    assert look(app) == "away"
    moody.down = False
    assert look(app) == "saved"
    assert app.text[1].value == "read.one"


def a_loading_page() -> None:
    import streamlit as st

    from people.respondent import learned as progress_keeping

    held: progress_keeping.Entries = {}
    progress_keeping.load(held)
    st.text(progress_keeping.state())
    st.text(" ".join(held))
