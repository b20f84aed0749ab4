"""Rooms over real WebSockets: the trainer's panel, phones that wait in the room, phones that answer."""

from __future__ import annotations

import asyncio
import random
import time
from contextlib import closing
from dataclasses import dataclass, field

from store import Store, Workshop, open_store
from tests.chaos.respondent import Respondent
from tests.chaos.running import Running, request
from tests.chaos.socket_page import WAIT_SECONDS, SocketPage
from tests.shipped import shipped_content
from tests.views.organising.seeded import organiser
from tests.views.workshop.world import workshop

WORDS = shipped_content().words("ja")


def line(key: str) -> str:
    """What the phone says to do now."""
    return WORDS(f"room.now.{key}")


@dataclass
class Led:
    """A workshop with its trainer's session. ``moved``: when the panel was last asked for the next stage."""

    made: Workshop
    secret: str
    panel: SocketPage | None = None
    moved: float = 0.0

    async def open(self, site: Running, page: str = "workshop") -> SocketPage:
        """Panel or screen as the trainer's browser shows it."""
        cookies = f"fit_organiser={self.secret}"
        return await SocketPage.open(site.port, "", page=page, query=f"id={self.made.id}", cookies=cookies)

    async def press(self, site: Running, button: str) -> None:
        if self.panel is None:
            self.panel = await self.open(site)
        self.moved = time.monotonic()
        await self.panel.press(button)

    def drop(self) -> None:
        if self.panel is not None:
            self.panel.drop()
            self.panel = None


def led(database: str, rooms: int) -> list[Led]:
    """So many workshops, each with a trainer of its own."""
    with closing(open_store(database)) as store:
        return [_led(store, number) for number in range(rooms)]


def _led(store: Store, number: int) -> Led:
    who = organiser(store, f"trainer {number}")
    return Led(workshop(store, who), who.secret)


def sit(address: str, code: str | None) -> str:
    """The token's cookie of somebody who joined by the plain page."""
    answer = request(address, "POST", "/j/sit", code=str(code), language="ja", nickname="")
    assert answer.status == 303, answer.body
    return answer.cookie("fit_token")


class Seated(Respondent):
    """Answers each question of a screen before going on, and thinks before that tap too."""

    async def answer_some(self, most: int = 4) -> None:
        assert self.page is not None
        for radio in list(self.page.screen.radios.values()):
            await asyncio.sleep(self.chance.uniform(*self.think))
            await self.answer(radio.id)

    async def turn_page(self) -> None:
        await asyncio.sleep(self.chance.uniform(*self.think))
        await super().turn_page()


def seated(site: Running, room: Led, people: int, seed: int, think: tuple[float, float]) -> list[Respondent]:
    return [Seated(sit(site.address, room.made.code), random.Random(seed + number), think) for number in range(people)]


@dataclass
class Waiting:
    """A phone that waits in the room, and takes whatever comes as a browser does: one that reads nothing is dropped."""

    token: str
    page: SocketPage | None = None
    _reading: asyncio.Task[None] | None = None
    _look: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self, site: Running) -> SocketPage:
        page = self.page = await SocketPage.open(site.port, self.token, page="room")
        self._reading = asyncio.create_task(page.wait_until(self._drawn))
        return page

    def _drawn(self) -> bool:
        self._look.set()
        return False

    async def sees(self, words: str) -> float:
        """The moment at which the phone shows it by itself."""
        assert self.page is not None
        assert self._reading is not None
        async with asyncio.timeout(WAIT_SECONDS):
            while not self.page.screen.says(words):
                self._look.clear()
                look = asyncio.create_task(self._look.wait())
                await asyncio.wait({look, self._reading}, return_when=asyncio.FIRST_COMPLETED)
                if self._reading.done():
                    self._reading.result()
        return time.monotonic()

    def drop(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
            # A server that was killed ended it already.
            self._reading.add_done_callback(lambda done: done.cancelled() or done.exception())
        if self.page is not None:
            self.page.drop()
            self.page = None


async def round_trip(site: Running, token: str) -> float:
    """How long the room's page takes to be drawn anew: the yardstick for what this machine can do just now."""
    page = await SocketPage.open(site.port, token, page="room")
    began = time.monotonic()
    await page.run()
    page.drop()
    return time.monotonic() - began


async def follow(site: Running, rooms: dict[str, Led], watching: dict[str, list[Waiting]], words: str) -> list[float]:
    """Each room in turn goes on to its next stage. The seconds until each phone shows it, the quickest first."""
    found = []
    for name, room in rooms.items():
        room.panel = await room.open(site)
        seen = [asyncio.create_task(phone.sees(words)) for phone in watching[name]]
        await room.press(site, "stage_next")
        found += [moment - room.moved for moment in await asyncio.gather(*seen)]
        room.drop()
    return sorted(found)
