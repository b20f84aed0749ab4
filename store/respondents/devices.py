"""Which devices open what is a respondent's: tokens, links for another device, and letting go of one."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete, insert, select

from store.database.database import Database
from store.database.tables import respondents, tokens
from store.errors import BadValue, SheetGone
from store.respondents.secret import new_id, token_hash
from store.respondents.tokens import DEVICE_MS, add_token, respondent_of
from store.respondents.values import Departure, Token

LONGEST_LINK = timedelta(days=7)
MOST_LINKS = 10
BACK_MS = 60_000
"""How long "not my answers" can be taken back where it would leave nobody who can open them."""


class Devices:
    """Each operation is one transaction; with a token it raises SheetGone for one that opens nothing."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin_visitor(self) -> Token:
        """A new respondent without a sheet, who only learns; this device's token."""

        def work(connection: Connection) -> Token:
            respondent, now = new_id(), self._database.now()
            connection.execute(insert(respondents), {"id": respondent, "created": now})
            return add_token(connection, respondent, "device", now, DEVICE_MS)

        return self._database.writer.run(work)

    def opens(self, token: Token) -> bool:
        """Whether the token is a live device's, with a sheet or without one."""
        try:
            self._database.read(lambda connection: respondent_of(connection, token, self._database.now(), lock=False))
        except SheetGone:
            return False
        return True

    def shares(self, token: Token, link: Token) -> bool:
        """Whether a live link opens what this live device opens already."""

        def work(connection: Connection) -> bool:
            now = self._database.now()
            own = respondent_of(connection, token, now, lock=False)
            return own == respondent_of(connection, link, now, "link", lock=False)

        try:
            return self._database.read(work)
        except SheetGone:
            return False

    def make_link(self, token: Token, valid: timedelta = timedelta(hours=24)) -> Token:
        """A link's token that opens the same on another device, by ``exchange``; valid 7 days at most.

        Only the newest MOST_LINKS live, so that a page may ask again and again. Raises BadValue.
        """
        if not timedelta(0) < valid <= LONGEST_LINK:
            raise BadValue(f"A link for another device lasts at most {LONGEST_LINK.days} days.")

        def work(connection: Connection) -> Token:
            now = self._database.now()
            respondent = respondent_of(connection, token, now)
            of_links = (tokens.c.respondent == respondent, tokens.c.kind == "link")
            newest_first = select(tokens.c.hash).where(*of_links).order_by(tokens.c.created.desc(), tokens.c.hash)
            stale = connection.execute(newest_first).scalars().all()[MOST_LINKS - 1 :]
            connection.execute(delete(tokens).where(tokens.c.hash.in_(stale)))
            return add_token(connection, respondent, "link", now, int(valid.total_seconds() * 1000))

        return self._database.writer.run(work)

    def exchange(self, link: Token) -> Token:
        """A device's own token for a link's, which stays until it expires: two devices may open it.

        Raises SheetGone for a link that expired, was deleted, or never was.
        """

        def work(connection: Connection) -> Token:
            now = self._database.now()
            return add_token(connection, respondent_of(connection, link, now, "link"), "device", now, DEVICE_MS)

        return self._database.writer.run(work)

    def leave(self, token: Token) -> Departure:
        """Forget this device only ("not my answers"). What no token opens any more goes with the next purge.

        Where no other token opens what is stored, one for the way back is left.
        """

        def work(connection: Connection) -> Departure:
            now = self._database.now()
            respondent = respondent_of(connection, token, now)
            connection.execute(delete(tokens).where(tokens.c.hash == token_hash(token)))
            lasting = (tokens.c.respondent == respondent, tokens.c.expires > now + BACK_MS)
            others = select(tokens.c.hash).where(*lasting).limit(1)
            if connection.execute(others).first() is not None:
                return Departure(back=None)
            return Departure(back=add_token(connection, respondent, "link", now, BACK_MS))

        return self._database.writer.run(work)
