"""The disk of a running site, full or read-only for a while: a sentence, no lost answer, no half row."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from store import Token, open_store
from store.operating.stats import stats
from tests.chaos.loop import run
from tests.chaos.running import Running, begin, request
from tests.chaos.socket_page import SocketPage
from tests.shipped import shipped_content

WAITING = shipped_content().words("ja")("saving.note.waiting")
DOWN = shipped_content().words("ja")("saving.note.down")
FORM = {"assessment": "customer_roles", "form": "quick", "language": "ja"}


@dataclass(frozen=True)
class Disk:
    """A file system of a megabyte and a half that only this test uses."""

    folder: Path

    @property
    def database(self) -> str:
        return f"sqlite:///{self.folder}/fit.db"

    def fill(self) -> None:
        """Takes all the room that is left."""
        with (self.folder / "ballast").open("ab", buffering=0) as ballast:
            for size in (65536, 4096):
                try:
                    while ballast.write(b"x" * size) == size:
                        pass
                except OSError:
                    continue

    def make_room(self) -> None:
        (self.folder / "ballast").unlink()

    def mount(self, options: str) -> None:
        subprocess.run(["mount", "-o", options, str(self.folder)], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1536k", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode != 0:
        if os.environ.get("CI"):
            pytest.fail("CI must be allowed to mount a disk for this test")
        pytest.skip("this test fills a small disk of its own, which this user or machine may not mount")
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_waited_for(disk: Disk, tmp_path: Path) -> None:
    with Running(tmp_path / "site.log", disk.database) as site:
        token = begin(site.address)
        given = run(_answer_on_a_full_disk(site, disk, token))
        with closing(open_store(disk.database)) as store:
            sheet = store.sheets.newest(Token(token))
            assert sheet is not None
            assert sheet.codes == given
            assert stats(store).rows["respondents"] == 1, "nothing half-begun is left"
    assert "Traceback" not in site.printed()


async def _answer_on_a_full_disk(site: Running, disk: Disk, token: str) -> dict[str, int]:
    """Answers with room, without, and with room again. What the sheet must hold."""
    page = await SocketPage.open(site.port, token)
    given: dict[str, int] = {}
    first, *others = page.screen.radios.values()
    assert (await page.choose(first, 0)).saved
    given[first.name] = 1
    disk.fill()
    bar = await page.choose(first, 1)
    # The log of writes may have had room for some answers yet.
    for option in range(200):
        if not bar.saved:
            break
        bar = await page.choose(page.screen.radios[first.id], option % 5)
    assert not bar.saved, "the disk is full"
    for radio in others:
        bar = await page.choose(page.screen.radios[radio.id], 4)
        given[radio.name] = 5
        assert not bar.saved
    await page.run()
    assert any(WAITING in body for body in page.screen.html)
    assert request(site.address, "POST", "/begin", **FORM).location == "/assessment?kept=down&lang=ja"
    given[first.name] = (page.screen.radios[first.id].chosen or 0) + 1
    disk.make_room()
    await page.wait_until_saved()
    assert request(site.address, "GET", "/ready").status == 200
    page.drop()
    return given


def test_a_read_only_disk_is_said_and_used_once_it_can_be_written(disk: Disk, tmp_path: Path) -> None:
    with closing(open_store(disk.database)):
        pass
    disk.mount("remount,ro")
    with Running(tmp_path / "site.log", disk.database) as site:
        answer = request(site.address, "POST", "/begin", **FORM)
        assert (answer.location, answer.set_cookies) == ("/assessment?kept=down&lang=ja", {})
        assert request(site.address, "GET", "/ready").status == 503
        assert DOWN in run(_words_of(site, "kept=down"))
        disk.mount("remount,rw")
        for _ in range(100):
            answer = request(site.address, "POST", "/begin", **FORM)
            if answer.set_cookies:
                break
            time.sleep(0.1)
        token = answer.cookie("fit_token")
        with closing(open_store(disk.database)) as store:
            assert store.sheets.newest(Token(token)) is not None
    assert "Traceback" not in site.printed()


async def _words_of(site: Running, query: str) -> str:
    page = await SocketPage.open(site.port, "", query=query)
    page.drop()
    return "".join(page.screen.html)
