"""Organisers: made, found, signed in and out. Which password or address is whose, the caller has checked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import Connection, RowMapping, delete, exists, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from store.database.campaign_tables import members
from store.database.database import Database
from store.database.organiser_tables import organisers
from store.database.workshop_tables import trainers
from store.errors import BadValue, not_allowed
from store.organisers.access import act, look
from store.organisers.attempts import attempt, forget, succeeded
from store.organisers.names import name_key, organiser_name
from store.organisers.sessions import add_session, add_ticket, end_all, end_session, use_ticket
from store.organisers.values import Organiser
from store.respondents.rows import moment_of
from store.respondents.secret import new_id
from store.respondents.values import Token

Removal = Literal["removed", "unknown", "owns"]


@dataclass(frozen=True, slots=True)
class Known:
    """One line of the operator's list. ``password``: whether there is one; else a sign-in service must vouch."""

    name: str
    password: bool
    created: datetime


class Organisers:
    """Each operation is one transaction. A name is looked up without regard to case and width; BadValue for no name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, name: str, password_hash: str | None) -> Organiser:
        """Makes the organiser, or gives another password: that ends all sessions, and the door forgets failures."""

        def work(connection: Connection) -> Organiser:
            row = _named(connection, name) or self._make(connection, name, password_hash)
            if row["password"] != password_hash:
                change = update(organisers).where(organisers.c.id == row["id"])
                connection.execute(change.values(password=password_hash))
                end_all(connection, [row["id"]], self._database.now())
            forget(connection, None, row["name_key"])
            return _organiser(row)

        return self._database.writer.run(work)

    def make_first(self, name: str, password_hash: str) -> bool:
        """Makes the organiser unless there is any; whether it did. Of several processes one does."""

        def work(connection: Connection) -> bool:
            if connection.execute(select(organisers.c.id).limit(1)).first() is not None:
                return False
            return bool(self._make(connection, name, password_hash)["password"] == password_hash)

        return self._database.writer.run(work)

    def rehash(self, organiser: str, old: str, new: str) -> None:
        """The same password under another hash: nobody is signed out. Nothing where it was changed meanwhile."""
        this = (organisers.c.id == organiser, organisers.c.password == old)
        change = update(organisers).where(*this).values(password=new)
        self._database.writer.run(lambda connection: connection.execute(change))

    def by_name(self, name: str) -> tuple[Organiser, str | None] | None:
        """The organiser with the password's hash; None for a name that is nobody's, or no name at all."""
        # No name at all is looked up too: an answer takes as long, whatever was typed.
        row = self._database.read(lambda connection: _with_key(connection, _key_or(name, "")))
        return None if row is None else (_organiser(row), row["password"])

    def count(self) -> int:
        counted = select(func.count()).select_from(organisers)
        return self._database.read(lambda connection: connection.execute(counted).scalar_one())

    def all(self) -> tuple[Known, ...]:
        """By name."""
        everybody = select(organisers).order_by(organisers.c.name_key)

        def work(connection: Connection) -> tuple[Known, ...]:
            rows = connection.execute(everybody).mappings()
            return tuple(Known(row["name"], row["password"] is not None, moment_of(row["created"])) for row in rows)

        return self._database.read(work)

    def remove(self, name: str) -> Removal:
        """Takes the organiser away, with every session, unless campaigns or workshops are theirs."""

        def work(connection: Connection) -> Removal:
            # Held until the end: nobody begins anything of theirs meanwhile.
            this = select(organisers).where(organisers.c.name_key == _key_or(name, "")).with_for_update()
            row = connection.execute(this).mappings().first()
            if row is None:
                return "unknown"
            for table in (members, trainers):
                of_theirs = (table.c.organiser == row["id"], table.c.access == "owner")
                if connection.execute(select(table.c.organiser).where(*of_theirs).limit(1)).first() is not None:
                    return "owns"
            connection.execute(delete(organisers).where(organisers.c.id == row["id"]))
            return "removed"

        return self._database.writer.run(work)

    def any_password(self) -> bool:
        """Whether anybody can sign in with one."""
        some = select(exists().where(organisers.c.password.is_not(None)))
        return self._database.read(lambda connection: bool(connection.execute(some).scalar()))

    def open_session(self, organiser_id: str) -> Token:
        """Raises NotAllowed where there is no such organiser."""
        return self._database.writer.run(lambda connection: add_session(connection, organiser_id, self._database.now()))

    def who_is(self, who: Token) -> Organiser:
        """Raises NotAllowed."""
        return look(self._database, who, lambda _, organiser: organiser)

    def close_session(self, who: Token) -> None:
        """Ends this session alone; nothing where it is over."""
        self._database.writer.run(lambda connection: end_session(connection, who))

    def sign_out(self, who: Token) -> None:
        """Ends all sessions of the session's organiser. Raises NotAllowed."""
        act(self._database, who, lambda connection, it: end_all(connection, [it.id], self._database.now()))

    def make_ticket(self, name: str, logged_in: int | None = None) -> Token:
        """A ticket for a session, for whom a sign-in service vouches; makes the organiser where there is none.

        ``logged_in``: when it did, in ms. Raises NotAllowed where the organiser has signed out since.
        """

        def work(connection: Connection) -> Token:
            row = _named(connection, name) or self._make(connection, name, None)
            if logged_in is not None and row["signed_out"] is not None and logged_in <= row["signed_out"]:
                raise not_allowed()
            return add_ticket(connection, row["id"], self._database.now())

        return self._database.writer.run(work)

    def open_ticket(self, ticket: Token) -> Token:
        """A session for a ticket, which is used up. Raises NotAllowed."""

        def work(connection: Connection) -> Token:
            now = self._database.now()
            return add_session(connection, use_ticket(connection, ticket, now), now)

        return self._database.writer.run(work)

    def admit_only(self, names: Collection[str]) -> None:
        """Ends the sessions of those without a password whose names are not among these."""
        keys = {name_key(name) for name in names}

        def work(connection: Connection) -> None:
            without = select(organisers.c.id, organisers.c.name_key).where(organisers.c.password.is_(None))
            gone = [id_ for id_, key in connection.execute(without) if key not in keys]
            if gone:
                end_all(connection, gone, self._database.now())

        self._database.writer.run(work)

    def try_at_door(self, address: str, name: str) -> int:
        """How many ms to wait before an attempt; 0: it is counted and may go on. Rules in attempts.py."""
        return self._database.writer.run(
            lambda connection: attempt(connection, address, _key_or(name, name), self._database.now())
        )

    def succeeded_at_door(self, address: str, name: str) -> None:
        self._database.writer.run(lambda connection: succeeded(connection, address, _key_or(name, name)))

    def _make(self, connection: Connection, name: str, password_hash: str | None) -> RowMapping:
        row = {
            "id": new_id(),
            "name": organiser_name(name),
            "name_key": name_key(name),
            "password": password_hash,
            "created": self._database.now(),
        }
        try:
            with connection.begin_nested():
                connection.execute(insert(organisers), row)
        except IntegrityError:
            pass  # Another process made the same one between the look and the insert.
        made = _named(connection, name)
        assert made is not None
        return made


def _named(connection: Connection, name: str) -> RowMapping | None:
    return _with_key(connection, name_key(name))


def _with_key(connection: Connection, key: str) -> RowMapping | None:
    return connection.execute(select(organisers).where(organisers.c.name_key == key)).mappings().first()


def _organiser(row: RowMapping) -> Organiser:
    return Organiser(row["id"], row["name"])


def _key_or(name: str, other: str) -> str:
    try:
        return name_key(name)
    except BadValue:
        return other
