"""Who answers without storing is asked before the browser leaves the site, and nobody is asked who loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from store import Store
from store.operating.stats import stats
from tests.browser.answering import answer, begin, next_screen, ready, shows
from tests.browser.conftest import settle, until
from tests.browser.stored import (
    Profile,
    begin_stored,
    count_is,
    give,
    go_to,
    kept,
    open_page,
    place,
    profile,
    store,
)
from tests.browser.test_store_locked import locked

__all__ = ["kept", "place", "profile", "store"]
pytestmark = pytest.mark.browser
LEAVE = "!dispatchEvent(new Event('beforeunload', {cancelable: true}))"


def asks(page: Page) -> bool:
    """Whether the browser would ask now."""
    return bool(page.evaluate(LEAVE))


def unstored(context: BrowserContext, site: str) -> Page:
    page = open_page(context, f"{site}/assessment")
    page.set_viewport_size({"width": 1280, "height": 900})
    begin(page, "quick")
    return page


def walk(page: Page, name: str) -> None:
    """Goes to another page without leaving the site."""
    page.locator(".st-key-brand a").click()
    page.locator(".st-key-samples").wait_for()
    links = page.locator(".st-key-menu_wide, .st-key-foot_links")
    links.get_by_role("link", name=name, exact=True).first.click()
    page.locator(".st-key-samples").wait_for(state="detached")
    settle(page)


def test_a_reload_and_a_closed_page_are_asked_about(kept: str, profile: Profile) -> None:
    page = unstored(profile(), kept)
    asked: list[str] = []
    stay = True

    def decide(dialog) -> None:  # type: ignore[no-untyped-def]
        asked.append(dialog.type)
        if stay:
            dialog.dismiss()
        else:
            dialog.accept()

    page.on("dialog", decide)
    answer(page, 0, 2)
    count_is(page, 1)
    page.evaluate("setTimeout(() => location.reload())")
    until(page, "true")
    page.close(run_before_unload=True)
    until(page, "true")
    for _ in range(100):
        if len(asked) == 2:
            break
        page.wait_for_timeout(25)
    assert asked == ["beforeunload"] * 2
    shows(page, 2, -1)
    page.evaluate("setTimeout(() => location.assign('https://elsewhere.test/'))")
    for _ in range(100):
        if len(asked) == 3:
            break
        page.wait_for_timeout(25)
    shows(page, 2, -1)
    stay = False
    page.reload()
    assert asked == ["beforeunload"] * 4
    settle(page)
    page.locator(".st-key-take_quick button").wait_for()
    page.reload()
    assert asked == ["beforeunload"] * 4, "there is nothing to lose any more"


def test_from_the_first_answer_on_and_on_every_page(kept: str, profile: Profile) -> None:
    context = profile()
    page = open_page(context, f"{kept}/assessment")
    page.set_viewport_size({"width": 1280, "height": 900})
    assert not asks(page)
    begin(page, "quick")
    assert not asks(page), "nothing is answered yet"
    answer(page, 0, 0)
    count_is(page, 1)
    assert asks(page)
    page.locator('[class*="st-key-clear_"] button').first.click()
    count_is(page, 0)
    assert not asks(page), "taken back"
    answer(page, 1, 4)
    count_is(page, 1)
    page.locator(".st-key-speak_en button").click()
    until(page, "document.documentElement.lang === 'en'")
    settle(page)
    ready(page)
    shows(page, -1, 4)
    assert asks(page)
    page.locator(".st-key-speak_ja button").click()
    until(page, "document.documentElement.lang === 'ja'")
    settle(page)
    for name in ("職種を知る", "学ぶ", "このサイト"):
        walk(page, name)
        assert asks(page), f"in-app pages keep the answers: {name}"
    page.go_back()
    settle(page)
    assert asks(page)
    other = open_page(context, f"{kept}/assessment")
    assert not asks(other), "another tab holds none of them"
    walk(page, "このサイト")
    page.get_by_role("button", name="今の答えを消す").click()
    settle(page)
    until(page, "!document.querySelector('[data-lost-on-leaving]')")
    assert not asks(page), "cleared by the person"


def test_start_anew_is_not_asked_again(kept: str, profile: Profile) -> None:
    page = unstored(profile(), kept)
    answer(page, 0, 0)
    count_is(page, 1)
    page.get_by_role("button", name="はじめからやり直す").click()
    page.locator(".st-key-take_quick button").wait_for()
    settle(page)
    assert not asks(page)
    page.get_by_role("button", name="前の答えに戻す").click()
    ready(page)
    count_is(page, 1)
    assert asks(page), "they are back"


def test_a_result_counts_until_it_is_taken_along(kept: str, profile: Profile) -> None:
    page = unstored(profile(), kept)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.type), dialog.accept()))
    answer(page, 1, 0)
    count_is(page, 1)
    walk(page, "結果")
    page.locator(".st-key-download_pdf button").wait_for()
    assert asks(page)
    page.get_by_text("画像とデータ").click()
    with page.expect_download():
        page.locator(".st-key-download_wide button").click()
    until(page, "!document.querySelector('.st-key-download_wide button').disabled")
    assert asks(page), "a picture to share is not the result"
    with page.expect_download():
        page.locator(".st-key-download_json button").click()
    until(page, f"!({LEAVE})")
    walk(page, "職種を知る")
    assert not asks(page), "taken along"
    page.go_back()
    settle(page)
    assert not asks(page)
    assert dialogs == []
    walk(page, "学ぶ")
    page.locator(".st-key-brand a").click()
    settle(page)
    page.locator(".st-key-go button").click()
    settle(page)
    ready(page)
    shows(page, -1, 0)
    assert not asks(page)
    answer(page, 0, 0)
    until(page, LEAVE)
    assert asks(page), "an answer that the file does not hold"


def test_another_result_taken_along_does_not_count(kept: str, profile: Profile) -> None:
    page = unstored(profile(), kept)
    answer(page, 0, 0)
    count_is(page, 1)
    page.locator(".st-key-brand a").click()
    settle(page)
    page.locator(".st-key-samples a").first.click()
    settle(page)
    with page.expect_download():
        page.locator(".st-key-download_pdf button").click()
    until(page, "!document.querySelector('.st-key-download_pdf button').disabled")
    assert asks(page)


def test_a_form_that_leaves_is_asked_about_too(kept: str, store: Store, profile: Profile) -> None:
    page = unstored(profile(), kept)
    answer(page, 0, 0)
    count_is(page, 1)
    walk(page, "学ぶ")
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    before = stats(store)
    page.get_by_role("button", name="記録を残す").click(no_wait_after=True)
    for _ in range(100):
        if asked:
            break
        page.wait_for_timeout(25)
    assert asked == ["beforeunload"]
    assert stats(store) == before
    walk(page, "診断")
    ready(page)
    shows(page, 0)


def test_who_stores_is_asked_only_while_something_waits(kept: str, place: Path, profile: Profile) -> None:
    page = begin_stored(profile(), kept)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    give(page, 0, 0)
    assert not asks(page)
    next_screen(page)
    assert not asks(page)
    with locked(place):
        answer(page, 0, 0)
        assert asks(page), "on its way"
        page.locator(".fit-unsaved").wait_for()
        assert asks(page)
        page.get_by_role("button", name="自分の回答ではない").click()
        expect(page.get_by_text("今、保存先につながらないため、前の回答を表示できません。")).to_be_visible()
    assert asked == [], "who lets go of the answers is not asked whether to leave them"
    go_to(page, f"{kept}/about")
    page.get_by_role("button", name="すべて削除する").click()
    page.get_by_role("button", name="完全に削除する").click()
    page.get_by_text("削除しました。").first.wait_for()
    assert asked == []
