"""Saving an answer through the store, against the bare database call with the same content: at most 2 ms more."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

import psycopg
from sqlalchemy import make_url

from bench.databases import databases
from bench.ratio import Ratio
from store import Answer, Edition, open_store

SAVES = 1000
ITEMS = 80
ALLOWED_SECONDS = 0.002

_TABLE = "CREATE TABLE bench_bare (id INTEGER PRIMARY KEY, answers TEXT NOT NULL)"
_UPSERT = "INSERT INTO bench_bare VALUES (1, {}) ON CONFLICT (id) DO UPDATE SET answers = excluded.answers"


def run() -> list[Ratio]:
    with databases() as places:
        return [measure(url, name) for name, url in places.items()]


def measure(url: str, name: str, clock: Callable[[], float] = time.perf_counter) -> Ratio:
    """Medians of SAVES saves and as many bare upserts of the same JSON, in turns, on an empty database at ``url``.

    ``clock`` gives seconds: of the wall, or of this process's own work (``time.process_time``).
    """
    with bare_upsert(url) as upsert, closing(open_store(url)) as store:
        token, sheet = store.sheets.begin(Edition("bench", "1.0.0", "0", "full", "ja"))
        start = time.time_ns() // 1_000_000 - SAVES
        saves, bares = [], []
        for number in range(SAVES):
            given = Answer(f"item_{number % ITEMS}", number % 5 + 1, start + number, number)
            began = clock()
            sheet = store.sheets.save(token, [given]).sheet
            saves.append(clock() - began)
            column = json.dumps({name: [one.code, one.moment, one.seq] for name, one in sheet.answers.items()})
            began = clock()
            upsert(column)
            bares.append(clock() - began)
        store.rights.forget(token)
    return beyond_the_bare_call(f"{name}: {SAVES:,} saves of one answer through the store", saves, bares)


def beyond_the_bare_call(work: str, saves: list[float], bares: list[float]) -> Ratio:
    """The medians of both, times how many there were; ALLOWED_SECONDS a save more is allowed."""
    bare = median(bares)
    return Ratio(
        work=f"{work}, at the median",
        seconds=median(saves) * len(saves),
        yardstick=f"as many bare upserts of the same sheet; {ALLOWED_SECONDS * 1000:g} ms each more is allowed",
        yardstick_seconds=bare * len(bares),
        most=(bare + ALLOWED_SECONDS) / bare,
    )


@contextmanager
def bare_upsert(url: str) -> Iterator[Callable[[str], object]]:
    """A durable upsert of one row by the driver alone, on a table of its own in the same place."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        file = Path(parsed.database or "").with_name("bare.db")
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
            connection.execute(_TABLE)
            yield lambda column: connection.execute(_UPSERT.format("?"), (column,))
        return
    address = parsed.set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(_TABLE)
        try:
            yield lambda column: server.execute(_UPSERT.format("%s"), (column,))
        finally:
            server.execute("DROP TABLE bench_bare")
