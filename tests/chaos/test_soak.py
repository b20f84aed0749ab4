"""Hundreds of people come and go, with Streamlit's collection after each run switched off: memory stays flat."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.chaos.loop import run
from tests.chaos.running import Running, begin
from tests.chaos.socket_page import SocketPage

WARM = 200
"""By then Streamlit remembers as many lost sessions as it ever does (128)."""
VISITS = 500
LEARNING = ("learn", "glossary", "compare", "roles")


@pytest.mark.proof
def test_memory_stays_flat(tmp_path: Path) -> None:
    with Running(tmp_path / "site.log", f"sqlite:///{tmp_path}/fit.db") as site:
        run(_visits(site, WARM))
        before = site.memory()
        run(_visits(site, VISITS))
        grown = site.memory() - before
    # A session that is kept by mistake is 200 kB and more: VISITS of them would be a hundred MB.
    assert grown < 15, f"{grown:.1f} MB more after {VISITS} visits, from {before:.1f} MB"
    assert "Traceback" not in site.printed()


async def _visits(site: Running, count: int) -> None:
    for number in range(0, count, 2):
        await asyncio.gather(_visit(site, number), _visit(site, number + 1))


async def _visit(site: Running, number: int) -> None:
    """Answers two screens, looks at the result, reads something, and is gone without a word each time."""
    token = await asyncio.to_thread(begin, site.address)
    page = await SocketPage.open(site.port, token)
    for _ in range(2):
        for radio in list(page.screen.radios.values()):
            assert (await page.choose(radio, number % len(radio.options))).saved
        await page.turn("next")
    page.drop()
    for name in ("result", LEARNING[number % len(LEARNING)]):
        (await SocketPage.open(site.port, token, page=name)).drop()
