"""The schema's revision: read at each start, raised under a lock, never lowered."""

from __future__ import annotations

import threading
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from store.database import campaign_tables, organiser_tables, workshop_tables  # noqa: F401 - they add their tables
from store.database.tables import metadata
from store.errors import StoreError, StoreTooNew, database_errors

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006")
HEAD = REVISIONS[-1]
VERSION_TABLE = "fit_store_version"
_LOCK = 0x6669745F73746F72  # any number, as long as it is the same in every process
# Alembic keeps what it is doing in a module's globals.
_in_this_process = threading.Lock()
_FOLDER = Path(__file__).parents[1] / "migrations"


def no_way_back() -> None:
    """Raises StoreError: a downgrade would have to throw answers away."""
    raise StoreError("The store's schema is never lowered. Restore a backup made before the upgrade instead.")


def upgrade(engine: Engine, to: str = HEAD) -> None:
    """Bring the schema to revision ``to``; safe when several processes start at once.

    Raises StoreTooNew for a schema that this program does not know, StoreDown.
    """
    with _in_this_process, database_errors():
        with engine.connect() as connection:
            if revision_of(connection) == HEAD:
                return
        with engine.connect().execution_options(fit_write=True) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL statement_timeout = 0"))
                connection.execute(text("SET LOCAL lock_timeout = '60s'"))
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            if revision_of(connection) != HEAD:
                _run_migrations(connection, to)


def revision_of(connection: Connection) -> str | None:
    """The schema's revision, None for an empty database. Raises StoreTooNew for any other schema."""
    tables = set(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        strangers = tables if connection.dialect.name == "sqlite" else tables & set(metadata.tables)
        if strangers:
            raise StoreTooNew(
                "The database holds tables that this program did not make. Point DATABASE_URL at a database of its own."
            )
        return None
    revision = connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar()
    if revision is not None and revision not in REVISIONS:
        raise StoreTooNew(
            "The database was upgraded by a newer version of this program. "
            "Start that version, or restore a backup made before the upgrade."
        )
    return revision


def _run_migrations(connection: Connection, to: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)
