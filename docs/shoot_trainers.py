"""Takes the pictures of docs/trainers.md anew: ``.venv/bin/python docs/shoot_trainers.py``.

Starts a site of its own with an empty store, leads a workshop with a room of simulated people, and pictures each state
that the guide shows. Needs the packages of requirements-dev.txt and Chromium; takes about two minutes.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from docs.page_pictures import take  # noqa: E402
from server.lan import SHOWN  # noqa: E402
from store import Store, Token, open_store  # noqa: E402
from store.workshops.rows import PASSING_MS  # noqa: E402
from tests.browser.conftest import settle  # noqa: E402
from tests.chaos.running import Running  # noqa: E402
from tests.conftest import FLAGS  # noqa: E402
from tests.reports.workshop.made import QUESTIONS  # noqa: E402
from tests.views.workshop.world import CONTENT, Phone, answer, code_of, finished  # noqa: E402

OUT = ROOT / "docs" / "pictures" / "trainers"
PASSWORD = "a-password-of-the-pictures"
PEOPLE = 11
DESKTOP = {"width": 1100, "height": 860}
SCREEN = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 760}
TITLE = "2027年度 新任研修"
ADDRESS = "192.168.1.20"
"""What the screen shows for phones: not that of the machine which takes the pictures."""


def picture(page: Page, name: str, at: str = "") -> None:
    take(page, OUT / f"{name}.png", at)


def device(browser: Browser, size: dict[str, int]) -> Page:
    made = browser.new_context(viewport=size, locale="ja-JP", timezone_id="Asia/Tokyo")  # type: ignore[arg-type]
    made.set_default_timeout(30_000)
    return made.new_page()


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    settle(page)
    return page


def signs_in(page: Page, site: str) -> None:
    page.goto(f"{site}/sign-in?next=workshops")
    page.locator("input[name=name]").fill("organiser")
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("form button[type=submit]").first.click()
    page.wait_for_url("**/workshops**")
    settle(page)
    picture(page, "01-no-workshop-yet")


def makes_a_workshop(page: Page) -> str:
    page.locator(".st-key-make button").click()
    page.wait_for_url("**/new-workshop**")
    settle(page)
    page.locator(".st-key-new_workshop_title input").fill(TITLE)
    page.keyboard.press("Tab")
    picture(page, "02-new-workshop")
    page.locator(".st-key-save button").click()
    page.wait_for_url("**/workshop?**")
    settle(page)
    picture(page, "03-panel")
    found = re.search(r"id=([0-9a-f]{32})", page.url)
    assert found is not None
    return found[1]


def to_stage(panel: Page, name: str) -> None:
    panel.locator("[class*='st-key-agenda_'] button", has_text=name).first.click()
    panel.locator(".fit-stage-name", has_text=name).wait_for()


def reveals(panel: Page) -> None:
    panel.locator(".st-key-reveal button").click()
    panel.locator(".st-key-reveal").wait_for(state="detached")


def joins(browser: Browser, site: str, code: str) -> Page:
    phone = device(browser, PHONE)
    phone.goto(f"{site}/j?c={code}")
    picture(phone, "05-consent")
    phone.locator("form button[type=submit]").click()
    phone.wait_for_url("**/room**")
    settle(phone)
    return phone


def trainer(page: Page) -> Token:
    """Whom the page is signed in as."""
    return Token(next(one["value"] for one in page.context.cookies() if one["name"] == "fit_organiser"))


def leads(browser: Browser, site: str, store: Store) -> None:
    panel = device(browser, DESKTOP)
    signs_in(panel, site)
    workshop = makes_a_workshop(panel)
    cookies = panel.context.cookies()
    screen = device(browser, SCREEN)
    screen.context.add_cookies(cookies)  # type: ignore[arg-type]
    opened(screen, f"{site}/projector?id={workshop}")
    made = store.workshops.read(trainer(panel), workshop)
    here = finished(store, made, PEOPLE)
    phone = joins(browser, site, code_of(made))
    screen.wait_for_timeout(2500)
    picture(screen, "04-screen-lobby")
    to_stage(panel, "質問に答える")
    screen.wait_for_timeout(2500)
    picture(screen, "06-screen-questions")
    phone.wait_for_timeout(2500)
    picture(phone, "07-phone-questions")
    to_stage(panel, "全体の傾向")
    reveals(panel)
    screen.wait_for_timeout(2500)
    picture(screen, "08-screen-picture")
    to_stage(panel, "話し合い")
    picture(panel, "09-panel-discussion")
    panel.wait_for_timeout(PASSING_MS)  # The page to keep tells of what the room did, not of what it passed by.
    check = next(stage for stage in made.agenda if stage.kind == "check")
    to_stage(panel, "クイズ")
    votes(store, here, check.about)
    phone.wait_for_timeout(3000)
    picture(phone, "10-phone-quiz")
    reveals(panel)
    screen.wait_for_timeout(2500)
    picture(screen, "11-screen-answer")
    opened(panel, f"{site}/workshop?id={workshop}&part=shown")
    picture(panel, "12-shown")
    opened(phone, f"{site}/what-the-screen-shows")
    picture(phone, "13-what-the-screen-shows")
    opened(panel, f"{site}/workshop?id={workshop}&part=settings")
    panel.locator(".st-key-end_workshop button").first.click()
    panel.locator(".st-key-end_now button").click()
    panel.wait_for_timeout(1500)
    opened(phone, f"{site}/room")
    picture(phone, "14-phone-kept")
    panel.locator(".st-key-delete_campaign button").first.click()
    panel.locator(".st-key-delete_for_good button").click()
    panel.wait_for_url("**/workshops**")
    settle(panel)
    picture(panel, "15-deleted")


def votes(store: Store, here: list[Phone], about: str) -> None:
    check = CONTENT.workshops.check[about]
    if check.question is None or QUESTIONS[check.question].kind not in ("single", "role"):
        return
    options = [one.id for one in QUESTIONS[check.question].options]
    for place, one in enumerate(here):
        answer(store, one, about, options[0 if place % 3 else -1])


def main() -> None:
    OUT.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/fit.db"
        os.environ["DATABASE_URL"] = database
        settings = {"FIT_ORGANISER_PASSWORD": PASSWORD, "FIT_TIME_ZONE": "Asia/Tokyo", SHOWN: ADDRESS}
        with Running(Path(folder) / "site.log", database, **settings) as site, sync_playwright() as playwright:
            with closing(open_store(database)) as store:
                browser = playwright.chromium.launch(
                    executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=list(FLAGS)
                )
                leads(browser, site.address, store)
                browser.close()
            assert "Traceback" not in site.printed(), site.printed()


if __name__ == "__main__":
    main()
