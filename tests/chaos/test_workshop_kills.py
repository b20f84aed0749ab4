"""The server killed with -9 in every stage of a workshop: room, phones, panel and screen go on where they were."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from store import Snapshot, Store, Token, Workshop, open_store
from tests.chaos.loop import run
from tests.chaos.respondent import Respondent
from tests.chaos.running import Running
from tests.chaos.socket_page import SocketPage
from tests.chaos.workshop_world import WORDS, Led, Waiting, led, line, sit
from tests.examples import in_proof
from tests.views.workshop.world import KINDS, POLL, Phone, answer, finished

SEED = 5
PEOPLE = 6
LINES = {kind: kind for kind in KINDS} | {"assessment": "finished"}
"""What a phone says whose questions are all answered; the others are what the stage asks for."""
VOTED, OTHER = POLL.options[0].id, POLL.options[1].id


@contextmanager
def running(tmp_path: Path) -> Iterator[tuple[Running, Store, Led]]:
    database = f"sqlite:///{tmp_path}/fit.db"
    with Running(tmp_path / "site.log", database) as site, closing(open_store(database)) as store:
        (room,) = led(database, 1)
        yield site, store, room
        assert "Traceback" not in site.printed()


def now(store: Store, room: Led) -> tuple[Workshop, tuple[Snapshot, ...]]:
    who = Token(room.secret)
    return store.workshops.read(who, room.made.id), store.workshops.snapshots(who, room.made.id)


@pytest.mark.parametrize("stages", [("assessment", "picture", "check"), in_proof(KINDS)], ids=["some", "all"])
def test_a_kill_in_a_stage(tmp_path: Path, stages: tuple[str, ...]) -> None:
    with running(tmp_path) as (site, store, room):
        here = finished(store, room.made, PEOPLE)
        late = Respondent(sit(site.address, room.made.code), random.Random(SEED), (0.0, 0.0))
        run(_every_stage(site, store, room, here, late, stages))
        (sheet,) = store.sheets.history(Token(late.token))
        assert len(late.acknowledged) >= 2
        assert sheet.codes.items() >= late.acknowledged.items()
        assert {one.kind for one in now(store, room)[1]} == {"picture", "change", "poll"}


async def _every_stage(
    site: Running, store: Store, room: Led, here: list[Phone], late: Respondent, killed: tuple[str, ...]
) -> None:
    phone = Waiting(here[0].token.secret)
    await phone.open(site)
    for place, kind in enumerate(KINDS):
        if place:
            await room.press(site, "stage_next")
        await asyncio.to_thread(_act, store, here, kind)
        if kind == "assessment":
            await _answer(site, late)
        if room.panel is not None and "reveal" in room.panel.screen.buttons:
            await room.press(site, "reveal")
        await phone.sees(_line(kind))
        if kind not in killed:
            continue
        before = now(store, room)
        screen = await _screen(site, room)
        site.kill()
        for one in (phone, room, late):
            one.lose() if isinstance(one, Respondent) else one.drop()
        await asyncio.to_thread(site.start)
        assert now(store, room) == before
        assert before[0].at == place
        assert (await phone.open(site)).screen.says(_line(kind))
        room.panel = await room.open(site)
        assert room.panel.screen.says(WORDS(f"workshop.stage.{kind}"))
        assert await _screen(site, room) == screen
        if kind == "assessment":
            await _answer(site, late)
            late.lose()
    phone.drop()
    room.drop()


def _line(kind: str) -> str:
    """The check and the poll are revealed when the phone is looked at."""
    return line({"check": "check_shown", "wrap_up": "wrap_up_shown"}.get(kind, LINES[kind]))


def _act(store: Store, here: list[Phone], kind: str) -> None:
    """What the others in the room do in a stage."""
    if kind == "change":
        for turn, one in enumerate(here, 3):
            store.sheets.again(one.token, one.edition)
            one.finish(store, turn)
    if kind == "wrap_up":
        for at, one in enumerate(here):
            answer(store, one, POLL.id, VOTED if at % 2 else OTHER)


async def _answer(site: Running, one: Respondent) -> None:
    await one.arrive(site.port)
    assert one.page is not None
    unanswered = [radio.id for radio in one.page.screen.radios.values() if radio.chosen is None]
    await one.answer_until_saved(unanswered[0])


async def _screen(site: Running, room: Led) -> str:
    """What the projector shows, without what changes by itself."""
    page = await room.open(site, "projector")
    page.drop()
    return next(body for body in page.screen.html if "fit-screen" in body and not body.startswith("<style>"))


def test_a_kill_while_the_trainer_moves_on(tmp_path: Path) -> None:
    """It has moved on or it has not, never something between, and the same button leads on."""
    with running(tmp_path) as (site, store, room):
        chance = random.Random(SEED)
        at = 0
        for _ in range(3):
            run(_tap_and_kill(site, room, chance.uniform(0.0, 0.04)))
            found, _ = now(store, room)
            assert found.at in (at, at + 1)
            assert found.code == room.made.code
            at = found.at
        run(room.press(site, "stage_next"))
        assert now(store, room)[0].at == at + 1


async def _tap_and_kill(site: Running, room: Led, seconds: float) -> None:
    panel: SocketPage = await room.open(site)
    tap = asyncio.create_task(panel.press("stage_next"))
    await asyncio.sleep(seconds)
    site.kill()
    await asyncio.gather(tap, return_exceptions=True)
    panel.drop()
    await asyncio.to_thread(site.start)
