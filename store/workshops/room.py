"""What is known of a room in which phones answer: exact numbers and scores, for people/, and what it was shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from sqlalchemy import Connection, RowMapping

from store.database.database import Database
from store.errors import BadValue
from store.organisers.access import act, look
from store.organisers.values import Organiser
from store.respondents.values import Token
from store.workshops.access import workshop_row
from store.workshops.changes import write
from store.workshops.measured import Round, counts_of, measured, still_there, votes_on
from store.workshops.refusals import WorkshopChanged
from store.workshops.rows import has_ended, round_of, workshop_of
from store.workshops.snapshots import checked_snapshot, keep, snapshots_of
from store.workshops.values import SNAPSHOT_OF, Measured, RoomCounts, Snapshot, SnapshotKind, Workshop

T = TypeVar("T")


class Room:
    """The part of ``Workshops`` that is about those who sit in a room."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def counts(self, who: Token, workshop: str, questions: int = 0) -> RoomCounts:
        """``questions``: how many the workshop's form asks. For people/ only: the numbers are exact."""
        return self._look(who, workshop, lambda connection, row: counts_of(connection, row, questions))

    def measured(self, who: Token, workshop: str, which: Round) -> tuple[Measured, ...]:
        """The scores of the first or second measurement, by seat. For people/ only."""
        return self._look(who, workshop, lambda connection, row: measured(connection, row, which))

    def votes(self, who: Token, workshop: str, question: str) -> tuple[tuple[str, Any], ...]:
        """Seat and choice of each vote on a question. For people/ only."""
        return self._look(who, workshop, lambda connection, row: votes_on(connection, row, question))

    def snapshots(self, who: Token, workshop: str) -> tuple[Snapshot, ...]:
        """What the room was shown of itself, the first one first."""
        return self._look(who, workshop, lambda connection, row: snapshots_of(connection, row["id"]))

    def keep(
        self,
        who: Token,
        workshop: str,
        kind: SnapshotKind,
        about: str,
        members: Iterable[str],
        content: Mapping[str, Any],
        beat: int,
    ) -> tuple[Workshop, Snapshot]:
        """Keep what the present stage shows of the room, and reveal it. ``members``: the seats that it rests on.

        Raises BadValue where the present stage shows no such thing; WorkshopChanged also where one of the members has
        left or deleted their data since they were looked at.
        """
        columns, whose = checked_snapshot(kind, about, members, content)

        def work(connection: Connection, organiser: Organiser) -> tuple[Workshop, Snapshot]:
            now = self._database.now()
            row = workshop_row(connection, organiser, workshop, now, "change")
            there = row["beat"] == beat and not has_ended(row, now)
            if not there or not still_there(connection, row["id"], whose):
                raise WorkshopChanged(workshop_of(row, now))
            stage = row["agenda"][row["at"]]
            if (SNAPSHOT_OF.get(stage["kind"]), stage["about"]) != (kind, about):
                raise BadValue("The present stage shows no such thing.", "kind")
            kept = keep(connection, row["id"], columns, whose, round_of(row), now)
            # With the beat, so that a second picture of a stage that is revealed already is a change too.
            changed = {"revealed": True, "until": None, "beat": row["beat"] + 1}
            return write(connection, row, changed, organiser, ("shown", {"kind": kind}), now), kept

        return act(self._database, who, work)

    def _look(self, who: Token, workshop: str, work: Callable[[Connection, RowMapping], T]) -> T:
        def inside(connection: Connection, organiser: Organiser) -> T:
            return work(connection, workshop_row(connection, organiser, workshop, self._database.now()))

        return look(self._database, who, inside)
