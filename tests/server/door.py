"""A site with a door of its own, and who tries to come in: what the tests of the door begin with."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, update

from store import NotAllowed, Store, Token, open_store
from store.database.organiser_tables import door_attempts, organiser_sessions
from tests.chaos.running import Answered, Running, request

PASSWORD = "a password of the test's own 合言葉"
WRONG = "The name or the password is not right"
SESSIONS: list[str] = []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("door")


@pytest.fixture(scope="module")
def running(folder: Path) -> Iterator[Running]:
    settings = {"FIT_ORGANISER_PASSWORD": PASSWORD, "FIT_TRUSTED_PROXY": "", "STREAMLIT_LOGGER_LEVEL": "debug"}
    with Running(folder / "site.log", f"sqlite:///{folder}/fit.db", **settings) as site:
        yield site
    printed = site.printed()
    assert "Runtime state:" in printed, "the log says the most that it can"
    assert "Traceback" not in printed
    assert [secret for secret in (PASSWORD, "fit_organiser", *SESSIONS) if secret in printed] == []


@pytest.fixture
def site(running: Running, store: Store) -> str:
    """The address. Each test begins with a door that remembers no failures."""
    forget_failures(store)
    return running.address


@pytest.fixture
def store(running: Running, folder: Path) -> Iterator[Store]:
    with closing(open_store(f"sqlite:///{folder}/fit.db")) as opened:
        yield opened


def forget_failures(store: Store) -> None:
    store.writer.run(lambda connection: connection.execute(delete(door_attempts)))


def sign_in(
    site: str, password: str = PASSWORD, name: str = "organiser", *, headers: dict[str, str] | None = None, **more: str
) -> Answered:
    fields = {"name": name, "password": password, "language": "en"} | more
    return request(site, "POST", "/sign-in", headers=headers, **fields)


def signed_in(site: str) -> str:
    SESSIONS.append(sign_in(site).cookie("fit_organiser"))
    return SESSIONS[-1]


def with_session(secret: str, name: str = "fit_organiser") -> dict[str, str]:
    return {"Cookie": f"{name}={secret}"}


def problem(answer: Answered) -> str:
    found = re.search(r'role="alert" id="problem">(.*?)</p>', answer.body.decode())
    return html.unescape(found[1]) if found else ""


def typed(answer: Answered) -> str:
    found = re.search(r'<input id="name"[^>]* value="([^"]*)"', answer.body.decode())
    assert found is not None
    return html.unescape(found[1])


def sessions(store: Store) -> int:
    counted = select(func.count()).select_from(organiser_sessions)
    return store.read(lambda connection: connection.execute(counted).scalar_one())


def opens(store: Store, secret: str) -> bool:
    try:
        return store.organisers.who_is(Token(secret)).name == "organiser"
    except NotAllowed:
        return False


def flags(answer: Answered) -> set[str]:
    return {part.strip().lower() for part in answer.set_cookies["fit_organiser"].split(";")[1:]}


AHEAD = 600_000
"""A failure in the future: the wait after it stays whole, however slow the machine is."""


def failures_were(store: Store, ms: int) -> None:
    """As if every failure had been ``ms`` from now."""
    moved = update(door_attempts).values(since=store.now() + ms)
    store.writer.run(lambda connection: connection.execute(moved))
