"""A workshop in Chromium: its trainer's pages and the phones that sit in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

from store import Store, Workshop, open_store
from tests.browser.conftest import settle
from tests.chaos.running import Running
from tests.views.organising.seeded import organiser
from tests.views.workshop.world import CONTENT, Phone, finished, workshop

SEATED = 4
"""Phones that have answered before the story begins; a fifth answers in it."""


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

    def seat(self, one: Phone) -> Page:
        """The room on the phone of somebody who sits in it."""
        page = self.device(390, 844, ("fit_token", one.token.secret))
        page.goto(f"{self.site.address}/room")
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


@contextmanager
def in_a_room(chromium: Browser, database: str, log: Path) -> Iterator[Room]:
    """A site of its own with one workshop that has begun. Nothing may have gone wrong at the end."""
    with Running(log, database, FIT_TIME_ZONE="Asia/Tokyo") as site, closing(open_store(database)) as store:
        who = organiser(store, "trainer")
        made = workshop(store, who)
        room = Room(chromium, site, store, who.secret, made, finished(store, made, SEATED))
        yield room
        for context in room.contexts:
            context.close()
        assert room.errors == []
        assert "Traceback" not in site.printed()


def at(phones: Mapping[Page, str], line: str) -> None:
    """The phones have followed by themselves: what to do now, each in its language."""
    for page, language in phones.items():
        expect(page.locator("h1.fit-now")).to_have_text(CONTENT.words(language)(f"room.now.{line}"))


def onward(panel: Page, name: str) -> None:
    panel.locator(".st-key-stage_next button").click()
    expect(panel.locator(".fit-stage-name")).to_have_text(name)
