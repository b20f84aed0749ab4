"""A candidate's way on a phone: link, who asks, questions, own result, choice with preview, receipt, withdrawal."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from store import Store
from tests.browser.answering import answer_all, drawn, ready
from tests.browser.conftest import settle, sideways, until, violations
from tests.browser.stored import Profile, has_token, kept, place, profile, store, token_of
from tests.browser.zoom import faults_at_every_size
from tests.examples import in_proof
from tests.people.candidate.world import TEXTS, answer_and_finish, campaign, organiser, secret_of

__all__ = ["kept", "place", "profile", "store"]
pytestmark = pytest.mark.browser
ABOUT = "JSON.stringify([document.referrer, document.cookie])"


def arrive(page: Page, site: str, link: str) -> None:
    page.goto(f"{site}/c#{link}")
    page.locator(".fit-ways").wait_for()


def begun(context: BrowserContext, site: str, link: str) -> Page:
    page = context.new_page()
    arrive(page, site, link)
    page.get_by_role("button", name="はじめる").click()
    ready(page)
    return page


def choose(page: Page, name: str) -> None:
    page.locator('[class*="st-key-levels_"]').get_by_text(name, exact=True).click()
    expect(page.get_by_role("radio", name=name, exact=True)).to_be_checked()
    still(page)


def still(page: Page) -> None:
    """Nothing is drawn any more, nor fades: what is drawn anew is pale for a moment."""
    drawn(page)
    until(page, "!document.querySelector('[data-stale=\"true\"]') && document.getAnimations().length === 0")


def box(page: Page, role: str, name: str) -> tuple[int, int]:
    found = page.get_by_role(role, name=name).bounding_box()  # type: ignore[arg-type]
    assert found
    return round(found["width"]), round(found["height"])


def test_from_the_link_to_the_withdrawal(kept: str, store: Store, profile: Profile) -> None:
    who = organiser(store)
    made = campaign(store, who)
    context = profile()
    page = context.new_page()
    arrive(page, kept, secret_of(made))
    expect(page.get_by_role("heading", name="青空商事 人事部からのご案内")).to_be_focused()
    assert not has_token(context), "nothing happens before the tap"
    assert secret_of(made) not in page.evaluate(ABOUT)
    assert violations(page) == []
    assert box(page, "button", "はじめる") == box(page, "link", "今回は参加しない")
    page.reload()
    page.locator(".fit-ways").wait_for()
    page.get_by_role("button", name="はじめる").click()
    ready(page)
    assert secret_of(made) not in page.evaluate("JSON.stringify([location.href, document.referrer])")
    answer_all(page, lambda question, options: (question * 7 + 3) % options)
    page.locator(".st-key-to_result button").click()
    page.locator(".fit-verdict").wait_for()
    settle(page)
    assert store.shared.all(who, made.id) == (), "the own result comes first, and nobody else sees it"
    way = page.get_by_role("link", name="青空商事 人事部に共有する内容を選ぶ")
    verdict = page.locator(".fit-verdict").bounding_box()
    stands = way.bounding_box()
    assert verdict
    assert stands
    assert stands["y"] > verdict["y"] + verdict["height"]
    way.click()
    page.get_by_role("heading", name="何を共有しますか").wait_for()
    settle(page)
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)
    choose(page, "面接ガイド（得点なし）")
    preview = page.locator(".fit-preview .fit-shared")
    expect(preview.get_by_role("listitem").first).to_be_visible()
    expect(preview.locator(".fit-bars")).to_have_count(0)
    seen = preview.inner_text()
    assert violations(page) == []
    assert sideways(page) <= 0
    page.get_by_role("button", name="この内容で決める").click()
    page.locator(".fit-receipt").wait_for()
    still(page)
    (share,) = store.shared.all(who, made.id)
    assert (share.level, share.name, share.note) == ("guide", "", "")
    assert "fits" not in share.content
    expect(page.get_by_role("status").filter(has_text="共有しました")).to_be_visible()
    page.get_by_text("相手の画面に表示されている内容").click()
    assert page.locator(".fit-preview .fit-shared").inner_text() == seen
    assert violations(page) == []
    page.get_by_role("button", name="共有を取り消す").click()
    expect(page.get_by_role("status").filter(has_text="取り消しました")).to_be_in_viewport()
    assert store.shared.all(who, made.id) == ()


def test_the_typing_that_the_tap_ends_is_shared_too(kept: str, store: Store, profile: Profile) -> None:
    who = organiser(store)
    made = campaign(store, who)
    context = profile()
    page = begun(context, kept, secret_of(made))
    answer_and_finish(store, token_of(context))
    page.goto(f"{kept}/share")
    settle(page)
    choose(page, "面接ガイドと、職種との適合度")
    page.get_by_text("名前を載せる", exact=True).click()
    page.get_by_label("名前", exact=True).fill("山田 花子")
    page.locator(".fit-preview").get_by_text("山田 花子").wait_for()
    page.get_by_label("ひとこと添える（任意）").fill("接客のアルバイトを3年しています。")
    page.get_by_role("button", name="この内容で決める").click()
    page.locator(".fit-receipt").wait_for()
    (share,) = store.shared.all(who, made.id)
    assert (share.level, share.name, share.note) == ("fits", "山田 花子", "接客のアルバイトを3年しています。")


def test_declining_takes_as_many_taps_and_tells_nobody(kept: str, store: Store, profile: Profile) -> None:
    who = organiser(store)
    made = campaign(store, who)
    context = profile()
    page = begun(context, kept, secret_of(made))
    answer_and_finish(store, token_of(context))
    page.goto(f"{kept}/share")
    settle(page)
    choose(page, "何も共有しない")
    page.get_by_role("button", name="この内容で決める").click()
    expect(page.get_by_role("status").filter(has_text="何も共有しないことにしました")).to_be_visible()
    assert store.shared.all(who, made.id) == ()
    other = context.new_page()
    arrive(other, kept, secret_of(made))
    other.get_by_role("button", name="続ける").click()
    other.get_by_role("heading", name="何を共有しますか").wait_for()
    expect(other.get_by_text("もう一度答えなくても")).to_be_visible()
    decline = profile().new_page()
    arrive(decline, kept, secret_of(made))
    decline.get_by_role("link", name="今回は参加しない").click()
    decline.get_by_role("button", name="診断をはじめる").wait_for()
    assert not has_token(decline.context)


def test_a_broken_link_says_so_and_a_whole_one_pasted_over_it_opens(kept: str, store: Store, profile: Profile) -> None:
    link = secret_of(campaign(store, organiser(store)))
    page = profile().new_page()
    for address in (f"{kept}/c#{link[:-1]}", f"{kept}/c", f"{kept}/c)#"):
        page.goto("about:blank")
        page.goto(address)
        expect(page.get_by_role("heading", name="リンクが途中で切れているようです")).to_be_visible()
    assert violations(page) == []
    expect(page.get_by_role("button")).to_have_count(0)
    page.evaluate("link => { location.hash = link }", link)
    page.locator(".fit-ways").wait_for()
    for address in (f"{kept}/C%23{link.upper()}", f"{kept}/c＃{link}", f"{kept}/c?fbclid=x#{link}。"):
        page.goto("about:blank")
        page.goto(address)
        page.locator(".fit-ways").wait_for()
    assert page.url.startswith(f"{kept}/c?lang=ja#{link}"), "a reload, or a bookmark, leads back"


def test_without_a_connection_the_page_says_so_and_tries_again(kept: str, store: Store, profile: Profile) -> None:
    link = secret_of(campaign(store, organiser(store)))
    page = profile().new_page()
    page.goto(f"{kept}/c")
    page.context.set_offline(True)
    page.evaluate("link => { location.hash = link }", link)
    expect(page.get_by_text("案内を表示できませんでした")).to_be_visible()
    page.context.set_offline(False)
    page.get_by_role("button", name="もう一度開く").click()
    page.locator(".fit-ways").wait_for()


def test_the_language_of_an_invitation_is_switched_with_its_link(kept: str, store: Store, profile: Profile) -> None:
    page = profile().new_page()
    arrive(page, kept, secret_of(campaign(store, organiser(store))))
    page.get_by_role("link", name="English").click()
    page.get_by_role("heading", name="An invitation from Aozora Trading, HR").wait_for()
    assert page.evaluate("document.documentElement.lang") == "en"
    assert "An invitation from Aozora Trading, HR" in page.title()


@pytest.mark.parametrize(
    ("language", "dark"), [("ja", False), in_proof("en", False), in_proof("ja", True), ("en", True)]
)
def test_both_pages_are_accessible_in_every_look(
    kept: str, store: Store, chromium: Browser, language: str, dark: bool
) -> None:
    link = secret_of(campaign(store, organiser(store)))
    context = chromium.new_context(
        locale=language, viewport={"width": 390, "height": 844}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    arrive(page, kept, link)
    assert violations(page) == []
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 844})
        assert sideways(page) <= 0
    page.locator(".fit-ways button").click()
    ready(page)
    answer_and_finish(store, token_of(context))
    page.goto(f"{kept}/share?lang={language}")
    settle(page)
    assert violations(page) == []
    options = page.locator('[class*="st-key-levels_"] [data-testid=stRadioOption]')
    for at in range(5):
        options.nth(at).click()
        until(page, "at => document.querySelectorAll('[class*=st-key-levels_] input')[at].checked", at)
        still(page)
        assert violations(page) == []
    assert sideways(page) <= 0
    if not dark:
        assert faults_at_every_size(page) == []
    page.locator('[class*="st-key-confirm_"] button').click()
    page.locator(".fit-receipt").wait_for()
    still(page)
    assert violations(page) == []
    assert TEXTS[language].sender in page.locator(".fit-receipt").inner_text()
    context.close()
