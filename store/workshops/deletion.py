"""Deleting a workshop with everything that belongs to it, and looking afterwards whether anything is left."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Column, Connection, Table, delete, func, select

from store.database.workshop_tables import pictured, seats, snapshots, trainers, votes, workshop_log, workshops

OF_WORKSHOP: dict[Table, Column[str]] = {
    votes: votes.c.workshop,
    snapshots: snapshots.c.workshop,
    seats: seats.c.workshop,
    workshop_log: workshop_log.c.workshop,
    trainers: trainers.c.workshop,
    workshops: workshops.c.id,
}
"""Every table that names a workshop, in an order in which rows can be deleted, and the column that does."""


def delete_workshop(connection: Connection, workshop: str) -> Counter[str]:
    """How much went, by the tables' names. The caller holds the workshop."""
    gone: Counter[str] = Counter()
    for table, whose in OF_WORKSHOP.items():
        gone[table.name] += connection.execute(delete(table).where(whose == workshop)).rowcount
    return gone


def rows_left(connection: Connection, workshop: str, snapshot_ids: tuple[str, ...] = ()) -> int:
    """How many rows of any table still belong to the workshop, or to its snapshots."""
    counts = [select(func.count()).select_from(table).where(whose == workshop) for table, whose in OF_WORKSHOP.items()]
    counts.append(select(func.count()).select_from(pictured).where(pictured.c.snapshot.in_(snapshot_ids)))
    return sum(connection.execute(count).scalar_one() for count in counts)


def snapshot_ids(connection: Connection, workshop: str) -> tuple[str, ...]:
    return tuple(connection.execute(select(snapshots.c.id).where(snapshots.c.workshop == workshop)).scalars())
