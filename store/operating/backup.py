"""A copy of everything while the site runs on: a SQLite file from SQLite, JSON lines from PostgreSQL.

JSON lines: a head with the schema's revision, one [table, row] a line in an order in which they can be filled again,
and a last line with the count of rows, so that a copy cut short is noticed. Of tokens, passwords and keys a backup
holds hashes only; the links that lead candidates to a campaign stand in it as they are.
"""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from sqlalchemy import select

from catalog.interpreter import command
from store.database.schema import revision_of
from store.errors import StoreDown, database_errors
from store.operating.backed_up import BACKED_UP, LEFT_OUT, ORDERS
from store.operating.outfile import FileRefused, new_file
from store.store import Store

FORMAT = "fit-store-1"
OTHER_FORMATS = (".csv", ".tsv", ".txt", ".xlsx", ".xls", ".parquet", ".pdf", ".zip", ".gz", ".sql")
"""Endings that promise what a backup is not."""


def back_up(store: Store, path: Path) -> int:
    """Write a backup to a new file; how many rows it holds. Raises BadSetting, StoreDown."""
    if path.suffix.lower() in OTHER_FORMATS:
        raise FileRefused("backup_ending", file=str(path), ending=path.suffix, export=command("store", "export"))
    with new_file(path) as draft:
        return _copy_file(store, draft) if store.is_file else _dump(store, draft)


def _copy_file(store: Store, draft: Path) -> int:
    database = store.engine.url.database or ""
    try:
        source = sqlite3.connect(f"{Path(database).resolve().as_uri()}?mode=ro", uri=True)
        target = sqlite3.connect(draft)
        try:
            source.backup(target)
            # Who uses the copy as a store must not find anybody signed in.
            target.execute("PRAGMA secure_delete=ON")
            for table in LEFT_OUT:
                target.execute(f"DELETE FROM {table.name}")
            target.commit()
            # One file without a -wal beside it, so that copying it is enough.
            target.execute("PRAGMA journal_mode=DELETE")
            return sum(target.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] for table in BACKED_UP)
        finally:
            target.close()
            source.close()
    except sqlite3.Error as error:
        raise StoreDown(f"The backup could not be made ({type(error).__name__}). Nothing was written.") from None


def _dump(store: Store, draft: Path) -> int:
    rows = 0
    with (
        database_errors(),
        store.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection,
        connection.begin(),
        draft.open("w", encoding="utf-8") as out,
    ):
        connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        out.write(_line({"format": FORMAT, "revision": revision_of(connection)}))
        for table in BACKED_UP:
            everything = select(table).order_by(ORDERS[table])
            for row in connection.execute(everything.execution_options(yield_per=500)).mappings():
                out.write(_line([table.name, dict(row)]))
                rows += 1
        out.write(_line({"rows": rows}))
    return rows


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
