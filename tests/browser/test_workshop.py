"""A live workshop in Chromium: a panel, a screen and phones through all stages, with reloads and a killed server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.answering import answer_all, ready
from tests.browser.conftest import settle, sideways, until, violations
from tests.browser.workshop_room import SEATED, Room, at, in_a_room, onward
from tests.examples import in_proof
from tests.views.workshop.world import KINDS, finished, in_groups

pytestmark = pytest.mark.browser
PARTS = ("run", "settings", "log")
SMALLEST = 28
SCREENS = ((1280, 720), (1920, 1080))
MEASURE = """() => {
  const screen = document.querySelector('.fit-screen'), frame = screen.getBoundingClientRect();
  let smallest = 999, over = 0;
  for (const one of screen.querySelectorAll('*')) {
    const words = [...one.childNodes].some(child => child.nodeType === 3 && child.textContent.trim());
    if (words) smallest = Math.min(smallest, parseFloat(getComputedStyle(one).fontSize));
    const place = one.getBoundingClientRect();
    over = Math.max(over, place.right - frame.right, place.bottom - frame.bottom);
  }
  const main = document.querySelector('.fit-screen-main').getBoundingClientRect();
  for (const one of document.querySelectorAll('.fit-screen-main *'))
    over = Math.max(over, one.getBoundingClientRect().bottom - main.bottom - 4);
  const page = document.querySelector('[data-testid=stMain]');
  return [smallest, over, page.scrollHeight - page.clientHeight];
}"""


@pytest.fixture
def room(chromium: Browser, tmp_path: Path) -> Iterator[Room]:
    with in_a_room(chromium, f"sqlite:///{tmp_path}/fit.db", tmp_path / "site.log") as made:
        yield made


def readable(screen: Page) -> None:
    """Letters of 28 px at 1280, nothing cut off, nothing to scroll, at both sizes."""
    for width, height in SCREENS:
        screen.set_viewport_size({"width": width, "height": height})
        screen.wait_for_timeout(150)
        smallest, over, scroll = screen.evaluate(MEASURE)
        assert smallest >= SMALLEST * width / 1280 - 0.5
        assert over <= 1, screen.locator(".fit-screen").inner_text()
        assert scroll <= 0
    screen.set_viewport_size({"width": SCREENS[0][0], "height": SCREENS[0][1]})


def every_part(screen: Page) -> None:
    """Of a picture: each part can be read from afar, and the key leads from the last one back to the first."""
    turn = screen.locator(".st-key-turn button")
    first = turn.inner_text()
    while True:
        readable(screen)
        assert violations(screen, "color-contrast-enhanced") == []
        seen = turn.inner_text()
        screen.keyboard.press("ArrowRight")
        expect(turn).not_to_have_text(seen)
        if turn.inner_text() == first:
            return


def asleep(page: Page, state: str) -> None:
    """``frozen`` as a phone in a pocket is, ``active`` when it is taken out again."""
    page.context.new_cdp_session(page).send("Page.setWebLifecycleState", {"state": state})


def back(pages: Iterable[Page]) -> None:
    """The server is there again, and the page has found it."""
    for page in pages:
        until(page, "document.querySelector('[data-test-connection-state=\"CONNECTED\"]') !== null", seconds=60)


def test_the_whole_workshop(room: Room) -> None:
    panel = room.trainer("workshop", 1280, 900)
    screens = [room.trainer("projector", 1280, 720), room.trainer("projector", 1280, 720, "en-US")]
    small, english = room.joins(320, "ja-JP"), room.joins(390, "en-US")
    answered = [room.seat(one) for one in room.seated]
    phones = {small: "ja", english: "en"} | dict.fromkeys(answered, "ja")
    followers = {english: "en"} | dict.fromkeys(answered, "ja")

    expect(screens[0].locator(".fit-screen-count")).to_have_text(f"いま {SEATED + 2} 人")
    expect(screens[0].locator(".fit-screen-code")).to_have_text(in_groups(room.made.code))
    at(phones, "lobby")

    onward(panel, "質問に答える")
    at({small: "ja", english: "en"}, "assessment")
    at(dict.fromkeys(answered, "ja"), "finished")
    small.locator(".st-key-room_go button").click()
    ready(small)
    english.reload()
    settle(english)
    at({english: "en"}, "assessment")
    english.locator(".st-key-room_go button").click()
    ready(english)

    onward(panel, "自分の結果を読む")
    strip = small.locator(".fit-strip")
    expect(strip).to_contain_text("急がなくてかまいません")
    small.locator(".st-key-to_room button").click()
    at({small: "ja"}, "own_result_open")
    at(dict.fromkeys(answered, "ja"), "own_result")

    onward(panel, "全体の傾向")
    panel.locator(".st-key-reveal button").click()
    expect(panel.get_by_text("5人以上が答え終わってから")).to_be_visible()
    assert screens[0].locator(".fit-track").count() == 0
    answer_all(english, lambda question, options: (question + 1) % options)
    english.locator(".st-key-to_result button").click()
    english.locator(".fit-verdict").wait_for()
    panel.locator(".st-key-reveal button").click()
    for screen in screens:
        expect(screen.locator(".fit-track").first).to_be_visible()
        every_part(screen)
        screen.reload()
        settle(screen)
        expect(screen.locator(".fit-track").first).to_be_visible()
    english.locator(".st-key-to_room button").click()
    at(phones, "picture")

    room.site.kill()
    for page in (*phones, panel, *screens):
        expect(page.locator("h1").first).to_be_visible()
    room.site.start()
    back((*screens, *phones, panel))
    for screen in screens:
        expect(screen.locator(".fit-track").first).to_be_visible()
    panel.reload()
    settle(panel)

    onward(panel, "話し合い")
    at(phones, "discussion")
    asleep(answered[0], "frozen")
    onward(panel, "クイズ")
    at({page: language for page, language in phones.items() if page != answered[0]}, "check")
    asleep(answered[0], "active")
    at(phones, "check")
    onward(panel, "もう一度答える")
    at(followers, "again")
    onward(panel, "前とあとを比べる")
    at(phones, "change")
    onward(panel, "まとめ")
    at(phones, "wrap_up")
    mine = answered[1]
    mine.locator("[data-testid=stRadioOption]").first.click()
    mine.locator('[class*="st-key-vote_"] button').click()
    expect(mine.get_by_text("送りました。")).to_be_visible()
    mine.reload()
    settle(mine)
    expect(mine.locator("[data-testid=stRadioOption] input").first).to_be_checked()

    panel.get_by_role("link", name="設定").click()
    panel.locator(".st-key-end_workshop button").click()
    panel.locator(".st-key-end_now button").click()
    for page in phones:
        expect(page.locator('a[href="/mine"]')).to_be_attached()
        expect(page.locator("h1.fit-now")).to_have_count(0)
    for screen in screens:
        expect(screen.locator(".fit-screen-over")).to_be_visible()


@pytest.mark.proof
def test_every_stage_of_the_screen_is_read_from_afar(room: Room) -> None:
    """Before and after each reveal, in both languages, at both sizes."""
    room.seated += finished(room.store, room.made, 4)
    panel = room.trainer("workshop", 1280, 900)
    screens = [room.trainer("projector", 1280, 720), room.trainer("projector", 1280, 720, "en-US")]
    for place in range(len(KINDS)):
        for screen in screens:
            readable(screen)
            assert violations(screen, "color-contrast-enhanced") == []
        hidden = panel.locator(".st-key-reveal button")
        if hidden.count():
            hidden.click()
            panel.wait_for_timeout(2_500)
            for screen in screens:
                if screen.locator(".fit-track").count():
                    every_part(screen)
                readable(screen)
                assert violations(screen, "color-contrast-enhanced") == []
        if place + 1 < len(KINDS):
            panel.locator(".st-key-stage_next button").click()
            panel.wait_for_timeout(2_500)


@pytest.mark.parametrize("locale", ["ja-JP", in_proof("en-US")])
def test_axe_finds_nothing_and_nothing_is_too_wide(room: Room, locale: str) -> None:
    language = locale[:2]
    panel = room.trainer("workshop", 320, 700, locale)
    mine = room.device(320, 640, ("fit_token", room.seated[0].token.secret), locale)
    address = room.site.address
    for slug in ("workshops?", "new-workshop?", *(f"workshop?id={room.made.id}&part={part}&" for part in PARTS)):
        panel.goto(f"{address}/{slug}lang={language}")
        settle(panel)
        assert (violations(panel), sideways(panel)) == ([], 0), slug
    for path in ("/j?", f"/j?c={room.made.code}&"):
        mine.goto(f"{address}{path}lang={language}")
        assert (violations(mine), sideways(mine)) == ([], 0), path
    panel.goto(f"{address}/workshop?id={room.made.id}&lang={language}")
    settle(panel)
    heard = panel.locator(".st-key-stage_next kbd").get_attribute("aria-label")
    assert heard == {"ja": "キー：→", "en": "Key: →"}[language]
    screen = room.trainer("projector", 1280, 720, locale)
    for place in range(len(KINDS)):
        mine.goto(f"{address}/room?lang={language}")
        settle(mine)
        assert (violations(mine), sideways(mine)) == ([], 0), KINDS[place]
        assert (violations(screen), violations(panel)) == ([], []), KINDS[place]
        if place + 1 < len(KINDS):
            panel.locator(".st-key-stage_next button").click()
            panel.wait_for_timeout(2_500)
