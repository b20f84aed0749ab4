"""A live workshop in Chromium: a panel, a screen and phones through all stages, with reloads and a killed server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from store import Store, Workshop, open_store
from tests.browser.answering import ready
from tests.browser.conftest import settle, sideways, until, violations
from tests.chaos.running import Running
from tests.examples import in_proof
from tests.views.organising.seeded import organiser
from tests.views.workshop.world import KINDS, Phone, finished, in_groups, phone, workshop

pytestmark = pytest.mark.browser
SEATED = 4
"""Phones that have answered before the story begins; the fifth is the one that is looked at."""
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


@dataclass
class Room:
    chromium: Browser
    site: Running
    store: Store
    secret: str
    made: Workshop
    seated: list[Phone]
    errors: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def device(self, width: int, height: int, cookie: tuple[str, str] | None = None, locale: str = "ja-JP") -> Page:
        context = self.chromium.new_context(viewport={"width": width, "height": height}, locale=locale)
        context.set_default_timeout(30_000)
        self.contexts.append(context)
        if cookie is not None:
            context.add_cookies([{"name": cookie[0], "value": cookie[1], "url": self.site.address}])
        page = context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        return page

    def trainer(self, slug: str, width: int, height: int, locale: str = "ja-JP") -> Page:
        page = self.device(width, height, ("fit_organiser", self.secret), locale)
        page.goto(f"{self.site.address}/{slug}?id={self.made.id}")
        settle(page)
        return page

    def joins(self, width: int, locale: str) -> Page:
        """By the address of the QR code."""
        page = self.device(width, 700, locale=locale)
        page.goto(f"{self.site.address}/j?c={self.made.code}")
        page.locator("form button[type=submit]").click()
        page.wait_for_url("**/room**")
        settle(page)
        return page


@pytest.fixture
def room(chromium: Browser, tmp_path: Path) -> Iterator[Room]:
    database = f"sqlite:///{tmp_path}/fit.db"
    with (
        Running(tmp_path / "site.log", database, FIT_TIME_ZONE="Asia/Tokyo") as site,
        closing(open_store(database)) as store,
    ):
        who = organiser(store, "trainer")
        made = workshop(store, who)
        room = Room(chromium, site, store, who.secret, made, finished(store, made, SEATED))
        yield room
        for context in room.contexts:
            context.close()
        assert room.errors == []
        assert "Traceback" not in site.printed()


def at(page: Page, line: str) -> None:
    """The phone has followed by itself."""
    expect(page.locator("h1.fit-now")).to_have_text(line)


def onward(panel: Page, name: str) -> None:
    panel.locator(".st-key-stage_next button").click()
    expect(panel.locator(".fit-stage-name")).to_have_text(name)


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


def test_the_whole_workshop(room: Room) -> None:
    panel = room.trainer("workshop", 1280, 900)
    screens = [room.trainer("projector", 1280, 720), room.trainer("projector", 1280, 720, "en-US")]
    small, english = room.joins(320, "ja-JP"), room.joins(390, "en-US")
    fifth = phone(room.store, room.made)
    mine = room.device(390, 844, ("fit_token", fifth.token.secret))
    mine.goto(f"{room.site.address}/room")
    settle(mine)

    expect(screens[0].locator(".fit-screen-count")).to_have_text(f"いま {SEATED + 3} 人")
    expect(screens[0].locator(".fit-screen-code")).to_have_text(in_groups(room.made.code))
    at(small, "まもなく始まります。")
    at(english, "We begin in a moment.")

    onward(panel, "質問に答える")
    at(small, "質問に答えてください。")
    small.locator(".st-key-room_go button").click()
    ready(small)
    english.reload()
    settle(english)
    at(english, "Please answer the questions.")

    onward(panel, "自分の結果を読む")
    strip = small.locator(".fit-strip")
    expect(strip).to_contain_text("急がなくてかまいません")
    small.locator(".st-key-to_room button").click()
    at(small, "ご自分のペースで、続きを答えてください。")

    onward(panel, "全体の傾向")
    panel.locator(".st-key-reveal button").click()
    expect(panel.get_by_text("5人以上になってから")).to_be_visible()
    assert screens[0].locator(".fit-track").count() == 0
    fifth.finish(room.store, 7)
    panel.locator(".st-key-reveal button").click()
    for screen in screens:
        expect(screen.locator(".fit-track").first).to_be_visible()
        readable(screen)
        screen.reload()
        settle(screen)
        expect(screen.locator(".fit-track").first).to_be_visible()

    room.site.kill()
    for page in (small, panel, *screens):
        expect(page.locator("h1").first).to_be_visible()
    room.site.start()
    for screen in screens:
        until(screen, "document.querySelector('[data-test-connection-state=\"CONNECTED\"]') !== null", seconds=60)
        expect(screen.locator(".fit-track").first).to_be_visible()
    until(panel, "document.querySelector('[data-test-connection-state=\"CONNECTED\"]') !== null", seconds=60)
    panel.reload()
    settle(panel)

    onward(panel, "話し合い")
    at(small, "近くの方と話し合ってください。")
    onward(panel, "クイズ")
    at(english, "Please send your answer.")
    at(mine, "あなたの答えを送ってください。")
    onward(panel, "もう一度答える")
    at(mine, "もう一度、質問に答えてください。")
    onward(panel, "前とあとを比べる")
    onward(panel, "まとめ")
    at(english, "To finish, please choose one.")
    mine.locator("[data-testid=stRadioOption]").first.click()
    mine.locator('[class*="st-key-vote_"] button').click()
    expect(mine.get_by_text("送りました。")).to_be_visible()
    mine.reload()
    settle(mine)
    expect(mine.locator("[data-testid=stRadioOption] input").first).to_be_checked()

    panel.goto(f"{room.site.address}/workshop?id={room.made.id}&part=settings")
    settle(panel)
    panel.locator(".st-key-end_workshop button").click()
    panel.locator(".st-key-end_now button").click()
    for page in (small, english, mine):
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
        hidden = panel.locator(".st-key-reveal button")
        if hidden.count():
            hidden.click()
            panel.wait_for_timeout(2_500)
            for screen in screens:
                readable(screen)
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
