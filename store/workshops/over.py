"""What is deleted by itself: a workshop that ended long enough ago, with everything that belongs to it."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, select

from store.database.workshop_tables import workshops
from store.respondents.checks import DAY_MS
from store.workshops.deletion import delete_workshop

KEPT_MS = 30 * DAY_MS
"""After the end: long enough to hand out a summary, and to ask for one that was forgotten."""


def purge_workshop(connection: Connection, now: int) -> Counter[str] | None:
    """Delete one workshop; how much went, by the tables' names. None: none is over.

    One that somebody is changing right now is left for the next time.
    """
    over = select(workshops.c.id).where(workshops.c.over <= now).limit(1).with_for_update(skip_locked=True)
    workshop = connection.execute(over).scalar()
    return None if workshop is None else delete_workshop(connection, workshop)
