"""Resume links as mail and chat programs hand them over, opened in Chromium: read, or told, and never repeated."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from store import Store, Token
from tests.browser.answering import ready
from tests.browser.conftest import settle, sideways, violations
from tests.browser.stored import Profile, kept, place, profile, store
from tests.chaos.running import begin

__all__ = ["kept", "place", "profile", "store"]
pytestmark = pytest.mark.browser
MANGLED, ARRIVED = "リンクが崩れているようです", "この端末で続けますか"
ABOUT = "JSON.stringify([location.href, history.state, document.referrer, document.cookie])"


@pytest.fixture
def secret(kept: str, store: Store) -> str:
    return store.devices.make_link(Token(begin(kept))).secret


def shown(page: Page) -> str:
    return str(page.evaluate("[...document.querySelectorAll('h1')].filter(one => one.checkVisibility())[0].innerText"))


WHOLE: dict[str, Callable[[str, str], str]] = {
    "as made": lambda site, one: f"{site}/resume?lang=ja#{one}",
    "full stop": lambda site, one: f"{site}/resume?lang=ja#{one}。",
    "number sign encoded": lambda site, one: f"{site}/resume?lang=ja%23{one}",
    "all encoded": lambda site, one: f"{site}/resume%3Flang=ja%23{one}",
    "wide number sign": lambda site, one: f"{site}/resume?lang=ja＃{one}",
    "capital address": lambda site, one: f"{site}/RESUME?LANG=JA#{one}",
    "parameters": lambda site, one: f"{site}/resume?lang=ja&fbclid=IwAR0#{one}&utm_source=mail",
    "two lines": lambda site, one: f"{site}/resume?lang=ja#{one[:20]} {one[20:]}",
    "twice": lambda site, one: f"{site}/resume?lang=ja#{one}{site}/resume?lang=ja#{one}",
}
BROKEN: dict[str, Callable[[str, str], str]] = {
    "cut": lambda site, one: f"{site}/resume?lang=ja#{one[:31]}",
    "nothing behind": lambda site, one: f"{site}/resume?lang=ja#",
    "no number sign": lambda site, one: f"{site}/resume?lang=ja",
    "only the address": lambda site, one: f"{site}/resume",
    "bracket in the address": lambda site, one: f"{site}/resume)",
}


def test_what_is_whole_is_read(kept: str, profile: Profile, secret: str) -> None:
    for name, made in WHOLE.items():
        context = profile()
        page = context.new_page()
        page.goto(made(kept, secret))
        assert shown(page) == ARRIVED, name
        assert secret not in page.evaluate(ABOUT), name
        assert page.url == f"{kept}/resume?lang=ja", name
        page.get_by_role("button", name="この端末で続ける").click()
        page.wait_for_url(f"{kept}/assessment")
        assert any(cookie["name"] == "fit_token" for cookie in context.cookies()), name
        context.close()


def test_what_is_broken_says_so_at_once(kept: str, profile: Profile, secret: str) -> None:
    page = profile().new_page()
    for name, made in BROKEN.items():
        page.goto("about:blank")
        page.goto(made(kept, secret))
        assert shown(page) == MANGLED, name
        assert secret[:31] not in page.evaluate(ABOUT), name
    expect(page.get_by_role("button")).to_have_count(0)
    code = page.locator("#mangled code").inner_text()
    assert code == f"{kept}/resume?lang=ja#{'•' * 43}"
    expect(page.locator("#mangled").get_by_text("43文字続きます")).to_be_visible()
    expect(page.locator("#mangled").get_by_text("もう一度開いてください")).to_be_visible()
    assert violations(page) == []
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert sideways(page) <= 0
    # The whole link pasted over it changes only what stands behind the #, so the browser loads nothing anew.
    page.evaluate("link => { location.hash = link }", secret)
    expect(page.get_by_role("heading", name=ARRIVED)).to_be_visible()
    assert secret not in page.evaluate(ABOUT)
    page.get_by_role("button", name="この端末で続ける").click()
    settle(page)
    ready(page)


def test_what_the_server_cannot_read_says_so_after_the_tap(kept: str, profile: Profile, secret: str) -> None:
    context = profile()
    page = context.new_page()
    page.goto(f"{kept}/resume?lang=en#{secret.lower()}")
    page.get_by_role("button", name="Go on here").click()
    expect(page.get_by_role("heading", name="This link seems to be damaged")).to_be_visible()
    assert page.url == f"{kept}/resume?lang=en"
    assert context.cookies() == []
    page.goto("about:blank")
    page.goto(f"{kept}/resume?lang=en#{'A' * 43}")
    page.get_by_role("button", name="Go on here").click()
    expect(page.get_by_text("That link is over or was deleted.")).to_be_visible()


def test_without_javascript(kept: str, chromium, secret: str) -> None:  # type: ignore[no-untyped-def]
    context = chromium.new_context(java_script_enabled=False, locale="en-GB")
    page = context.new_page()
    page.goto(f"{kept}/resume?lang=en#{secret}")
    expect(page.get_by_role("button")).to_have_count(0)
    expect(page.get_by_text("Please turn on JavaScript")).to_be_visible()
    expect(page.locator("code").first).to_contain_text(f"{kept}/resume?lang=en#")
    context.close()


@pytest.fixture(autouse=True)
def nothing_in_the_log(place: Path, secret: str) -> Iterator[None]:
    yield
    log = (place / "site.log").read_text(encoding="utf-8")
    assert log
    assert secret not in log
    assert secret.lower() not in log
    assert secret[:31] not in log
