"""What a workshop's phones cost the server: an idle one, and a tap on an answer, against an empty Streamlit page.

The empty page polls at the same interval and holds the same radios, and keeps nothing. Both servers run at the same
time, so that whatever else the machine does disturbs both; what is compared is their own CPU time.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.ratio import Ratio
from store import open_store
from tests.chaos.socket_page import SocketPage
from tests.chaos.workshop_world import led, sit

PHONES = 20
IDLE_SECONDS = 30.0
WARM_SECONDS = 5.0
ANSWERING, TAPS = 6, 30
MOST = 2.0
START_SECONDS = 60
EMPTY = """
import streamlit as st

@st.fragment(run_every="2s")
def look():
    pass

@st.fragment
def ask():
    for number in range(4):
        st.radio(f"question {number}", ["1", "2", "3", "4", "5"], index=None, key=f"answer_to_{number}_0")

look()
if st.query_params.get("ask"):
    ask()
"""


@dataclass(frozen=True, slots=True)
class Server:
    pid: int
    port: int

    def cpu(self) -> float:
        """Seconds of this process so far."""
        stat = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def run() -> list[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{folder}/fit.db"
        script = Path(folder, "empty.py")
        script.write_text(EMPTY, encoding="utf-8")
        with _serving("app.py", DATABASE_URL=database) as site, _serving(str(script)) as empty:
            (room,) = led(database, 1)
            tokens = [sit(f"http://127.0.0.1:{site.port}", room.made.code) for _ in range(PHONES)]
            with closing(open_store(database)):
                return asyncio.run(_measure(site, empty, tokens))


async def _measure(site: Server, empty: Server, tokens: list[str]) -> list[Ratio]:
    ours, theirs = await _idle(site, empty, tokens)
    minutes = PHONES * IDLE_SECONDS / 60
    idle = Ratio(
        work=f"an idle phone for a minute, of {PHONES} in a room",
        seconds=ours / minutes,
        yardstick="an empty page for a minute that polls as often",
        yardstick_seconds=theirs / minutes,
        most=MOST,
    )
    ours, theirs = await _taps(site, tokens), await _taps(empty, tokens)
    tap = Ratio(
        work=f"a tap on an answer, saved, of {ANSWERING} phones",
        seconds=ours,
        yardstick="a tap on a page with nothing but four radios, kept nowhere",
        yardstick_seconds=theirs,
        most=MOST,
    )
    return [idle, tap]


async def _idle(site: Server, empty: Server, tokens: list[str]) -> tuple[float, float]:
    pages = [await SocketPage.open(site.port, token, page="room") for token in tokens]
    pages += [await SocketPage.open(empty.port, token, page="") for token in tokens]
    readers = [asyncio.create_task(page.wait_until(lambda: False)) for page in pages]
    await asyncio.sleep(WARM_SECONDS)
    before = site.cpu(), empty.cpu()
    await asyncio.sleep(IDLE_SECONDS)
    spent = site.cpu() - before[0], empty.cpu() - before[1]
    for reader, page in zip(readers, pages, strict=True):
        reader.cancel()
        page.drop()
    await asyncio.gather(*readers, return_exceptions=True)
    return spent


async def _taps(server: Server, tokens: list[str]) -> float:
    """CPU seconds a tap."""
    asked = [await SocketPage.open(server.port, token, query="ask=1") for token in tokens[:ANSWERING]]
    await asyncio.gather(*(_tap(page, 4) for page in asked))
    before = server.cpu()
    await asyncio.gather(*(_tap(page, TAPS) for page in asked))
    spent = server.cpu() - before
    for page in asked:
        page.drop()
    return spent / (ANSWERING * TAPS)


async def _tap(page: SocketPage, times: int) -> None:
    """On one question after the other, each time on another option."""
    for number in range(times):
        radios = list(page.screen.radios.values())
        radio = radios[number % len(radios)]
        option = (number // len(radios) + number) % len(radio.options)
        option = (option + 1) % len(radio.options) if option == radio.chosen else option
        radio.chosen = option
        await page.tick(radio, radio.options[option])


@contextmanager
def _serving(script: str, **settings: str) -> Iterator[Server]:
    port = _free_port()
    given = {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1", **settings}
    command = [sys.executable, "-m", "streamlit", "run", script]
    process = subprocess.Popen(command, env=os.environ | given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_until_up(port, process)
        yield Server(process.pid, port)
    finally:
        process.terminate()
        process.wait(timeout=START_SECONDS)


def _wait_until_up(port: int, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError("the server did not come up")


def _free_port() -> int:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
