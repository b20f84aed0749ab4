"""All sockets cut at once, more than Streamlit remembers sessions: everybody finds their own sheet again."""

from __future__ import annotations

import asyncio
import random
from pathlib import Path

import pytest

from tests.chaos.afterwards import check
from tests.chaos.loop import run
from tests.chaos.respondent import Respondent
from tests.chaos.running import Running, begin
from tests.chaos.socket_page import SocketPage


def test_thirty_sockets_dropped_at_once(tmp_path: Path) -> None:
    drop_and_return(tmp_path, f"sqlite:///{tmp_path}/fit.db", people=30)


@pytest.mark.proof
def test_two_hundred_sockets_dropped_at_once(database: str, tmp_path: Path) -> None:
    """Streamlit's table of lost sessions holds 128."""
    drop_and_return(tmp_path, database, people=200)


def drop_and_return(folder: Path, database: str, people: int) -> None:
    with Running(folder / "site.log", database) as site:
        crowd = [Respondent(begin(site.address), random.Random(n), (0.0, 0.5)) for n in range(people)]
        run(_drop(site, crowd))
        assert check(database, crowd) >= 3 * people
    assert "Traceback" not in site.printed()


async def _drop(site: Running, crowd: list[Respondent]) -> None:
    for person in crowd:
        await person.arrive(site.port)
    await asyncio.gather(*(_answer_two(person) for person in crowd))
    sessions = [person.page.session for person in crowd if person.page is not None]
    for person in crowd:
        person.lose()
    found = zip(crowd, sessions, strict=True)
    await asyncio.gather(*(_come_back(site.port, person, session) for person, session in found))
    for person in crowd:
        person.lose()


async def _answer_two(person: Respondent) -> None:
    assert person.page is not None
    for radio in list(person.page.screen.radios.values())[:2]:
        await asyncio.sleep(person.chance.uniform(*person.think))
        await person.answer_until_saved(radio.id)


async def _come_back(port: int, person: Respondent, session: str) -> None:
    """With the session's name and the widgets, as a page does that lost its socket; then the person answers on."""
    person.page = await SocketPage.open(port, person.token, session=session, widgets=person.held)
    page = person.page
    assert page.bar is not None
    assert (page.bar.count, page.bar.saved) == (2, True)
    shown = {radio.name: radio.chosen + 1 for radio in page.screen.radios.values() if radio.chosen is not None}
    assert shown == person.acknowledged
    radio = next(radio for radio in page.screen.radios.values() if radio.chosen is None)
    await person.answer_until_saved(radio.id)
