"""A person who answers, changes their mind, goes on and back, loses the server and comes again."""

from __future__ import annotations

import asyncio
import random
from dataclasses import dataclass, field

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.chaos.screen import Radio
from tests.chaos.socket_page import WAIT_SECONDS, SocketPage

GONE = (ConnectionError, ConnectionClosed, InvalidHandshake)
"""What a client meets while the server is away; anything else is a defect."""


@dataclass
class Respondent:
    """``acknowledged``: code by item, as soon as the bar says the right count and that it is saved, and not before.

    ``unheard``: codes that were sent and never acknowledged, because the socket broke; the store may have one or not.
    ``held``: what the browser held when the socket was lost.
    """

    token: str
    chance: random.Random
    think: tuple[float, float] = (0.2, 0.9)
    acknowledged: dict[str, int | str] = field(default_factory=dict)
    unheard: dict[str, set[int | str]] = field(default_factory=dict)
    visits: int = 0
    answers: int = 0
    page: SocketPage | None = None
    held: dict[str, str] = field(default_factory=dict)

    async def live(self, port: int, enough: asyncio.Event) -> None:
        """Answers until ``enough``, through every loss of the server."""
        while True:
            try:
                if self.page is None:
                    await self.arrive(port)
                while not enough.is_set():
                    await self.answer_some()
                    await self.turn_page()
                return
            except GONE:
                self.lose()
                await asyncio.sleep(self.chance.uniform(0.1, 0.5))

    async def arrive(self, port: int) -> None:
        """A new tab, or a browser that stayed open and sends again what it holds. Either way the sheet is found."""
        stayed_open = self.held if self.chance.random() < 0.5 else {}
        self.page = await SocketPage.open(port, self.token, widgets=stayed_open)
        self.visits += 1
        assert self.page.bar is None or self.page.bar.saved
        if self.page.bar is not None:
            count = self.page.bar.count
            assert len(self.acknowledged) <= count <= len(self.acknowledged.keys() | self.unheard.keys())
        for radio in self.page.screen.radios.values():
            possible = self.unheard.get(radio.name, set()) | {self.acknowledged.get(radio.name)}
            shown = None if radio.chosen is None else radio.chosen + 1
            assert shown in possible or (shown is None and radio.name not in self.acknowledged), "a sheet of its own"

    def lose(self) -> None:
        """The socket is gone; what was on its way stays unheard."""
        if self.page is not None:
            self.held = self.page.widgets
            self.page.drop()
            self.page = None

    async def answer_some(self, most: int = 4) -> None:
        assert self.page is not None
        radios = list(self.page.screen.radios.values())
        for radio in self.chance.sample(radios, min(len(radios), self.chance.randint(1, most))):
            await asyncio.sleep(self.chance.uniform(*self.think))
            await self.answer(radio.id)

    async def answer(self, radio_id: str) -> bool:
        """Chooses another option than the one that stands; whether it was acknowledged."""
        page = self.page
        assert page is not None
        radio = page.screen.radios[radio_id]
        before = page.bar.count if page.bar else len(self.acknowledged)
        option = self.chance.choice([place for place in range(len(radio.options)) if place != radio.chosen])
        expected = before + (radio.chosen is None)
        code = self.code(radio, option)
        self.unheard.setdefault(radio.name, set()).add(code)
        bar = await page.choose(radio, option)
        if bar.count != expected:
            # A run of the whole page that began before the choice may end after it.
            async with asyncio.timeout(WAIT_SECONDS):
                await page.wait_until(lambda: page.bar is not None and page.bar.count == expected)
            bar = page.bar or bar
        if bar.saved:
            self._heard(radio.name, code)
        return bar.saved

    async def answer_until_saved(self, radio_id: str) -> None:
        """As ``answer``; where the sign says that the answer waits, it is waited for as a person would."""
        if not await self.answer(radio_id):
            page = self.page
            assert page is not None
            name = page.screen.radios[radio_id].name
            await page.wait_until_saved()
            (code,) = self.unheard[name]
            self._heard(name, code)

    def _heard(self, name: str, code: int | str) -> None:
        self.acknowledged[name] = code
        del self.unheard[name]
        self.answers += 1

    @staticmethod
    def code(radio: Radio, option: int) -> int:
        return option + 1

    async def turn_page(self) -> None:
        """Mostly on, sometimes back; from the last look back into the questions."""
        assert self.page is not None
        buttons = self.page.screen.buttons
        ways = [name for name in ("next", "next", "back", "look_again") if name in buttons]
        await self.page.turn(self.chance.choice(ways))
