"""Who has access to a workshop. Each function runs inside one transaction that holds the workshop."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, case, delete, insert, select

from store.database.organiser_tables import organisers
from store.database.workshop_tables import trainers
from store.errors import BadValue
from store.organisers.names import name_key
from store.organisers.values import Organiser
from store.workshops.values import TrainerAccess


def trainers_of(connection: Connection, workshop: str) -> tuple[tuple[Organiser, TrainerAccess], ...]:
    """The owner first, then by name."""
    found = (
        select(organisers.c.id, organisers.c.name, trainers.c.access)
        .join(trainers, trainers.c.organiser == organisers.c.id)
        .where(trainers.c.workshop == workshop)
        .order_by(case((trainers.c.access == "owner", 0), else_=1), organisers.c.name_key)
    )
    return tuple((Organiser(row["id"], row["name"]), row["access"]) for row in connection.execute(found).mappings())


def admit(connection: Connection, workshop: str, name: str, now: int) -> bool:
    """Whether they had no access before. Raises BadValue for a name that nobody has, and for the owner's."""
    known = _named(connection, workshop, name)
    if known["access"] is not None:
        return False
    row = {"workshop": workshop, "organiser": known["id"], "access": "editor", "created": now}
    connection.execute(insert(trainers), row)
    return True


def dismiss(connection: Connection, workshop: str, name: str) -> None:
    """Raises BadValue for who has no access, and for the owner."""
    known = _named(connection, workshop, name)
    if known["access"] is None:
        raise BadValue("Nobody of this name has access.", "name")
    theirs = (trainers.c.workshop == workshop, trainers.c.organiser == known["id"])
    connection.execute(delete(trainers).where(*theirs))


def _named(connection: Connection, workshop: str, name: str) -> RowMapping:
    """The organiser of this name and their access, None where they have none. Raises BadValue; for the owner too."""
    here = (trainers.c.organiser == organisers.c.id) & (trainers.c.workshop == workshop)
    found = (
        select(organisers.c.id, trainers.c.access)
        .outerjoin(trainers, here)
        .where(organisers.c.name_key == name_key(name))
    )
    row = connection.execute(found).mappings().first()
    if row is None:
        raise BadValue("Nobody of this name may organise here: they have to sign in once before.", "name")
    if row["access"] == "owner":
        raise BadValue("The owner stays the owner.", "name")
    return row
