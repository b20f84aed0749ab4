"""A browser that stayed open while the server was killed sends again what it holds; the page shows what is stored."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.chaos.loop import run
from tests.chaos.running import Running, begin
from tests.chaos.socket_page import SocketPage


def test_an_answer_that_never_arrived_is_not_shown_as_given(tmp_path: Path) -> None:
    with Running(tmp_path / "site.log", f"sqlite:///{tmp_path}/fit.db") as site:
        run(_lose_an_answer(site))


async def _lose_an_answer(site: Running) -> None:
    token = begin(site.address)
    page = await SocketPage.open(site.port, token)
    first, second, third, _ = page.screen.radios.values()
    await page.choose(first, 2)
    await page.choose(second, 0)
    # Clicked in the moment of the kill: another answer to the second, a first one to the third.
    second.chosen, third.chosen = 4, 1
    held = page.widgets
    page.drop()
    site.kill()
    await asyncio.to_thread(site.start)
    page = await SocketPage.open(site.port, token, widgets=held)
    assert [radio.chosen for radio in page.screen.radios.values()] == [2, 0, None, None]
    assert page.bar is not None
    assert (page.bar.count, page.bar.saved) == (2, True)
    # The same options again: this time they arrive.
    for radio, option, count in ((second, 4, 2), (third, 1, 3)):
        bar = await page.choose(page.screen.radios[radio.id], option)
        assert (bar.count, bar.saved) == (count, True)
    page.drop()
    page = await SocketPage.open(site.port, token)
    assert [radio.chosen for radio in page.screen.radios.values()] == [2, 4, 1, None]
    page.drop()
