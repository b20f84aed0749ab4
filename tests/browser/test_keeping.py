"""What a person is promised about stored answers, in Chromium: they last, are theirs, and go when told to."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import text

from store import Store
from store.operating.backup import back_up
from store.operating.stats import stats
from tests.browser.answering import answer, answered, begin, group, next_screen, ready, shows
from tests.browser.conftest import settle, until
from tests.browser.stored import (
    Profile,
    begin_stored,
    cookie_of,
    count_is,
    database,
    give,
    go_to,
    has_token,
    kept,
    open_page,
    place,
    profile,
    store,
    the_sheet,
    token_of,
)
from tests.chaos.running import Running

__all__ = ["kept", "place", "profile", "store"]
pytestmark = pytest.mark.browser
NOTE_RUNS = """() => {
    window.ran = 0
    const state = '[data-test-script-state="running"]'
    const look = () => { if (document.querySelector(state)) window.ran += 1 }
    const attributes = {subtree: true, attributes: true, attributeFilter: ['data-test-script-state']}
    new MutationObserver(look).observe(document.body, attributes)
}"""


def ten_answers(page: Page) -> None:
    for n in range(10):
        give(page, n % 4, n % 5)
        if n in (3, 7):
            next_screen(page)
            ready(page)
    count_is(page, 10)


def eleventh_is_next(page: Page) -> None:
    ready(page)
    count_is(page, 10)
    shows(page, 3, 4, -1, -1)
    expect(page.locator(".fit-number").nth(2)).to_have_text("11")
    expect(group(page, 2)).to_be_visible()


def test_a_killed_server_loses_nothing(profile: Profile, tmp_path: Path) -> None:
    with Running(tmp_path / "site.log", database(tmp_path)) as site:
        context = profile()
        page = begin_stored(context, site.address)
        ten_answers(page)
        site.kill()
        site.start()
        page.reload()
        settle(page)
        eleventh_is_next(page)
        tab = open_page(context, f"{site.address}/assessment")
        eleventh_is_next(tab)
        tab.locator(".st-key-speak_en button").click()
        until(tab, "document.documentElement.lang === 'en'")
        settle(tab)
        tab.close()
        page.close()
        site.kill()
        site.start()
        later = open_page(context, f"{site.address}/assessment")
        until(later, "document.documentElement.lang === 'en'")
        eleventh_is_next(later)
        give(later, 2, 0)
        count_is(later, 11)
    assert "Traceback" not in site.printed()


def test_a_page_that_stays_open_says_so_in_its_own_words_and_goes_on_by_itself(
    profile: Profile, tmp_path: Path
) -> None:
    with Running(tmp_path / "site.log", database(tmp_path)) as site:
        page = begin_stored(profile(), site.address)
        give(page, 0, 2)
        offline = page.locator("p.fit-offline")
        expect(offline).to_be_hidden()
        site.kill()
        expect(offline).to_be_visible()
        expect(offline).to_contain_text("このままお待ちください。")
        # Streamlit's own dialog speaks of a terminal; it comes a little later and is never seen.
        page.locator("[data-testid=stDialog]").wait_for(state="attached")
        expect(page.locator("[data-testid=stDialog]")).to_be_hidden()
        page.evaluate(NOTE_RUNS)
        site.start()
        expect(offline).to_be_hidden()
        # The page that stayed is drawn anew once; a tap before that may not reach the server (tests/chaos has those).
        until(page, "window.ran > 0")
        ready(page)
        shows(page, 2, -1, -1, -1)
        give(page, 1, 3)
        count_is(page, 2)


def test_delete_leaves_nothing(kept: str, store: Store, place: Path, profile: Profile, tmp_path: Path) -> None:
    context = profile()
    page = begin_stored(context, kept)
    for question in range(3):
        give(page, question, 1)
    token = token_of(context)
    sheet = the_sheet(store, token)
    find = text("SELECT respondent FROM sheets WHERE id = :id")
    respondent = store.read(lambda connection: connection.execute(find, {"id": sheet.id}).scalar_one())
    traces = [sheet.id, respondent, sha256(token.secret.encode()).hexdigest(), token.secret]
    assert any(trace.encode() in held(place) for trace in traces), "what is looked for below can be found at all"
    go_to(page, f"{kept}/about")
    expect(page.get_by_text("3問の答えを保存しています。")).to_be_visible()
    page.get_by_role("button", name="すべて削除する").click()
    page.get_by_role("button", name="完全に削除する").click()
    proof = "削除しました。消したのは、回答1回分、答え3件です。保存先を調べ直したところ、残りは0件でした。"
    expect(page.get_by_text(proof)).to_be_visible()
    assert not has_token(context)
    page.reload()
    settle(page)
    expect(page.get_by_text("この端末から開ける、保存した答えはありません。")).to_be_visible()
    go_to(page, f"{kept}/assessment")
    page.locator('.st-key-form_quick form[action="/begin"] button').wait_for()
    back_up(store, tmp_path / "backup")
    backup = b"".join(path.read_bytes() for path in sorted(tmp_path.rglob("*")) if path.is_file())
    assert backup
    for trace in traces:
        assert trace.encode() not in held(place)
        assert trace.encode() not in backup
    # The cookie of a deleted sheet, kept by a copy of the profile, opens nothing.
    context.add_cookies([{"name": "fit_token", "value": token.secret, "url": kept}])
    go_to(page, f"{kept}/assessment")
    expect(page.get_by_text("前に保存した回答は、期限が過ぎたか、削除されています。")).to_be_visible()
    begin(page, "quick", stored=True)
    assert token_of(context) != token
    go_to(page, f"{kept}/assessment")
    expect(page.get_by_text("前に保存した回答は")).to_have_count(0)


def held(place: Path) -> bytes:
    """The bytes of the database with its log of writes."""
    return b"".join(path.read_bytes() for path in sorted(place.glob("fit.db*")))


def test_deleted_on_another_screen_is_said_at_the_next_answer(kept: str, profile: Profile) -> None:
    context = profile()
    page = begin_stored(context, kept)
    give(page, 0, 1)
    about = open_page(context, f"{kept}/about")
    about.get_by_role("button", name="すべて削除する").click()
    about.get_by_role("button", name="完全に削除する").click()
    about.get_by_text("削除しました。").wait_for()
    answer(page, 1, 1)
    expect(page.get_by_text("別の画面で削除されたか、期限が過ぎています")).to_be_visible()
    expect(page.locator(".fit-bar-text")).to_contain_text("もう保存されていません")
    page.on("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="読み込み直す").click()
    page.locator('.st-key-form_quick form[action="/begin"] button').wait_for()


def test_not_my_answers_is_one_tap_and_can_be_taken_back(kept: str, store: Store, profile: Profile) -> None:
    context = profile()
    page = begin_stored(context, kept)
    give(page, 0, 3)
    token = token_of(context)
    page.get_by_role("button", name="自分の回答ではない").click()
    expect(page.get_by_text("この端末では、その回答を開けないようにしました。")).to_be_visible()
    assert not has_token(context)
    assert store.sheets.newest(token) is None
    other = open_page(context, f"{kept}/assessment")
    other.locator('.st-key-form_quick form[action="/begin"] button').wait_for()
    page.get_by_role("button", name="元に戻す").click()
    settle(page)
    ready(page)
    shows(page, 3, -1, -1, -1)
    assert token_of(context) != token
    go_to(page, kept)
    page.get_by_role("button", name="自分の回答ではない").click()
    expect(page.get_by_role("button", name="元に戻す")).to_be_visible()
    context.clear_cookies(name="fit_link")
    page.reload()
    settle(page)
    expect(page.get_by_text("この端末では、その回答を開けないようにしました。")).to_be_visible()
    expect(page.get_by_role("button", name="元に戻す")).to_have_count(0)


def test_start_anew_is_one_tap_and_can_be_taken_back(kept: str, store: Store, profile: Profile) -> None:
    context = profile()
    page = begin_stored(context, kept)
    for question in range(4):
        give(page, question, question)
    next_screen(page)
    give(page, 0, 4)
    before = the_sheet(store, token_of(context))
    page.get_by_role("button", name="はじめからやり直す").click()
    page.locator(".st-key-take_quick button").wait_for()
    assert the_sheet(store, token_of(context)).codes == {}, "gone from the store at once"
    expect(page.get_by_role("button", name="前の答えに戻す")).to_be_in_viewport()
    page.get_by_role("button", name="前の答えに戻す").click()
    ready(page)
    count_is(page, 5)
    shows(page, 4, -1, -1, -1)
    assert the_sheet(store, token_of(context)).codes == before.codes
    assert the_sheet(store, token_of(context)).position == before.position
    page.reload()
    settle(page)
    ready(page)
    shows(page, 4, -1, -1, -1)


def test_start_anew_once_answered_stays(kept: str, store: Store, profile: Profile) -> None:
    context = profile()
    page = begin_stored(context, kept)
    give(page, 0, 0)
    before = the_sheet(store, token_of(context))
    page.get_by_role("button", name="はじめからやり直す").click()
    page.locator(".st-key-take_quick button").click()
    ready(page)
    count_is(page, 0)
    shows(page, -1, -1, -1, -1)
    expect(page.get_by_role("button", name="前の答えに戻す")).to_be_visible()
    give(page, 1, 3)
    next_screen(page)
    expect(page.get_by_role("button", name="前の答えに戻す")).to_have_count(0)
    after = the_sheet(store, token_of(context))
    assert after.id != before.id
    assert list(after.codes.values()) == [4]
    assert len(store.sheets.history(token_of(context))) == 1
    page.reload()
    settle(page)
    page.get_by_role("button", name="戻る").click()
    ready(page)
    shows(page, -1, 3, -1, -1)


def test_download_everything(kept: str, store: Store, profile: Profile) -> None:
    context = profile()
    page = begin_stored(context, kept)
    give(page, 0, 0)
    give(page, 1, 4)
    token = token_of(context)
    go_to(page, f"{kept}/about")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="保存された内容をダウンロード").click()
    assert waiting.value.suggested_filename == "my-answers.json"
    raw = Path(waiting.value.path()).read_text(encoding="utf-8")
    (sheet,) = json.loads(raw)["sheets"]
    assert {name: one["code"] for name, one in sheet["answers"].items()} == the_sheet(store, token).codes
    assert sorted(one["code"] for one in sheet["answers"].values()) == [1, 5]
    assert token.secret not in raw
    assert sha256(token.secret.encode()).hexdigest() not in raw


def test_a_forged_cookie_opens_nothing(kept: str, profile: Profile) -> None:
    context = profile()
    page = context.new_page()
    for forged in ("x", "a%00%ff", "../../etc", "a" * 3500, "A" * 43):
        context.add_cookies([{"name": "fit_token", "value": forged, "url": kept}])
        go_to(page, f"{kept}/about")
        expect(page.get_by_text("この端末から開ける、保存した答えはありません。")).to_be_visible()
    go_to(page, f"{kept}/assessment")
    begin(page, "quick", stored=True)
    give(page, 0, 0)
    assert token_of(context).secret != forged


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(kept: str, profile: Profile) -> None:
    context = profile()
    page = begin_stored(context, kept)
    cookie = cookie_of(context)
    assert (cookie["httpOnly"], cookie["sameSite"], cookie["path"]) == (True, "Lax", "/")
    assert "fit_token" not in page.evaluate("document.cookie")
    give(page, 0, 2)
    stranger = context.new_page()
    stranger.route("http://elsewhere.test/**", lambda route: route.fulfill(body=FORM, content_type="text/html"))
    for action in ("begin", "leave", "forget", "accept", "resume"):
        stranger.goto(f"http://elsewhere.test/?{kept}/{action}")
        with stranger.expect_navigation():
            stranger.locator("button").click()
        assert stranger.locator("body").inner_text() == "403"
    page.reload()
    settle(page)
    ready(page)
    shows(page, 2, -1, -1, -1)


FORM = (
    "<!doctype html><form method=post><button>go</button></form>"
    "<script>document.forms[0].action = location.search.slice(1)</script>"
)


def test_without_storing_nothing_is_stored(kept: str, store: Store, profile: Profile) -> None:
    before = stats(store)
    context = profile()
    page = open_page(context, f"{kept}/assessment")
    begin(page, "quick")
    answer(page, 0, 2)
    count_is(page, 1)
    expect(page.locator(".fit-bar-text")).to_contain_text("保存していません")
    assert answered(page) == 1
    assert not has_token(context)
    assert stats(store) == before
    page.reload()
    settle(page)
    page.locator('.st-key-form_quick form[action="/begin"] button').wait_for()
