"""A respondent's progress in learning: one map of keys, merged key by key."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, bindparam, insert, select, update

from store.database.database import Database
from store.database.tables import progress
from store.errors import BadValue
from store.respondents.checks import MOST_ENTRIES, check_entries
from store.respondents.merge import merge_progress
from store.respondents.rows import entries_column, entries_of
from store.respondents.tokens import respondent_of
from store.respondents.values import Entry, Token

_MINE = select(progress.c.entries).where(progress.c.respondent == bindparam("whose"))
_UPDATE = update(progress).where(progress.c.respondent == bindparam("whose"))


class LearningProgress:
    """Each operation is one transaction and raises SheetGone for a token that opens nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, token: Token) -> Mapping[str, Entry]:
        """What was learned so far, (value, moment in ms) by key; empty where nothing was saved."""

        def work(connection: Connection) -> Mapping[str, Entry]:
            whose = respondent_of(connection, token, self._database.now(), lock=False)
            return entries_of(connection.execute(_MINE, {"whose": whose}).scalar() or {})

        return self._database.read(work)

    def save(self, token: Token, entries: Mapping[str, Entry]) -> Mapping[str, Entry]:
        """Merge entries key by key, the later moment stands; all of it as it stands now, durable on return.

        A repeat of what is there writes nothing. Raises BadValue for a malformed entry, and where there would be more
        than MOST_ENTRIES.
        """
        checked = check_entries(entries, self._database.now())

        def work(connection: Connection) -> Mapping[str, Entry]:
            now = self._database.now()
            whose = respondent_of(connection, token, now)
            column = connection.execute(_MINE, {"whose": whose}).scalar()
            merged = merge_progress(entries_of(column or {}), checked)
            if len(merged.entries) > MOST_ENTRIES:
                raise BadValue(f"Progress holds at most {MOST_ENTRIES} entries.")
            values = {"entries": entries_column(merged.entries), "updated": now}
            if merged.changed and column is None:
                connection.execute(insert(progress), {"respondent": whose, **values})
            elif merged.changed:
                connection.execute(_UPDATE, {"whose": whose, **values})
            return dict(merged.entries)

        return self._database.writer.run(work)
