"""Getting deleted bytes out of SQLite's files, not only out of its tables."""

from __future__ import annotations

from sqlalchemy import Engine

from store.errors import database_errors


def empty_wal(engine: Engine) -> bool:
    """Write the log into the file and cut it to nothing. False where a reader still needs it: the next one will do it.

    ``secure_delete`` has overwritten the deleted rows in the file itself with zeros.
    """
    with database_errors():
        connection = engine.raw_connection()
        try:
            cursor = connection.cursor()
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy = cursor.fetchone()
            cursor.close()
        finally:
            connection.close()
    return busy is not None and busy[0] == 0
