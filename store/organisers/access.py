"""Who is behind a session: checked in the same transaction as what the session asks for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, bindparam, select, update

from store.database.database import Database
from store.database.organiser_tables import organiser_sessions, organisers
from store.errors import NotAllowed, not_allowed
from store.organisers.values import Organiser
from store.respondents.secret import same_hash, token_hash
from store.respondents.values import Token

T = TypeVar("T")
IDLE_MS = 12 * 3_600_000
"""A session that nobody used for this long is over."""
LONGEST_MS = 7 * 86_400_000
"""A session is over after this long, however much it was used: what its row's ``expires`` says."""
TOUCH_MS = 5 * 60_000
_FOUND = (
    select(
        organiser_sessions.c.hash,
        organiser_sessions.c.last_used,
        organiser_sessions.c.expires,
        organisers.c.id,
        organisers.c.name,
    )
    .join(organisers, organisers.c.id == organiser_sessions.c.organiser)
    .where(organiser_sessions.c.hash == bindparam("wanted"), organiser_sessions.c.kind == "session")
)
_TOUCH = update(organiser_sessions).where(organiser_sessions.c.hash == bindparam("wanted"))


def organiser_of(connection: Connection, who: Token, now: int) -> Organiser:
    """The organiser whose live session this is; notes the use, at most once in TOUCH_MS. The transaction may write.

    Raises NotAllowed, alike for a forged, expired, signed-out or foreign token.
    """
    row = _live(connection, who, now)
    if now - row["last_used"] >= TOUCH_MS:
        connection.execute(_TOUCH, {"wanted": row["hash"], "last_used": now})
    return Organiser(row["id"], row["name"])


def act(database: Database, who: Token, work: Callable[[Connection, Organiser], T]) -> T:
    """Run ``work`` for the session's organiser in one durable transaction. Raises what it raises, and NotAllowed."""
    return database.writer.run(lambda connection: work(connection, organiser_of(connection, who, database.now())))


def look(database: Database, who: Token, work: Callable[[Connection, Organiser], T]) -> T:
    """Run ``work`` for the session's organiser on one snapshot. Raises what it raises, and NotAllowed.

    A snapshot takes no write, so the use is noted afterwards, by a transaction of its own.
    """
    stale: list[bool] = []

    def inside(connection: Connection) -> T:
        now = database.now()
        row = _live(connection, who, now)
        stale.append(now - row["last_used"] >= TOUCH_MS)
        return work(connection, Organiser(row["id"], row["name"]))

    found = database.read(inside)
    if stale[-1]:
        _note_use(database, who)
    return found


def _note_use(database: Database, who: Token) -> None:
    try:
        database.writer.run(lambda connection: organiser_of(connection, who, database.now()))
    except NotAllowed:
        # Signed out between the look and the note: what was read was read in time.
        return


def _live(connection: Connection, who: Token, now: int) -> RowMapping:
    hashed = token_hash(who)
    # A token of another shape asks the database all the same: a refusal takes as long, whatever its cause.
    row = connection.execute(_FOUND, {"wanted": hashed or ""}).mappings().first()
    if row is None or hashed is None or not same_hash(row["hash"], hashed):
        raise not_allowed()
    if row["expires"] <= now or row["last_used"] <= now - IDLE_MS:
        raise not_allowed()
    return row
