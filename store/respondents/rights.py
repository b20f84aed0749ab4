"""A respondent's rights over what is stored: to have all of it, and to have it deleted, with a proof."""

from __future__ import annotations

from collections import Counter
from typing import Any

from sqlalchemy import Connection, delete, func, select

from store.database.database import Database
from store.database.tables import respondents
from store.respondents.personal import REGISTER, PersonalTable
from store.respondents.rows import iso, moment_of
from store.respondents.tokens import respondent_of
from store.respondents.values import Deletion, Token


class Rights:
    """Both operations raise SheetGone for a token that opens nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def forget(self, token: Token) -> Deletion:
        """Delete all that is the respondent's, at once and for good; then look whether anything is left."""

        def work(connection: Connection) -> tuple[str, Counter[str]]:
            respondent = respondent_of(connection, token, self._database.now())
            return respondent, delete_respondent(connection, respondent)

        respondent, gone = self._database.writer.run(work)
        remaining = self._database.read(lambda connection: rows_left(connection, respondent))
        return Deletion(gone, remaining, wiped=self._database.wipe(), at=moment_of(self._database.now()))

    def export(self, token: Token) -> dict[str, Any]:
        """Everything stored about the token's respondent, ready for JSON; moments as ISO 8601 in UTC.

        Of the tokens it gives what they are for and since when; their hashes would help nobody but a thief of the
        download.
        """

        def work(connection: Connection) -> dict[str, Any]:
            now = self._database.now()
            respondent = respondent_of(connection, token, now, lock=False)
            begun = select(respondents.c.created).where(respondents.c.id == respondent)
            told = {entry.heading: _told(connection, entry, respondent) for entry in REGISTER}
            return {"exported": iso(now), "begun": iso(connection.execute(begun).scalar_one()), **told}

        return self._database.read(work)


def _told(connection: Connection, entry: PersonalTable, respondent: str) -> Any:
    mine = select(entry.table).where(entry.whose == respondent).order_by(entry.order)
    rows = [entry.told(row) for row in connection.execute(mine).mappings()]
    return next(iter(rows), None) if entry.single else rows


def delete_respondent(connection: Connection, respondent: str) -> Counter[str]:
    """Delete the respondent with everything; how much that was, by kind."""
    gone: Counter[str] = Counter()
    for entry in reversed(REGISTER):
        mine = entry.whose == respondent
        gone += entry.counted(connection.execute(select(entry.table).where(mine)).mappings().all())
        connection.execute(delete(entry.table).where(mine))
    connection.execute(delete(respondents).where(respondents.c.id == respondent))
    return gone


def rows_left(connection: Connection, respondent: str) -> int:
    """How many rows of any table still belong to the respondent."""
    owners = ((respondents, respondents.c.id), *((entry.table, entry.whose) for entry in REGISTER))
    counts = (select(func.count()).select_from(table).where(whose == respondent) for table, whose in owners)
    return sum(connection.execute(count).scalar_one() for count in counts)
