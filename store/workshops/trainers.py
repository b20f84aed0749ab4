"""Who has access to a workshop. Each function runs inside one transaction that holds the workshop."""

from __future__ import annotations

from sqlalchemy import Connection

from store.database.workshop_tables import trainers
from store.organisers.colleagues import Colleagues

_TRAINERS = Colleagues(trainers, "workshop")
trainers_of, dismiss = _TRAINERS.all, _TRAINERS.dismiss


def admit(connection: Connection, workshop: str, name: str, now: int) -> bool:
    """Whether they had no access before. Raises BadValue for a name that nobody has, and for the owner's."""
    return _TRAINERS.admit(connection, workshop, name, "editor", now)
