"""What is deleted by itself at the organisers' door: sessions and tickets that are over, attempts of an hour ago."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, delete, or_

from store.database.organiser_tables import door_attempts, organiser_sessions
from store.organisers.access import IDLE_MS
from store.organisers.attempts import FORGET_MS


def purge_door(connection: Connection, now: int) -> Counter[str]:
    """How much went, by kind: sessions, tickets, attempts."""
    table = organiser_sessions
    idle = (table.c.kind == "session") & (table.c.last_used <= now - IDLE_MS)
    over = delete(table).where(or_(table.c.expires <= now, idle)).returning(table.c.kind)
    gone = Counter(f"{kind}s" for kind in connection.execute(over).scalars())
    forgotten = delete(door_attempts).where(door_attempts.c.since <= now - FORGET_MS)
    gone["attempts"] = connection.execute(forgotten).rowcount
    return gone
