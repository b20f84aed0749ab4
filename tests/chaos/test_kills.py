"""The server killed with -9 while people answer over real WebSockets: what was acknowledged is there, once."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.chaos.afterwards import check
from tests.chaos.loop import run, still_well
from tests.chaos.respondent import Respondent
from tests.chaos.running import Running, begin

SEED = 3


def test_sixteen_people_and_three_kills(postgres_place: str, tmp_path: Path) -> None:
    answer_through_kills(postgres_place, tmp_path / "site.log", people=16, kills=3, think=(0.3, 1.2))


@pytest.mark.proof
def test_two_hundred_people_and_twenty_kills(database: str, tmp_path: Path) -> None:
    answer_through_kills(database, tmp_path / "site.log", people=200, kills=20, think=(1.5, 6.0))


def answer_through_kills(database: str, log: Path, people: int, kills: int, think: tuple[float, float]) -> None:
    chance = random.Random(SEED)
    with Running(log, database) as site:
        crowd = [Respondent(begin(site.address), random.Random(SEED + n), think) for n in range(people)]
        run(_chaos(site, crowd, [chance.uniform(0.3, 2.5) for _ in range(kills)], think[1]))
    assert check(database, crowd) >= 3 * people
    assert sum(person.answers for person in crowd) >= 3 * people
    # Half of them were on when each kill drew near, and came back after it; a few had gone by themselves when it came.
    assert sum(person.visits for person in crowd) >= people * kills // 3
    assert "Traceback" not in log.read_text(encoding="utf-8")


async def _chaos(site: Running, crowd: list[Respondent], moments: list[float], calm: float) -> None:
    enough = asyncio.Event()
    lives = [asyncio.create_task(person.live(site.port, enough)) for person in crowd]
    try:
        for seconds in moments:
            # A moment counts only when people are on, else a kill would hit an empty server.
            while sum(person.page is not None for person in crowd) < len(crowd) / 2:
                await still_well(lives, 0.05)
            await still_well(lives, seconds)
            site.kill()
            await asyncio.to_thread(site.start)
        # A slow machine is given the time that it needs until there is something to compare.
        while sum(len(person.acknowledged) for person in crowd) < 3 * len(crowd):
            await still_well(lives, calm)
    finally:
        enough.set()
    await asyncio.gather(*lives)
    for person in crowd:
        person.lose()
