"""PostgreSQL stopped and started again and again while people answer: in the end every answer of everybody is there."""

from __future__ import annotations

import asyncio
import random
from contextlib import closing
from pathlib import Path

import pytest

from store import Token, open_store
from store.operating.stats import stats
from tests.chaos.loop import run, still_well
from tests.chaos.respondent import Respondent
from tests.chaos.running import Running, begin
from tests.store import postgres
from tests.store.outbox.test_kills import no_item_stands_twice

SEED = 7


def test_sixteen_people_and_three_outages(own_cluster: postgres.Cluster, tmp_path: Path) -> None:
    answer_through_outages(own_cluster, tmp_path / "site.log", people=16, outages=3, think=(0.3, 1.2))


@pytest.mark.proof
def test_two_hundred_people_and_twenty_outages(own_cluster: postgres.Cluster, tmp_path: Path) -> None:
    answer_through_outages(own_cluster, tmp_path / "site.log", people=200, outages=20, think=(1.5, 6.0))


def answer_through_outages(
    cluster: postgres.Cluster, log: Path, people: int, outages: int, think: tuple[float, float]
) -> None:
    chance = random.Random(SEED)
    with Running(log, cluster.url) as site:
        crowd = [Respondent(begin(site.address), random.Random(SEED + n), think) for n in range(people)]
        waited = run(_chaos(site, cluster, crowd, [chance.uniform(0.3, 2.5) for _ in range(outages)], think[1]))
        compared = compare(cluster.url, crowd)
    assert compared >= 3 * people
    assert waited >= people // 5, "the outages came while people answered"
    assert "Traceback" not in log.read_text(encoding="utf-8")


def compare(database: str, crowd: list[Respondent]) -> int:
    """Each sheet holds exactly what its respondent gave last. Gives the number of answers compared."""
    with closing(open_store(database)) as store:
        for person in crowd:
            (sheet,) = store.sheets.history(Token(person.token))
            assert sheet.codes == person.acknowledged
        assert no_item_stands_twice(store)
        assert stats(store).rows["respondents"] == len(crowd)
    return sum(len(person.acknowledged) for person in crowd)


async def _chaos(
    site: Running, cluster: postgres.Cluster, crowd: list[Respondent], moments: list[float], calm: float
) -> int:
    """How many answers were not saved at once."""
    enough = asyncio.Event()
    for person in crowd:
        await person.arrive(site.port)
    lives = [asyncio.create_task(_live(person, enough)) for person in crowd]
    try:
        for seconds in moments:
            await still_well(lives, seconds)
            await asyncio.to_thread(cluster.stop)
            await still_well(lives, seconds)
            await asyncio.to_thread(cluster.start)
        await still_well(lives, calm)
    finally:
        enough.set()
    waited = sum(await asyncio.gather(*lives))
    for person in crowd:
        assert person.page is not None
        # A run of the whole page may have come between the last answer and its own: let all of it come in.
        await person.page.run()
        await person.page.wait_until_saved()
        person.lose()
    return waited


async def _live(person: Respondent, enough: asyncio.Event) -> int:
    """Answers until ``enough``, whatever the sign says; ``acknowledged`` holds what must stand in the end."""
    waited = 0
    page = person.page
    assert page is not None
    while not enough.is_set():
        radios = list(page.screen.radios.values())
        for radio in person.chance.sample(radios, min(len(radios), person.chance.randint(1, 4))):
            await asyncio.sleep(person.chance.uniform(*person.think))
            here = page.screen.radios[radio.id]
            option = person.chance.choice([place for place in range(len(here.options)) if place != here.chosen])
            person.acknowledged[here.name] = person.code(here, option)
            bar = await page.choose(here, option)
            waited += not bar.saved
        await person.turn_page()
    return waited
