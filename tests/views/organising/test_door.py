"""The organisers' first page, to whoever is not signed in: a way to the door, and none for a session that is over."""

from __future__ import annotations

import html
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from store import Organiser, Token
from store.process import close_process_store, process_store
from tests.views.pages import ROOT, SECONDS, text
from views.organising import session

PLAIN = {"redirect_uri": "http://localhost:8501/oauth2callback", "cookie_secret": "a secret of the test alone"}
CLIENT = {"client_id": "a", "client_secret": "b", "server_metadata_url": "https://id.example/.well-known"}
USER = {"is_logged_in": True, "email": "sato@example.jp", "email_verified": True}


@pytest.fixture(autouse=True)
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    monkeypatch.delenv("FIT_ORGANISERS", raising=False)
    close_process_store()
    yield
    close_process_store()


def organise(secrets: dict[str, Any] | None = None, user: dict[str, Any] | None = None, **query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "views" / "site.py"), default_timeout=SECONDS)
    app.secrets = secrets or {}
    app.user = user if user is not None else {"is_logged_in": False}
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    app.switch_page(str(ROOT / "views" / "organising/page.py")).run()
    assert not app.exception, app.exception
    return app


def buttons(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("log_")]


def test_without_a_service_the_page_leads_to_the_password() -> None:
    told = html.unescape(text(organise(user={}, lang="en")))
    assert 'href="/sign-in?lang=en&next=organise" target="_self">Sign in</a>' in told
    assert "/sign-in/ticket" not in told
    assert "サインインする" in text(organise(user={}))


@pytest.mark.parametrize(("query", "words"), [({"door": "over"}, "It took too long"), ({"kept": "down"}, "The store")])
def test_what_a_route_tells_is_said(query: dict[str, str], words: str) -> None:
    assert words in text(organise(user={}, lang="en", **query))
    assert words not in text(organise(user={}, lang="en"))


@pytest.mark.parametrize(
    ("auth", "labels"),
    [
        (PLAIN | CLIENT, ["Sign in with your organisation’s account"]),
        (PLAIN | {"okta": CLIENT}, ["Sign in with your organisation’s account"]),
        (PLAIN | {"okta": CLIENT, "google": CLIENT}, ["Sign in with okta", "Sign in with google"]),
    ],
)
def test_with_a_service_there_is_a_button_for_each(auth: dict[str, Any], labels: list[str]) -> None:
    app = organise({"auth": auth}, lang="en")
    assert buttons(app) == labels
    assert "/sign-in?" not in text(app), "nobody has a password"
    process_store().organisers.put("organiser", "a hash")
    assert "Sign in with a name and a password" in text(organise({"auth": auth}, lang="en"))


def test_a_service_that_is_set_wrongly_is_said_and_nothing_fails() -> None:
    app = organise({"auth": {"client_id": "a"}}, lang="en")
    app.button(key="log_in_").click().run()
    assert not app.exception
    assert "does not work at the moment" in text(app)


@pytest.mark.parametrize("emails", [["Sato@example.jp"], "a@example.jp, sato@example.jp"])
def test_the_list_stands_in_secrets_or_in_a_setting(emails: object, monkeypatch: pytest.MonkeyPatch) -> None:
    user = USER | {"iat": process_store().now() // 1000}
    auth = {"auth": PLAIN | CLIENT}
    assert 'action="/sign-in/ticket"' not in text(organise(auth, user, lang="en"))
    assert 'action="/sign-in/ticket"' in text(organise(auth | {"organisers": {"emails": emails}}, user, lang="en"))
    monkeypatch.setenv("FIT_ORGANISERS", "sato@example.jp")
    assert "Go on as sato@example.jp" in text(organise(auth, user, lang="en"))


def test_a_markup_in_an_address_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    user = USER | {"email": "<img src=x>@example.jp", "iat": process_store().now() // 1000}
    told = text(organise({"auth": PLAIN | CLIENT}, user, lang="en"))
    assert "&lt;img src=x&gt;@example.jp is not on the list" in told
    assert "<img" not in told


def test_who_is_signed_in_is_asked_in_each_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """While the store is away the page of somebody who was signed in goes on; a session that is over goes at once."""
    signed = Signed(Token("A" * 43), Organiser("1", "tanaka"))
    answers: list[Signed | Outcome] = [signed, Outcome.AWAY, Outcome.OVER, Outcome.AWAY]
    monkeypatch.setattr(session, "signed_with", lambda _: answers.pop(0))
    monkeypatch.setattr(session, "_secret", lambda: "A" * 43)
    app = organise(user={}, lang="en")
    assert "Signed in as tanaka." in text(app)
    assert "Signed in as tanaka." in text(app.run())
    assert "Here you invite people" in text(app.run())
    gone = text(app.run())
    assert "The store cannot be reached" in gone
    assert "tanaka" not in gone
