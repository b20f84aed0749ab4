"""The store goes away while a result is looked at: a sentence, nothing lost, and it is finished by itself later."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing
from pathlib import Path

from store import Answer, Sheet, Token, open_store
from tests.chaos.loop import run
from tests.chaos.running import Running, begin
from tests.chaos.socket_page import SocketPage
from tests.shipped import shipped_assessment, shipped_content
from tests.store import postgres

SAYS = shipped_content().words("ja")
WAITING = SAYS("saving.note.result_waiting")
VERDICT = 'class="fit-verdict"'


def test_a_result_whose_scores_could_not_be_kept_is_finished_by_itself(
    own_cluster: postgres.Cluster, tmp_path: Path
) -> None:
    async def look() -> None:
        page = await SocketPage.open(site.port, token)
        await asyncio.to_thread(own_cluster.stop)
        await page.press("to_result")
        assert page.screen.says(VERDICT)
        assert page.screen.says(WAITING)
        await asyncio.to_thread(own_cluster.start)
        await page.wait_until(lambda: page.screen.says(VERDICT) and not page.screen.says(WAITING))
        page.drop()

    with Running(tmp_path / "site.log", own_cluster.url) as site:
        token = answered(site, own_cluster.url)
        run(look())
    assert stored(own_cluster.url, token).state == "finished"
    assert "Traceback" not in site.printed()


def test_answers_that_wait_are_said_on_the_result_too(own_cluster: postgres.Cluster, tmp_path: Path) -> None:
    async def look() -> str:
        page = await SocketPage.open(site.port, token)
        await page.turn("look_again")
        radio = next(iter(page.screen.radios.values()))
        await asyncio.to_thread(own_cluster.stop)
        assert not (await page.choose(radio, 4)).saved
        await page.turn("next")
        await page.press("to_result")
        assert page.screen.says(VERDICT)
        assert page.screen.says(WAITING)
        assert page.screen.says('class="fit-unsaved"'), "the browser asks before it leaves this page"
        await asyncio.to_thread(own_cluster.start)
        await page.wait_until(lambda: page.screen.says(VERDICT) and not page.screen.says(WAITING))
        page.drop()
        return radio.name

    with Running(tmp_path / "site.log", own_cluster.url) as site:
        token = answered(site, own_cluster.url)
        changed = run(look())
    sheet = stored(own_cluster.url, token)
    assert (sheet.state, sheet.codes[changed]) == ("finished", 5)
    assert "Traceback" not in site.printed()


def test_a_result_that_cannot_be_looked_up_is_not_shown_as_an_empty_one(
    own_cluster: postgres.Cluster, tmp_path: Path
) -> None:
    async def look() -> None:
        (await SocketPage.open(site.port, token, page="result")).drop()
        await asyncio.to_thread(own_cluster.stop)
        for query in ("", "attempt=1"):
            page = await SocketPage.open(site.port, token, page="result", query=query)
            assert page.screen.says(SAYS("saving.note.down"))
            assert not page.screen.says(VERDICT)
            assert not page.screen.says(SAYS("site.lost.attempt"))
            page.drop()
        await asyncio.to_thread(own_cluster.start)
        page = await SocketPage.open(site.port, token, page="result")
        assert page.screen.says(VERDICT)
        assert not page.screen.says(SAYS("saving.note.down"))
        page.drop()

    with Running(tmp_path / "site.log", own_cluster.url) as site:
        token = answered(site, own_cluster.url)
        run(look())
    assert "Traceback" not in site.printed()


def test_taking_it_again_waits_for_the_store(own_cluster: postgres.Cluster, tmp_path: Path) -> None:
    async def look() -> None:
        page = await SocketPage.open(site.port, token, page="result")
        await asyncio.to_thread(own_cluster.stop)
        await page.press("again")
        assert page.screen.says(SAYS("saving.note.anew_failed"))
        assert page.screen.says(VERDICT), "the result stays where it is"
        await asyncio.to_thread(own_cluster.start)
        await page.press("again")
        assert not page.screen.says(SAYS("saving.note.anew_failed"))
        page.drop()

    with Running(tmp_path / "site.log", own_cluster.url) as site:
        token = answered(site, own_cluster.url)
        run(look())
    assert (stored(own_cluster.url, token).state, stored(own_cluster.url, token).codes) == ("open", {})
    assert "Traceback" not in site.printed()


def answered(site: Running, database: str) -> str:
    """The token of somebody who gave every answer of the quick form and stands at its end."""
    held, now = shipped_assessment(), time.time_ns() // 1_000_000
    token = begin(site.address)
    given = [
        Answer(one, 1 + place * 3 % held.scale.points, now, place)
        for place, one in enumerate(held.form_questions("quick"))
    ]
    with closing(open_store(database)) as store:
        store.sheets.save(Token(token), given, position="quick:end", moment=now)
    return token


def stored(database: str, token: str) -> Sheet:
    with closing(open_store(database)) as store:
        sheet = store.sheets.newest(Token(token))
    assert sheet is not None
    return sheet
