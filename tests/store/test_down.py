"""The database locked, full, read-only, or gone in the middle: StoreDown, and no half row."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from store import Answer, BadSetting, Edition, Scores, Store, StoreDown, Token, UnsavedAnswers, open_store
from tests.store import postgres
from tests.store.moments import NOW


def begin(store: Store) -> Token:
    return store.sheets.begin(Edition("roles", "1.0.0", "ab", "full", "ja"))[0]


def test_a_locked_file(file_place: str, opened: Callable[..., Store]) -> None:
    store = opened(file_place, busy_seconds=0.1)
    token = begin(store)
    other = sqlite3.connect(store.engine.url.database or "", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreDown, match="SQLITE_BUSY"):
        store.sheets.save(token, [Answer("q1", 1, NOW)])
    with pytest.raises(StoreDown):
        store.ready()
    assert store.sheets.newest(token).answers == {}  # type: ignore[union-attr]
    other.execute("ROLLBACK")
    other.close()
    assert store.sheets.save(token, [Answer("q1", 1, NOW)]).sheet.codes == {"q1": 1}


def test_a_read_only_file(opened: Callable[..., Store]) -> None:
    folder = Path(tempfile.mkdtemp())
    try:
        file = folder / "fit.db"
        first = opened(f"sqlite:///{file}")
        token = begin(first)
        first.close()
        file.chmod(0o444)
        folder.chmod(0o555)
        with as_nobody():
            with pytest.raises(StoreDown):
                open_store(f"sqlite:///{file}").sheets.save(token, [Answer("q1", 1, NOW)])
            with pytest.raises(StoreDown, match="Permission denied"):
                open_store(f"sqlite:///{folder}/new/fit.db")
        file.chmod(0o600)
        folder.chmod(0o700)
        assert opened(f"sqlite:///{file}").sheets.save(token, [Answer("q1", 1, NOW)]).sheet.codes == {"q1": 1}
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


class as_nobody:
    """Root may write to everything, so root becomes somebody who may not."""

    def __enter__(self) -> None:
        if os.getuid() == 0:
            os.seteuid(65534)

    def __exit__(self, *_: object) -> None:
        if os.getuid() == 0:
            os.seteuid(0)


def test_a_full_disk(file_place: str, opened: Callable[..., Store]) -> None:
    """SQLite's own limit of pages gives the same error, at the same places, as a disk without room."""
    store = opened(file_place)
    token, other = begin(store), begin(store)
    limited = [True]

    @event.listens_for(store.engine, "begin")
    def limit(connection: object) -> None:
        pages = "page_count" if limited[0] else "max_page_count=1000000"
        (count,) = connection.exec_driver_sql(f"PRAGMA {pages}").one()  # type: ignore[attr-defined]
        if limited[0]:
            connection.exec_driver_sql(f"PRAGMA max_page_count={count}").one()  # type: ignore[attr-defined]

    assert fill_until_down(store, token) == "SQLITE_FULL"
    assert store.sheets.newest(other).answers == {}  # type: ignore[union-attr]
    limited[0] = False
    assert store.sheets.save(other, [Answer("q1", 1, NOW)]).sheet.codes == {"q1": 1}


def test_no_room_for_the_files(opened: Callable[..., Store]) -> None:
    with little_room() as (folder, more_room):
        store = opened(f"sqlite:///{folder}/fit.db")
        token = begin(store)
        assert fill_until_down(store, token).startswith(("SQLITE_FULL", "SQLITE_IOERR"))
        kept = store.sheets.newest(token)
        more_room()
        assert store.sheets.newest(token) == kept
        assert store.sheets.save(token, [Answer("q_last", 1, NOW)]).sheet.codes["q_last"] == 1
        store.close()


@contextmanager
def little_room() -> Iterator[tuple[Path, Callable[[], None]]]:
    """A folder on a small disk of its own where the test may mount one; else files may not grow beyond the same size.

    With it comes what makes room again.
    """
    folder = Path(tempfile.mkdtemp())
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    mounted = os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    try:
        if mounted:
            (folder / "ballast").write_bytes(b"x" * 400_000)
            yield folder, (folder / "ballast").unlink
        else:
            resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, before[1]))
            yield folder, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        shutil.rmtree(folder)


def fill_until_down(store: Store, token: Token) -> str:
    """Save acknowledged answers until the store is down; every acknowledged one must be there. The error's name."""
    pending = UnsavedAnswers(token)
    for number in range(1500):
        answer = Answer(f"q{number}", "x" * 60, NOW + number)
        pending.add([answer], moment=NOW)
        try:
            pending.flush(store)
        except StoreDown as error:
            assert pending.unsaved == 1
            assert list(store.sheets.newest(token).answers) == [f"q{before}" for before in range(number)]  # type: ignore[union-attr]
            return str(error).split("(")[1].split(")")[0].split()[-1]
    raise AssertionError("The disk never ran full.")


@pytest.fixture(scope="module")
def own_cluster() -> Iterator[postgres.Cluster]:
    made = postgres.Cluster()
    try:
        made.start()
        yield made
    finally:
        made.remove()


def test_postgresql_stopped_and_started_in_the_middle(
    own_cluster: postgres.Cluster, opened: Callable[..., Store]
) -> None:
    store = opened(own_cluster.url)
    tokens = [begin(store) for _ in range(20)]
    stop = threading.Event()
    acknowledged: dict[int, int] = {}
    outages: list[int] = []

    def answer(device: int) -> None:
        pending, number = UnsavedAnswers(tokens[device]), 0
        while not stop.is_set() or pending.unsaved:
            if not stop.is_set():
                pending.add([Answer(f"q{number % 60}", number % 5, NOW + number)], moment=NOW)
                number += 1
            try:
                pending.flush(store)
                acknowledged[device] = number
            except StoreDown:
                outages.append(device)
            stop.wait(0.01)

    threads = [threading.Thread(target=answer, args=(device,)) for device in range(4)]
    for thread in threads:
        thread.start()
    for _ in range(2):
        stop.wait(0.4)
        own_cluster.stop()
        with pytest.raises(StoreDown):
            store.ready()
        with pytest.raises(StoreDown):
            store.sheets.newest(tokens[0])
        stop.wait(0.3)
        own_cluster.start()
        store.ready()
    stop.wait(0.3)
    stop.set()
    for thread in threads:
        thread.join()
    assert set(outages) == {0, 1, 2, 3}
    for device, count in acknowledged.items():
        sheet = store.sheets.newest(tokens[device])
        assert sheet is not None
        given = {f"q{number % 60}": number % 5 for number in range(count)}
        assert sheet.codes == given


def test_a_server_that_is_not_there_is_one_sentence_at_once() -> None:
    with pytest.raises(StoreDown, match="does not answer"):
        open_store("postgresql://nobody:secret@127.0.0.1:9/none")


def test_a_broken_connection_in_the_pool_is_replaced(postgres_place: str, opened: Callable[..., Store]) -> None:
    store = opened(postgres_place)
    token = begin(store)
    number = store.read(lambda connection: connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one())
    # Waits until the server has let go of it: this is about a connection that is gone, not about one that is going.
    end = f"SELECT pg_terminate_backend({number}, 10000)"
    assert opened(postgres_place).read(lambda connection: connection.exec_driver_sql(end).scalar_one()) is True
    assert store.sheets.finish(token, Scores("clear", "a", 1.0)).state == "finished"


@pytest.mark.parametrize(
    "url", ["sqlite://", "sqlite:///:memory:", "mysql://x/y", "no url", "sqlite:///file:x?uri=true"]
)
def test_an_address_that_cannot_be_followed(url: str) -> None:
    with pytest.raises(BadSetting, match="DATABASE_URL"):
        open_store(url)
