"""One database: how it is read, written and kept clean. What the rows mean is its callers' business."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine, update

from catalog.interpreter import command
from store.database.schema import HEAD, revision_of
from store.database.tables import leases
from store.database.wipe import empty_wal
from store.database.writer import DirectWriter, GroupWriter, Writer
from store.errors import StoreDown, database_errors

T = TypeVar("T")


class Database:
    """SQLite or PostgreSQL, safe for many threads. Everything raises StoreDown where it does not answer.

    ``now``: ms since 1970 UTC. ``writer.run`` returns once its work has reached the disk.
    """

    def __init__(self, engine: Engine, clock: Callable[[], int]) -> None:
        self.engine = engine
        sqlite = engine.dialect.name == "sqlite"
        self.is_file = sqlite and bool(engine.url.database)
        self.now = clock
        # SQLite reads one snapshot by itself.
        self._snapshots = engine if sqlite else engine.execution_options(isolation_level="REPEATABLE READ")
        self.writer: Writer = GroupWriter(self.engine) if self.is_file else DirectWriter(self.engine)

    def close(self) -> None:
        """Finish what is being written and let go of all connections."""
        self.writer.close()
        self.engine.dispose()

    def read(self, work: Callable[[Connection], T]) -> T:
        """Run ``work`` on one snapshot."""
        with database_errors(), self._snapshots.connect() as connection, connection.begin():
            return work(connection)

    def ready(self) -> None:
        """Return if the schema is this program's and the database takes writes. Raises StoreDown, StoreTooNew."""
        if self.read(revision_of) != HEAD:
            raise StoreDown(f"The store's schema is not up to date. Run: {command('store', 'upgrade')}")
        self.writer.run(_take_a_write)

    def lease(self, name: str, ms: int) -> bool:
        """Whether this process may do ``name`` now; then no other one may for ``ms``."""
        now = self.now()
        taken = update(leases).where(leases.c.name == name, leases.c.until <= now).values(until=now + ms)
        return self.writer.run(lambda connection: connection.execute(taken).rowcount == 1)

    def wipe(self) -> bool | None:
        """Get deleted bytes out of SQLite's files; None on PostgreSQL, which does it in its own time, and in memory."""
        if not self.is_file:
            return None
        try:
            return empty_wal(self.engine)
        except StoreDown:
            # The deletion itself is durable; the purge comes back to the files.
            return False


def _take_a_write(connection: Connection) -> None:
    """Writes what is there already: a full disk or a read-only server shows itself at a write and no sooner."""
    connection.execute(update(leases).values(until=leases.c.until))
