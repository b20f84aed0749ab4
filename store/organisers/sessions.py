"""The rows of sessions and tickets: made, used up, ended. Each function runs inside one transaction."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, delete, insert, select, update

from store.database.organiser_tables import organiser_sessions, organisers
from store.errors import not_allowed
from store.organisers.access import LONGEST_MS
from store.respondents.secret import new_token, token_hash
from store.respondents.values import Token

TICKET_MS = 60_000


def add_session(connection: Connection, organiser: str, now: int) -> Token:
    """Raises NotAllowed where there is no such organiser."""
    return _add(connection, organiser, "session", now, LONGEST_MS)


def add_ticket(connection: Connection, organiser: str, now: int) -> Token:
    """Opens one session, within a minute. Those that nobody used go, so that a page may ask again and again."""
    of_it = (organiser_sessions.c.organiser == organiser, organiser_sessions.c.kind == "ticket")
    connection.execute(delete(organiser_sessions).where(*of_it, organiser_sessions.c.expires <= now))
    return _add(connection, organiser, "ticket", now, TICKET_MS)


def use_ticket(connection: Connection, ticket: Token, now: int) -> str:
    """The id of the ticket's organiser; the ticket is used up. Raises NotAllowed for one that opens nothing."""
    this = (organiser_sessions.c.hash == (token_hash(ticket) or ""), organiser_sessions.c.kind == "ticket")
    # Deleted and read at once: of two who bring the same one, only one gets a session.
    columns = (organiser_sessions.c.organiser, organiser_sessions.c.expires)
    row = connection.execute(delete(organiser_sessions).where(*this).returning(*columns)).first()
    if row is None or row.expires <= now:
        raise not_allowed()
    return str(row.organiser)


def end_session(connection: Connection, who: Token) -> None:
    """This one alone; one that is over already is no error."""
    this = (organiser_sessions.c.hash == (token_hash(who) or ""), organiser_sessions.c.kind == "session")
    connection.execute(delete(organiser_sessions).where(*this))


def end_all(connection: Connection, those: Collection[str], now: int) -> None:
    """Every session and ticket of these organisers, in every tab and on every device."""
    connection.execute(delete(organiser_sessions).where(organiser_sessions.c.organiser.in_(those)))
    connection.execute(update(organisers).where(organisers.c.id.in_(those)).values(signed_out=now))


def _add(connection: Connection, organiser: str, kind: str, now: int, lasts: int) -> Token:
    there = select(organisers.c.id).where(organisers.c.id == organiser).with_for_update(read=True)
    if connection.execute(there).first() is None:
        raise not_allowed()
    token = new_token()
    row = {
        "hash": token_hash(token),
        "organiser": organiser,
        "kind": kind,
        "created": now,
        "last_used": now,
        "expires": now + lasts,
    }
    connection.execute(insert(organiser_sessions), row)
    return token
