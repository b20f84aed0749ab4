"""Rooms full of phones on one process: every answer is kept, and a new stage is soon on every phone in sight."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.chaos.afterwards import check
from tests.chaos.loop import run, still_well
from tests.chaos.respondent import Respondent
from tests.chaos.running import Running
from tests.chaos.workshop_world import Led, Waiting, follow, led, line, round_trip, seated

SEED = 12
INTERVAL = 2.0
"""Seconds between two looks of a phone (views/workshop/phone/seated.py)."""
ALLOWED = INTERVAL + 1.0
SHARE = 0.95
CALM = 0.5
"""Seconds that a page may take before people slow down."""
TRIPS = 5
"""How many times a page's own time a machine that is busy otherwise may add."""


def test_twelve_people_in_two_rooms(tmp_path: Path) -> None:
    reached, trip = full_rooms(f"sqlite:///{tmp_path}/fit.db", tmp_path / "site.log", 12, 2, (0.4, 0.9), answers=3)
    assert max(reached) <= ALLOWED + TRIPS * trip, f"{reached}, a page takes {trip:.2f} s"


@pytest.mark.proof
def test_three_hundred_people_in_ten_rooms(database: str, tmp_path: Path) -> None:
    reached, trip = full_rooms(database, tmp_path / "site.log", 300, 10, (2.0, 2.0), answers=12)
    print(f"95 % of the phones after {reached} s; a page takes {trip:.2f} s")
    assert max(reached) <= ALLOWED + trip, f"{reached}, a page takes {trip:.2f} s"


def full_rooms(
    database: str, log: Path, people: int, rooms: int, think: tuple[float, float], answers: int
) -> tuple[list[float], float]:
    """Seconds until 95 % of the phones in sight showed the next stage: while all wait, and while two of three answer.

    And the seconds that a page of such a phone takes to be drawn anew meanwhile, at the 95th percentile.
    """
    with Running(log, database) as site:
        leading = led(database, rooms)
        here = [seated(site, room, people // rooms, SEED + 1000 * at, think) for at, room in enumerate(leading)]
        answering = [[one for at, one in enumerate(room) if at % 3] for room in here]
        waiting = [[Waiting(one.token) for one in room] for room in here]
        found = run(_workshops(site, leading, waiting, answering, answers))
    crowd = [one for room in here for one in room]
    assert check(database, crowd) >= answers * sum(map(len, answering))
    assert "Traceback" not in log.read_text(encoding="utf-8")
    return found


async def _workshops(
    site: Running, leading: list[Led], waiting: list[list[Waiting]], answering: list[list[Respondent]], answers: int
) -> tuple[list[float], float]:
    rooms = {str(at): room for at, room in enumerate(leading)}
    for room in waiting:
        for phone in room:
            await phone.open(site)
    everybody = {str(at): room for at, room in enumerate(waiting)}
    reached = [await follow(site, rooms, everybody, line("assessment"))]
    enough = asyncio.Event()
    for room in waiting:
        for at, phone in enumerate(room):
            if at % 3:
                phone.drop()
    crowd = [one for room in answering for one in room]
    lives = [asyncio.create_task(one.live(site.port, enough)) for one in crowd]
    pace = asyncio.create_task(_pace(site, waiting[0][0].token, crowd))
    still = {name: [phone for phone in room if phone.page is not None] for name, room in everybody.items()}
    try:
        while sum(len(one.acknowledged) for one in crowd) < len(crowd):
            await still_well(lives, 0.5)
        trips = sorted(await asyncio.gather(*(round_trip(site, room[0].token) for room in still.values())))
        reached.append(await follow(site, rooms, still, line("own_result_open")))
        while min(len(one.acknowledged) for one in crowd) < answers:
            await still_well(lives, 1)
    finally:
        enough.set()
        pace.cancel()
    await asyncio.gather(*lives)
    for one in crowd:
        one.lose()
    for phone in (phone for room in still.values() for phone in room):
        phone.drop()
    return [at_share(seconds) for seconds in reached], at_share(trips)


async def _pace(site: Running, token: str, crowd: list[Respondent]) -> None:
    """People whose page comes slowly tap less often: a machine that is busy otherwise is not buried under taps."""
    usual = crowd[0].think
    while True:
        slower = max(1.0, await round_trip(site, token) / CALM)
        for one in crowd:
            one.think = (slower * usual[0], slower * usual[1])
        await asyncio.sleep(INTERVAL)


def at_share(ordered: list[float]) -> float:
    """By then SHARE of them had come."""
    return ordered[max(0, -(-round(100 * SHARE) * len(ordered) // 100) - 1)]
