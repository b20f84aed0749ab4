"""What happens to a respondent's learning progress. Each function runs inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, insert, select, update

from store.database.tables import progress, respondents
from store.errors import BadValue
from store.respondents.checks import MOST_ENTRIES
from store.respondents.devices import DEVICE_MS, add_token, respondent_of
from store.respondents.merge import merge_progress
from store.respondents.rows import entries_column, entries_of
from store.respondents.secret import new_id
from store.respondents.values import Entry, Token

_MINE = select(progress.c.entries).where(progress.c.respondent == bindparam("whose"))
_UPDATE = update(progress).where(progress.c.respondent == bindparam("whose"))


def begin_visitor(connection: Connection, now: int) -> Token:
    """A respondent with a device's token and nothing else yet."""
    respondent = new_id()
    connection.execute(insert(respondents), {"id": respondent, "created": now})
    return add_token(connection, respondent, "device", now, DEVICE_MS)


def progress_of(connection: Connection, token: Token, now: int) -> dict[str, Entry]:
    """What the token's respondent has learned so far, empty where nothing was saved. Raises SheetGone."""
    whose = respondent_of(connection, token, now, lock=False)
    return entries_of(connection.execute(_MINE, {"whose": whose}).scalar() or {})


def save_entries(connection: Connection, token: Token, entries: Mapping[str, Entry], now: int) -> dict[str, Entry]:
    """Merge entries into the progress; all of it as it stands now. A repeat of what is there writes nothing.

    Raises SheetGone; BadValue where there would be more than MOST_ENTRIES.
    """
    whose = respondent_of(connection, token, now)
    column = connection.execute(_MINE, {"whose": whose}).scalar()
    merged = merge_progress(entries_of(column or {}), entries)
    if len(merged.entries) > MOST_ENTRIES:
        raise BadValue(f"Progress holds at most {MOST_ENTRIES} entries.")
    values = {"entries": entries_column(merged.entries), "updated": now}
    if merged.changed and column is None:
        connection.execute(insert(progress), {"respondent": whose, **values})
    elif merged.changed:
        connection.execute(_UPDATE, {"whose": whose, **values})
    return dict(merged.entries)
