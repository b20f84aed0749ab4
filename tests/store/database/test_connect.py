"""A file that another process is just making is waited for, and one that stays locked is said to be."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from store.database.connect import make_engine


@contextmanager
def being_made(file: Path) -> Iterator[sqlite3.Connection]:
    """A new file in which another process is in the middle of its first statements."""
    with closing(sqlite3.connect(file, isolation_level=None, check_same_thread=False)) as other:
        other.execute("CREATE TABLE made (number INTEGER)")
        other.execute("BEGIN IMMEDIATE")
        other.execute("INSERT INTO made VALUES (1)")
        yield other


def test_a_file_that_is_being_made_is_waited_for(tmp_path: Path) -> None:
    with being_made(tmp_path / "fit.db") as other:
        engine = make_engine(f"sqlite:///{tmp_path}/fit.db", busy_seconds=20)
        threading.Timer(0.3, other.execute, ["COMMIT"]).start()
        with engine.connect() as connection:
            assert connection.execute(text("SELECT number FROM made")).scalar() == 1
            assert connection.execute(text("PRAGMA journal_mode")).scalar() == "wal"
        engine.dispose()


def test_one_that_stays_locked_is_not_waited_for_without_end(tmp_path: Path) -> None:
    with being_made(tmp_path / "fit.db"):
        engine = make_engine(f"sqlite:///{tmp_path}/fit.db", busy_seconds=0.1)
        with pytest.raises(OperationalError, match="locked"):
            engine.connect()
        engine.dispose()
