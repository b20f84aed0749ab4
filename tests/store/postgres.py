"""PostgreSQL for the tests: the one at FIT_TEST_POSTGRES, or a cluster of the tests' own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import URL, make_url

from store import open_store
from store.database.schema import HEAD, VERSION_TABLE
from store.database.tables import metadata

LEASES = "leases"
DEFAULT = "postgresql+psycopg://postgres@127.0.0.1:5432/postgres"
MISSING = "These tests need PostgreSQL 15 or newer: sudo apt-get install -y postgresql (or set FIT_TEST_POSTGRES)."


def address(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def answers(url: str) -> bool:
    try:
        psycopg.connect(address(url), connect_timeout=3).close()
    except psycopg.OperationalError:
        return False
    return True


@contextmanager
def own_schema(url: str) -> Iterator[str]:
    """The URL of a schema that nobody else uses, dropped afterwards."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(address(url), autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    parsed: URL = make_url(url)
    try:
        query = {"options": f"-csearch_path={name}"}
        yield parsed.update_query_dict(query).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(address(url), autocommit=True) as connection:
            connection.execute("SET client_min_messages = error")
            connection.execute(f"DROP SCHEMA {name} CASCADE")


class Ready:
    """A schema up to date that is emptied between tests, and made anew where a test has left it otherwise."""

    def __init__(self, url: str) -> None:
        self._server = url
        self._made = ExitStack()
        self.url = ""

    def __enter__(self) -> Ready:
        self.url = self._made.enter_context(own_schema(self._server))
        open_store(self.url).close()
        return self

    def __exit__(self, *_: object) -> None:
        self._made.close()

    def empty(self) -> None:
        """Raises psycopg.errors.LockNotAvailable where a test has left a transaction open."""
        tables = [table.name for table in reversed(metadata.sorted_tables)]
        schema = make_url(self.url).query["options"]
        with psycopg.connect(address(self._server), options=f"{schema} -clock_timeout=20s") as connection:
            there = {
                name
                for (name,) in connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")
            }
            if there == {*tables, VERSION_TABLE} and _version(connection) == HEAD:
                connection.execute(";".join(f"DELETE FROM {name}" for name in tables if name != LEASES))
                # The one table with a row from the beginning.
                connection.execute(f"UPDATE {LEASES} SET until = 0")
                return
        self._made.close()
        self.__enter__()


def _version(connection: psycopg.Connection) -> str | None:
    found = connection.execute(f"SELECT version_num FROM {VERSION_TABLE}").fetchone()
    return str(found[0]) if found else None


class Cluster:
    """A PostgreSQL server of the test's own, on a free port; it can be stopped and started."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="fit-postgres-"))
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres", "postgres")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/postgres"
        self._run("initdb", "-D", str(self.folder / "data"), "-U", "postgres", "-A", "trust", "--no-sync")

    def start(self) -> None:
        options = f"-p {self.port} -h 127.0.0.1 -k {self.folder}"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-o", options, "-l", log, "-w", "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-m", "immediate", "-w", "stop")

    def remove(self) -> None:
        if (self.folder / "data" / "postmaster.pid").exists():
            self.stop()
        shutil.rmtree(self.folder)

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(programs() / program), *arguments]
        if os.geteuid() == 0:
            command = ["runuser", "-u", "postgres", "--", *command]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/", timeout=60)


def programs() -> Path:
    """The folder of the server's programs, the newest version's. Raises RuntimeError that says how to install them."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    on_path = shutil.which("initdb")
    if not found and on_path is None:
        raise RuntimeError(MISSING)
    return found[-1].parent if found else Path(str(on_path)).parent
