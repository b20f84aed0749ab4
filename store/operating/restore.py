"""Filling a store from a backup, of either database into either database, whole or not at all."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, delete, insert, select
from sqlalchemy.exc import InterfaceError, InternalError, OperationalError, StatementError

from store.database.connect import make_engine
from store.database.schema import REVISIONS, upgrade
from store.errors import BadSetting, database_errors
from store.operating.backed_up import BACKED_UP, ORDERS
from store.operating.backup import FORMAT
from store.operating.outfile import FileRefused
from store.store import Store

Row = tuple[str, dict[str, Any]]
AT_ONCE = 500
_SQLITE = b"SQLite format 3\x00"


def restore(store: Store, path: Path, replace: bool = False) -> int:
    """Fill the store from a backup file in one transaction; how many rows.

    Raises BadSetting where the store holds rows and ``replace`` is not given, the file is no whole backup, or is the
    store's own by whatever name;
    StoreTooNew for a backup of a newer version; StoreDown. In each case the store is as it was.
    """
    if not path.is_file():
        raise BadSetting(f"{path} is no file that can be read.")
    if store.is_file and path.samefile(store.engine.url.database or ""):
        raise FileRefused("over_store", file=str(path))
    with path.open("rb") as file:
        is_sqlite = file.read(len(_SQLITE)) == _SQLITE
    with _from_sqlite(path) if is_sqlite else nullcontext(partial(_rows_in, path)) as rows:
        return store.writer.run(lambda connection: _fill(connection, rows, replace))


def _fill(connection: Connection, rows: Callable[[], Iterator[Row]], replace: bool) -> int:
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        connection.exec_driver_sql(f"LOCK TABLE {', '.join(table.name for table in BACKED_UP)} IN EXCLUSIVE MODE")
    if not replace and any(connection.execute(select(table).limit(1)).first() is not None for table in BACKED_UP):
        raise BadSetting("The store is not empty. With --replace everything in it makes way for the backup.")
    for table in reversed(BACKED_UP):
        connection.execute(delete(table))
    try:
        return _insert(connection, rows())
    except (OperationalError, InternalError, InterfaceError):
        raise
    except StatementError:
        # A row that the tables do not take; the database's own words would quote it.
        raise damaged_backup() from None


def _insert(connection: Connection, rows: Iterator[Row]) -> int:
    tables = {table.name: table for table in BACKED_UP}
    filled = 0
    current, waiting = "", list[dict[str, Any]]()
    for name, row in rows:
        if name not in tables or not set(row) <= set(tables[name].c.keys()):
            raise damaged_backup()
        if waiting and (name != current or len(waiting) == AT_ONCE or row.keys() != waiting[0].keys()):
            connection.execute(insert(tables[current]), waiting)
            waiting = []
        current = name
        waiting.append(row)
        filled += 1
    if waiting:
        connection.execute(insert(tables[current]), waiting)
    return filled


@contextmanager
def _from_sqlite(path: Path) -> Iterator[Callable[[], Iterator[Row]]]:
    """The rows of a SQLite backup, read from a copy that is brought to this program's schema first."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.db"
        _copy(path, copy)
        engine = make_engine(f"sqlite:///{copy}")
        try:
            upgrade(engine)
            with database_errors(), engine.connect() as connection:
                yield partial(_rows_of, connection)
        finally:
            engine.dispose()


def _copy(path: Path, copy: Path) -> None:
    whole = False
    try:
        source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
        target = sqlite3.connect(copy)
        try:
            source.backup(target)
            whole = target.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        finally:
            target.close()
            source.close()
    except sqlite3.DatabaseError:
        whole = False
    if not whole:
        raise damaged_backup()


def _rows_of(connection: Connection) -> Iterator[Row]:
    for table in BACKED_UP:
        everything = select(table).order_by(ORDERS[table])
        for row in connection.execute(everything.execution_options(yield_per=500)).mappings():
            yield table.name, dict(row)


def _rows_in(path: Path) -> Iterator[Row]:
    """The rows of a dump. Raises BadSetting where a line is damaged, or the last line or a row is missing."""
    with path.open(encoding="utf-8") as lines:
        yield from _rows_of_lines(lines)


def _rows_of_lines(lines: Iterator[str]) -> Iterator[Row]:
    try:
        head = json.loads(next(lines, ""))
        if not isinstance(head, dict) or head.get("format") != FORMAT or head.get("revision") not in REVISIONS:
            raise BadSetting("This is no backup of this program's store, or one of a newer version.")
        rows, end = 0, None
        for line in lines:
            entry = json.loads(line)
            if end is not None:
                raise damaged_backup()
            if isinstance(entry, dict):
                end = entry.get("rows")
                continue
            name, row = entry
            if not isinstance(name, str) or not isinstance(row, dict):
                raise damaged_backup()
            rows += 1
            yield name, row
        damaged = end != rows
    except (ValueError, TypeError):
        damaged = True
    if damaged:
        raise damaged_backup()


def damaged_backup() -> BadSetting:
    return BadSetting("The backup is damaged or cut short. The store is as it was.")
