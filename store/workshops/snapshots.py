"""What a room was shown of itself. A snapshot is kept once and never changed; who deletes their data leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, func, insert, select

from scoring.told.group import FEWEST
from store.campaigns.checks import check_json, check_shape
from store.database.workshop_tables import pictured, snapshots
from store.errors import BadValue
from store.respondents.rows import moment_of
from store.respondents.secret import new_id
from store.workshops.drafts import ABOUT
from store.workshops.values import SNAPSHOT_OF, Snapshot, SnapshotKind

MOST_BYTES = 200_000
_SEAT = re.compile(r"[0-9a-f]{32}")


def checked_snapshot(
    kind: SnapshotKind, about: str, members: Iterable[str], content: Mapping[str, Any]
) -> tuple[dict[str, Any], frozenset[str]]:
    """The columns of a snapshot and on whose seats it rests. Raises BadValue."""
    if kind not in SNAPSHOT_OF.values():
        raise BadValue("There is no such picture of a room.", "kind")
    whose = frozenset(check_shape(seat, _SEAT, "members") for seat in members)
    if len(whose) < FEWEST:
        raise BadValue(f"A picture rests on {FEWEST} people at least.", "members")
    columns = {
        "id": new_id(),
        "kind": kind,
        "about": check_shape(about, ABOUT, "about"),
        "people": len(whose),
        "content": check_json(content, MOST_BYTES, "content"),
    }
    return columns, whose


def keep(
    connection: Connection, workshop: str, columns: Mapping[str, Any], members: frozenset[str], round: int, now: int
) -> Snapshot:
    """The caller holds the workshop, and has looked that every member is there."""
    last = select(func.max(snapshots.c.number)).where(snapshots.c.workshop == workshop)
    number = (connection.execute(last).scalar() or 0) + 1
    row = {**columns, "workshop": workshop, "number": number, "round": round, "taken": now}
    connection.execute(insert(snapshots), row)
    connection.execute(insert(pictured), [{"snapshot": row["id"], "seat": seat} for seat in sorted(members)])
    return _snapshot(row, members)


def snapshots_of(connection: Connection, workshop: str) -> tuple[Snapshot, ...]:
    """The first one first."""
    of_workshop = snapshots.c.workshop == workshop
    there: dict[str, set[str]] = {}
    whose = select(pictured).join(snapshots, snapshots.c.id == pictured.c.snapshot).where(of_workshop)
    for snapshot, seat in connection.execute(whose):
        there.setdefault(snapshot, set()).add(seat)
    rows = connection.execute(select(snapshots).where(of_workshop).order_by(snapshots.c.number)).mappings()
    return tuple(_snapshot(row, frozenset(there.get(row["id"], ()))) for row in rows)


def _snapshot(row: RowMapping | Mapping[str, Any], members: frozenset[str]) -> Snapshot:
    return Snapshot(
        **{name: row[name] for name in ("id", "kind", "about", "people", "content", "round")},
        members=members,
        lost=row["people"] - len(members),
        taken=moment_of(row["taken"]),
    )
