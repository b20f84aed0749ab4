"""Engines for the two databases, set so that an acknowledged save is on disk and nothing personal is logged."""

from __future__ import annotations

import json
import logging
import os
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from store.database.alive import check_on_checkout
from store.errors import BadSetting, StoreDown

BUSY_SECONDS = 2.0
_AGAIN_SECONDS = 0.02
_PRIMARY = 0xFF
"""The part of SQLite's error codes that tells the kind."""
_POSTGRES_SETTINGS = {
    "synchronous_commit": "on",
    "statement_timeout": "5s",
    "lock_timeout": "2s",
    "idle_in_transaction_session_timeout": "30s",
}


def make_engine(url: str, busy_seconds: float = BUSY_SECONDS) -> Engine:
    """An engine for a SQLite file or PostgreSQL. ``busy_seconds``: the wait for another process's lock (SQLite).

    Raises BadSetting for another kind of address, StoreDown where the SQLite file's folder cannot be made.
    """
    parsed = _parse(url)
    _silence_rows()
    if parsed.get_backend_name() == "sqlite":
        return _sqlite(parsed, busy_seconds)
    return _postgres(parsed)


def make_memory_engine() -> Engine:
    """An engine for an empty SQLite database that is nowhere but in this process, and gone with the engine."""
    _silence_rows()
    # The database lives as long as its only connection; whoever comes meanwhile waits for it.
    alone = {**_engine_options(), "poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
    engine = create_engine("sqlite://", **alone, connect_args={"check_same_thread": False})
    _begin_transactions(engine, ("foreign_keys=ON",))
    return engine


def _parse(url: str) -> URL:
    parsed: URL | None
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):
        parsed = None
    if parsed is not None and parsed.drivername in ("postgres", "postgresql"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed is None or parsed.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        raise BadSetting("DATABASE_URL must begin with sqlite:/// or postgresql:// .")
    if parsed.get_backend_name() == "sqlite" and (not parsed.database or parsed.database.startswith((":", "file:"))):
        raise BadSetting("DATABASE_URL must name a file: sqlite:///data/fit.db . A database in memory forgets.")
    return parsed


def _engine_options() -> dict[str, Any]:
    """What every engine of ours has alike: it never prints a parameter, and waits only briefly for a connection."""
    return {
        "hide_parameters": True,
        "json_serializer": _compact,
        "logging_name": "fit",
        "pool_size": 8,
        "max_overflow": 24,
        "pool_timeout": 5,
    }


def _sqlite(url: URL, busy_seconds: float) -> Engine:
    _make_private_file(Path(url.database or ""))
    engine = create_engine(
        url,
        **_engine_options(),
        connect_args={"check_same_thread": False, "timeout": busy_seconds},
    )

    pragmas = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
    _begin_transactions(engine, pragmas, busy_seconds)
    return engine


def _begin_transactions(engine: Engine, pragmas: tuple[str, ...], busy_seconds: float = 0.0) -> None:
    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        # The driver's own transactions begin too late to give a read one snapshot, so begin() below says it itself.
        connection.isolation_level = None
        for pragma in pragmas:
            _set(connection, pragma, busy_seconds)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        write = connection.get_execution_options().get("fit_write", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if write else "BEGIN")


def _set(connection: Any, pragma: str, busy_seconds: float) -> None:
    """SQLite does not wait for the lock of another process that is just making the same new file, so it is waited here.

    Raises sqlite3.OperationalError where the lock is held for longer.
    """
    until = time.monotonic() + busy_seconds
    while True:
        try:
            connection.execute(f"PRAGMA {pragma}")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & _PRIMARY != sqlite3.SQLITE_BUSY or time.monotonic() >= until:
                raise
            time.sleep(_AGAIN_SECONDS)
        else:
            return


def _postgres(url: URL) -> Engine:
    given = url.query.get("options", "")
    options = " ".join([given if isinstance(given, str) else " ".join(given), *_settings()])
    engine = create_engine(
        url,
        **_engine_options(),
        connect_args={"options": options.strip(), "connect_timeout": 3, "application_name": "fit"},
    )
    check_on_checkout(engine)
    return engine


def _settings() -> list[str]:
    return [f"-c {name}={value}" for name, value in _POSTGRES_SETTINGS.items()]


def _make_private_file(file: Path) -> None:
    """The folder for its owner alone, and the file too: SQLite gives its -wal and -shm the file's own rights."""
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not file.exists():
            os.close(os.open(file, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreDown(
            f"The store's file cannot be made ({error.strerror}). Check the folder that DATABASE_URL names."
        ) from None


def _silence_rows() -> None:
    """SQLAlchemy hides parameters, yet logs every row that it reads at DEBUG: answers and hashes."""
    logger = logging.getLogger("sqlalchemy.engine.Engine.fit")
    if _no_rows not in logger.filters:
        logger.addFilter(_no_rows)


def _no_rows(record: logging.LogRecord) -> bool:
    return record.levelno > logging.DEBUG


_compact = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode
