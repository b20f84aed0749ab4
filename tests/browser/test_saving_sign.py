"""The quiet sign in Chromium: "saved" goes at the tap, and comes back when what the page shows is durable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, WebSocketRoute, expect

from store import Store
from tests.browser.answering import answer, group, next_screen, ready, shows
from tests.browser.conftest import settle, until
from tests.browser.stored import (
    Profile,
    begin_stored,
    count_is,
    database,
    give,
    kept,
    place,
    profile,
    store,
    the_sheet,
    token_of,
)
from tests.browser.test_store_locked import locked
from tests.chaos.running import Running

__all__ = ["kept", "place", "profile", "store"]
pytestmark = pytest.mark.browser
SAVED, SAVING, WAITING = "保存しました", "保存しています", "保存待ち"
LISTEN = """() => {
  window.said = [];
  const note = () => {
    const text = document.querySelector('.fit-bar-text')?.children[1]?.textContent ?? '';
    if (said.at(-1) !== text) said.push(text);
  };
  new MutationObserver(note).observe(document.body, {subtree: true, childList: true, characterData: true});
  note();
}"""
TAP = """([question, option]) => {
  document.querySelectorAll('[data-testid=stRadioGroup]')[question].querySelectorAll('input')[option].click();
  return document.querySelector('.fit-bar-text').children[1].textContent;
}"""

LOOK = """() => addEventListener('change', () => {
  const style = getComputedStyle(document.querySelector('.fit-saving'));
  window.look = [style.animationName, style.animationDuration, style.animationDelay];
}, true)"""


def tap(page: Page, question: int, option: int) -> str:
    """Chooses an option and gives the sign in the same moment, before anything could have come back."""
    expect(page.get_by_test_id("stRadioGroup").nth(question)).to_be_attached()
    return str(page.evaluate(TAP, [question, option]))


def listen(page: Page) -> None:
    page.evaluate(LISTEN)


def said(page: Page) -> list[str]:
    return [str(one) for one in page.evaluate("said")]


def sign(page: Page) -> str:
    return page.locator(".fit-bar-text > span").nth(1).inner_text()


def saved(page: Page) -> None:
    until(page, "document.querySelector('.fit-bar-text .fit-saved')?.textContent === '保存しました'", seconds=60)


def codes(store: Store, context: BrowserContext) -> list[int | str]:
    return list(the_sheet(store, token_of(context)).codes.values())


class Wire:
    """The page's socket: what the page sends is held back, and let through one message at a time."""

    def __init__(self, context: BrowserContext) -> None:
        self.held: list[Callable[[], None]] = []
        self.open = True
        context.route_web_socket("**/_stcore/stream**", self._connect)

    def _connect(self, page_side: WebSocketRoute) -> None:
        server_side = page_side.connect_to_server()

        def pass_on(message: str | bytes) -> None:
            if self.open:
                server_side.send(message)
            else:
                self.held.append(lambda: server_side.send(message))

        page_side.on_message(pass_on)
        server_side.on_message(page_side.send)

    def hold(self) -> None:
        self.open = False

    def wait_for(self, page: Page, messages: int) -> None:
        for _ in range(400):
            if len(self.held) >= messages:
                return
            page.wait_for_timeout(25)
        raise AssertionError(f"the page sent {len(self.held)} messages, not {messages}")

    def let(self, messages: int | None = None) -> None:
        """Lets so many held messages through; all of them, and what comes later, if no number is given."""
        self.open = messages is None
        now, self.held = self.held[:messages], self.held[len(self.held[:messages]) :]
        for send in now:
            send()


@pytest.fixture
def context(profile: Profile) -> BrowserContext:
    return profile()


def test_it_goes_at_the_tap_and_comes_back_when_durable(
    kept: str, place: Path, store: Store, context: BrowserContext
) -> None:
    page = begin_stored(context, kept)
    give(page, 0, 1)
    with locked(place):
        listen(page)
        answer(page, 1, 2)
        assert said(page) == [SAVED, SAVING], "at once"
        expect(page.get_by_text("つながり次第、自動で保存します。")).to_be_visible()
        ready(page)
        assert sign(page) == WAITING
        answer(page, 2, 3)
        count_is(page, 3)
        assert SAVED not in said(page)[1:], "while the store is locked nothing is called saved"
        assert codes(store, context) == [2]
    saved(page)
    assert codes(store, context) == [2, 3, 4]
    with locked(place):
        assert tap(page, 3, 0) == SAVING
        assert codes(store, context) == [2, 3, 4]
    saved(page)
    assert codes(store, context) == [2, 3, 4, 1]


def test_an_older_answers_sign_does_not_speak_for_a_newer_one(kept: str, store: Store, context: BrowserContext) -> None:
    wire = Wire(context)
    page = begin_stored(context, kept)
    give(page, 0, 0)
    wire.hold()
    listen(page)
    assert tap(page, 1, 1) == SAVING
    assert tap(page, 2, 2) == SAVING
    wire.wait_for(page, 2)
    wire.let(1)
    count_is(page, 2)
    assert codes(store, context) == [1, 2]
    assert sign(page) in ("", SAVING), "the second is still on its way"
    wire.let()
    saved(page)
    count_is(page, 3)
    assert said(page) == [SAVED, SAVING, SAVED]
    assert codes(store, context) == [1, 2, 3]


def test_there_and_back_is_two_answers(kept: str, store: Store, context: BrowserContext) -> None:
    wire = Wire(context)
    page = begin_stored(context, kept)
    give(page, 0, 2)
    wire.hold()
    assert tap(page, 0, 3) == SAVING
    assert tap(page, 0, 2) == SAVING, "the one before may arrive and the last one not"
    wire.wait_for(page, 2)
    wire.let(1)
    until(page, "document.querySelector('[data-held]').dataset.held.endsWith(':3')")
    assert sign(page) in ("", SAVING)
    wire.let()
    saved(page)
    shows(page, 2)
    assert codes(store, context) == [3]


def test_taking_an_answer_back_is_on_its_way_too(kept: str, store: Store, context: BrowserContext) -> None:
    wire = Wire(context)
    page = begin_stored(context, kept)
    give(page, 0, 2)
    give(page, 1, 2)
    wire.hold()
    listen(page)
    page.locator('[class*="st-key-clear_"] button').first.click()
    assert said(page)[-1] == SAVING
    wire.wait_for(page, 1)
    wire.let()
    saved(page)
    assert said(page) == [SAVED, SAVING, SAVED]
    assert tap(page, 2, 0) == SAVING
    count_is(page, 2)
    saved(page)
    shows(page, -1, 2, 0)
    assert codes(store, context) == [3, 1]
    assert tap(page, 0, 2) == SAVING, "the same option again is an answer"
    count_is(page, 3)
    saved(page)
    shows(page, 2, 2, 0)
    assert sorted(map(int, codes(store, context))) == [1, 3, 3]


def test_keys_taps_that_change_nothing_and_the_language(kept: str, store: Store, context: BrowserContext) -> None:
    page = begin_stored(context, kept)
    give(page, 0, 0)
    listen(page)
    group(page, 0).locator("[data-testid=stRadioOption]").nth(0).dblclick()
    group(page, 0).locator("input").nth(0).focus()
    assert said(page) == [SAVED], "what stood already is no answer"
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    saved(page)
    shows(page, 3)
    assert set(said(page)) == {SAVED, SAVING}
    assert codes(store, context) == [4]
    listen(page)
    page.locator(".st-key-speak_en button").click()
    until(page, "document.documentElement.lang === 'en'")
    settle(page)
    ready(page)
    assert SAVING not in said(page)
    assert "saving" not in said(page)
    assert said(page)[-1] == "saved"
    assert tap(page, 1, 1) == "saving"
    until(page, "document.querySelector('.fit-bar-text .fit-saved')?.textContent === 'saved'")
    next_screen(page)
    assert sign(page) == "saved"
    assert codes(store, context) == [4, 2]


def test_the_next_screen_and_the_last_answer_at_once(kept: str, context: BrowserContext) -> None:
    wire = Wire(context)
    page = begin_stored(context, kept)
    give(page, 0, 0)
    wire.hold()
    assert tap(page, 1, 1) == SAVING
    page.locator(".st-key-next button").click()
    wire.wait_for(page, 2)
    wire.let()
    expect(page.locator(".fit-prompt .fit-hidden")).to_contain_text("2")
    saved(page)
    shows(page, -1, -1, -1, -1)
    give(page, 0, 0)


def test_a_tap_that_was_lost_with_the_connection(profile: Profile, tmp_path: Path) -> None:
    with Running(tmp_path / "site.log", database(tmp_path)) as site:
        context = profile()
        wire = Wire(context)
        page = begin_stored(context, site.address)
        give(page, 0, 2)
        give(page, 1, 2)
        wire.hold()
        assert tap(page, 2, 4) == SAVING
        page.locator('[class*="st-key-clear_"] button').first.click()
        wire.wait_for(page, 2)
        site.kill()
        page.locator("p.fit-offline").wait_for()
        assert sign(page) in ("", SAVING)
        wire.held.clear()
        wire.let()
        site.start()
        expect(page.locator("p.fit-offline")).to_be_hidden()
        ready(page)
        saved(page)
        shown = page.evaluate("document.querySelectorAll('[data-testid=stRadioGroup] input:checked').length")
        count_is(page, shown)
    assert "Traceback" not in site.printed()


def test_it_is_silent_and_nothing_moves(kept: str, place: Path, context: BrowserContext) -> None:
    page = begin_stored(context, kept)
    page.emulate_media(reduced_motion="reduce")
    give(page, 0, 1)
    live = "document.querySelector('.fit-bar-text').closest('[aria-live],[role=status],[role=alert]')"
    assert page.evaluate(live) is None, "a screen reader has said the option; it does not say the sign at each tap"
    with locked(place):
        page.evaluate(LOOK)
        assert tap(page, 1, 1) == SAVING
        style = page.evaluate("look")
        assert style == ["fit-after-a-moment", "0s", "0.4s"], "no flicker where the store is quick"
    saved(page)
