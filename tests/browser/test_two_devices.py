"""A resume link in a second profile: one sheet on two devices, and no own sheet given up without asking."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from sqlalchemy import text

from store import Store
from tests.browser.answering import ready, shows
from tests.browser.conftest import settle, until, violations
from tests.browser.stored import (
    Profile,
    begin_stored,
    count_is,
    give,
    has_token,
    kept,
    place,
    profile,
    store,
    the_sheet,
    token_of,
)

__all__ = ["kept", "place", "profile", "store"]
pytestmark = pytest.mark.browser


def make_link(page: Page) -> str:
    page.get_by_role("button", name="別の端末で続ける").click()
    code = page.locator("[data-testid=stCode] code")
    code.wait_for()
    until(page, "document.querySelector('.fit-qr img')?.naturalWidth > 100")
    link = code.inner_text().strip()
    page.keyboard.press("Escape")
    return link


def arrive(context: BrowserContext, link: str) -> Page:
    page = context.new_page()
    page.goto(link)
    expect(page.get_by_role("heading", name="この端末で続けますか")).to_be_visible()
    return page


def go_on(page: Page) -> None:
    page.get_by_role("button", name="この端末で続ける").click()
    settle(page)


def test_two_devices_the_later_answer_wins_and_both_see_it(kept: str, store: Store, profile: Profile) -> None:
    first_context, second_context = profile(), profile()
    first = begin_stored(first_context, kept)
    give(first, 0, 1)
    link = make_link(first)
    secret = link.split("#")[1]
    second = arrive(second_context, link)
    assert secret not in second.evaluate("JSON.stringify([location.href, history.state])")
    assert violations(second) == []
    assert not has_token(second_context), "nothing happens before the tap"
    go_on(second)
    ready(second)
    assert second.url == f"{kept}/assessment"
    assert secret not in second.evaluate("JSON.stringify([location.href, document.referrer, history.state])")
    assert token_of(second_context).secret not in (secret, token_of(first_context).secret)
    shows(second, 1)
    give(first, 0, 2)
    give(first, 1, 2)
    give(second, 0, 4)
    expect(second.get_by_text("別の端末であとから答えた内容を反映しました。")).to_be_visible()
    until(second, "document.querySelectorAll('[data-testid=stRadioGroup] input:checked').length === 2")
    shows(second, 4, 2, -1, -1)
    give(first, 2, 0)
    expect(first.get_by_text("別の端末であとから答えた内容を反映しました。")).to_be_visible()
    until(first, "document.querySelectorAll('[data-testid=stRadioGroup]')[0].querySelectorAll('input')[4].checked")
    shows(first, 4, 2, 0, -1)
    codes = list(the_sheet(store, token_of(first_context)).codes.values())
    assert sorted(map(int, codes)) == [1, 3, 5]
    assert the_sheet(store, token_of(second_context)).id == the_sheet(store, token_of(first_context)).id
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE tokens SET expires = 1 WHERE kind = 'link'"))
    late = arrive(profile(), link)
    go_on(late)
    expect(late.get_by_text("そのリンクは期限が過ぎたか、削除されています。")).to_be_visible()
    assert secret not in late.url


def test_a_link_never_takes_an_own_sheet_away_without_asking(kept: str, store: Store, profile: Profile) -> None:
    giver = begin_stored(profile(), kept)
    give(giver, 0, 0)
    give(giver, 1, 0)
    link = make_link(giver)
    context = profile()
    page = begin_stored(context, kept)
    give(page, 0, 4)
    own = token_of(context)
    page.goto(link)
    go_on(page)
    assert page.url == f"{kept}/assessment?link=ask"
    expect(page.get_by_role("heading", name="別の端末の回答を開きますか")).to_be_visible()
    count_is(page, 1)
    assert token_of(context) == own
    page.get_by_role("button", name="別の端末の回答を開く").click()
    until(page, "!location.search")
    settle(page)
    ready(page)
    count_is(page, 2)
    shows(page, 0, 0, -1, -1)
    assert the_sheet(store, token_of(context)).id != the_sheet(store, own).id
