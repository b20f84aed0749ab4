"""What the tests of stored answers share: a site of their own, profiles, and a person's steps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from store import Sheet, Store, Token, open_store
from tests.browser.answering import answer, answered, begin, checked
from tests.browser.conftest import settle, until
from tests.chaos.running import Running

Profile = Callable[[], BrowserContext]


@pytest.fixture
def profile(chromium: Browser) -> Iterator[Profile]:
    """Opens fresh profiles: each with its own cookies, as another device or another person has."""
    contexts: list[BrowserContext] = []

    def fresh() -> BrowserContext:
        contexts.append(chromium.new_context(viewport={"width": 390, "height": 844}, locale="ja-JP"))
        contexts[-1].set_default_timeout(20_000)
        return contexts[-1]

    yield fresh
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def kept(place: Path) -> Iterator[str]:
    """A site whose store the tests read, for all tests that leave the server alone."""
    with Running(place / "site.log", database(place)) as site:
        yield site.address
    assert "Traceback" not in site.printed()


@pytest.fixture
def store(kept: str, place: Path) -> Iterator[Store]:
    with closing(open_store(database(place))) as opened:
        yield opened


def database(folder: Path) -> str:
    return f"sqlite:///{folder}/fit.db"


def open_page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    settle(page)
    return page


def go_to(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


def token_of(context: BrowserContext) -> Token:
    return Token(cookie_of(context)["value"])


def cookie_of(context: BrowserContext) -> dict[str, Any]:
    (cookie,) = (dict(cookie) for cookie in context.cookies() if cookie["name"] == "fit_token")
    return cookie


def has_token(context: BrowserContext) -> bool:
    return any(cookie["name"] == "fit_token" for cookie in context.cookies())


def begin_stored(context: BrowserContext, site: str) -> Page:
    page = open_page(context, f"{site}/assessment")
    begin(page, "quick", stored=True)
    return page


def give(page: Page, question: int, option: int) -> None:
    """Answers, and waits until the server has taken it and the quiet sign stands."""
    before, is_new = answered(page), checked(page)[question] == -1
    answer(page, question, option)
    if is_new:
        count_is(page, before + 1)
    page.wait_for_timeout(100)
    until(page, "!document.querySelector('[data-test-script-state=\"running\"]')")
    page.locator(".fit-bar-text .fit-saved").wait_for()


def count_is(page: Page, n: int) -> None:
    until(page, "n => document.querySelector('.fit-bar')?.getAttribute('aria-valuenow') === String(n)", n)


def the_sheet(store: Store, token: Token) -> Sheet:
    sheet = store.sheets.newest(token)
    assert sheet is not None
    return sheet
