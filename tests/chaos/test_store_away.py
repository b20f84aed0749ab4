"""PostgreSQL stopped and started in the middle: the page says that it waits, and saves by itself afterwards."""

from __future__ import annotations

import asyncio
import json
import random
import time
from contextlib import closing
from pathlib import Path

from store import Token, open_store
from tests.chaos.afterwards import check
from tests.chaos.loop import run
from tests.chaos.respondent import Respondent
from tests.chaos.running import Running, begin, request
from tests.chaos.socket_page import SocketPage
from tests.shipped import shipped_content
from tests.store import postgres

PEOPLE = 12
SAYS = shipped_content().words("ja")
WAITING = SAYS("saving.note.waiting")
LEARNED = SAYS("saving.learn.away")
DOWN = SAYS("saving.note.down")
NOTHING = SAYS("saving.rights.none")


def test_postgresql_goes_and_comes_back(own_cluster: postgres.Cluster, tmp_path: Path) -> None:
    with Running(tmp_path / "site.log", own_cluster.url) as site:
        crowd = [Respondent(begin(site.address), random.Random(n), (0.0, 0.1)) for n in range(PEOPLE)]
        run(_outage(site, own_cluster, crowd))
        assert check(own_cluster.url, crowd) == 5 * PEOPLE
    assert "Traceback" not in site.printed()


def test_a_site_that_starts_before_its_database(own_cluster: postgres.Cluster, tmp_path: Path) -> None:
    own_cluster.stop()
    form = {"assessment": "customer_roles", "form": "quick", "language": "en"}
    with Running(tmp_path / "site.log", own_cluster.url) as site:
        assert request(site.address, "POST", "/begin", **form).location == "/assessment?kept=down&lang=en"
        assert request(site.address, "GET", "/ready").status == 503
        own_cluster.start()
        for _ in range(100):
            answer = request(site.address, "POST", "/begin", **form)
            if answer.set_cookies:
                break
            time.sleep(0.1)
        run(_answer_one(site, answer.cookie("fit_token")))
        assert request(site.address, "GET", "/ready").status == 200
    with closing(open_store(own_cluster.url)) as store:
        sheet = store.sheets.newest(Token(answer.cookie("fit_token")))
        assert sheet is not None
        assert list(sheet.codes.values()) == [2]
        assert store.files.texts(sheet.files_hash), "the version is kept, though the store was away at the start"
    assert "Traceback" not in site.printed()


async def _answer_one(site: Running, token: str) -> None:
    page = await SocketPage.open(site.port, token)
    assert (await page.choose(next(iter(page.screen.radios.values())), 1)).saved
    page.drop()


def test_a_finished_sheet_changed_during_an_outage_is_saved_afterwards(
    own_cluster: postgres.Cluster, tmp_path: Path
) -> None:
    with Running(tmp_path / "site.log", own_cluster.url) as site:
        token = begin(site.address)
        run(_change_a_finished_sheet(site, own_cluster, token))
    assert "Traceback" not in site.printed()


async def _change_a_finished_sheet(site: Running, cluster: postgres.Cluster, token: str) -> None:
    page = await SocketPage.open(site.port, token)
    first = next(iter(page.screen.radios.values()))
    await page.choose(first, 1)
    with closing(open_store(cluster.url)) as store:
        store.sheets.save(Token(token), position="quick:end")
        page.drop()
        (await SocketPage.open(site.port, token, page="result")).drop()
        finished = store.sheets.newest(Token(token))
        assert finished is not None
        assert finished.state == "finished"
        page = await SocketPage.open(site.port, token)
        await page.press("look_again")
        radio = page.screen.radios[first.id]
        await asyncio.to_thread(cluster.stop)
        assert not (await page.choose(radio, 3)).saved
        await asyncio.to_thread(cluster.start)
        await page.wait_until_saved()
        changed = store.sheets.newest(Token(token))
        assert changed is not None
        assert (changed.state, changed.codes) == ("open", {radio.name: 4})
    page.drop()


async def _outage(site: Running, cluster: postgres.Cluster, crowd: list[Respondent]) -> None:
    for person in crowd:
        await person.arrive(site.port)
    await asyncio.gather(*(_answer(person, 3, saved=True) for person in crowd))
    await asyncio.to_thread(cluster.stop)
    await asyncio.gather(*(_answer(person, 1, saved=False) for person in crowd))
    for person in crowd:
        assert person.page is not None
        assert any(WAITING in body for body in person.page.screen.html)
        await person.page.press("next")
    await asyncio.gather(*(_answer(person, 1, saved=False) for person in crowd))
    await _meanwhile(site, crowd[0].token)
    await asyncio.to_thread(cluster.start)
    # Nobody does anything: the page's own look at the store brings the sign back.
    for person in crowd:
        assert person.page is not None
        await person.page.wait_until_saved()
        assert person.page.bar is not None
        assert person.page.bar.count == 5
        for item, codes in person.unheard.items():
            (person.acknowledged[item],) = codes
        person.unheard.clear()
        person.lose()
    assert request(site.address, "GET", "/ready").status == 200


async def _answer(person: Respondent, n: int, *, saved: bool) -> None:
    """Answers ``n`` questions that are open yet, one after the other."""
    for _ in range(n):
        assert person.page is not None
        radio = next(radio for radio in person.page.screen.radios.values() if radio.chosen is None)
        assert await person.answer(radio.id) is saved


async def _meanwhile(site: Running, token: str) -> None:
    """While the store is away: everything else of the site says so in a sentence, and nothing crashes."""
    page = await SocketPage.open(site.port, token)
    assert any(DOWN in body for body in page.screen.html)
    page.drop()
    page = await SocketPage.open(site.port, token, page="learn")
    assert page.screen.says(LEARNED)
    page.drop()
    page = await SocketPage.open(site.port, token, page="about")
    assert page.screen.says(DOWN)
    assert not page.screen.says(NOTHING), "what cannot be looked up is not said to be nothing"
    page.drop()
    ready = request(site.address, "GET", "/ready")
    assert (ready.status, json.loads(ready.body)["store"]) == (503, "StoreDown")
    mine = request(site.address, "GET", "/mine", headers={"Cookie": f"fit_token={token}"})
    assert mine.status == 503
    form = {"assessment": "customer_roles", "form": "quick", "language": "ja"}
    form["link"] = token
    for path in ("/begin", "/leave", "/forget", "/accept", "/resume"):
        cookie = {"Cookie": f"fit_token={token}; fit_link={token}"}
        answer = request(site.address, "POST", path, headers=cookie, **form)
        assert answer.status == 303
        assert "kept=down" in answer.location
        assert not answer.set_cookies, "nobody loses a token because the store is away"
    assert request(site.address, "GET", "/resume").status == 200
