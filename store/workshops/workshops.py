"""Workshops: made, read, moved from stage to stage, ended, deleted. Each operation is a trainer's transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, insert

from store.campaigns.checks import check_number, check_words
from store.campaigns.paging import page_of
from store.campaigns.values import AuditEntry, Page
from store.database.workshop_tables import trainers, workshops
from store.errors import BadValue
from store.organisers.access import act, look
from store.organisers.entries import Detail
from store.organisers.values import Organiser
from store.respondents.rows import moment_of
from store.respondents.secret import new_id
from store.respondents.values import Token
from store.workshops.access import mine, workshop_row
from store.workshops.changes import change, moved, redrafted
from store.workshops.codes import free_code
from store.workshops.deletion import delete_workshop, rows_left, snapshot_ids
from store.workshops.drafts import HOUR_MS, LONGEST_HOURS, check_draft
from store.workshops.log import NOTED, entries, write_entry
from store.workshops.over import KEPT_MS
from store.workshops.room import Room
from store.workshops.rows import has_ended, workshop_of
from store.workshops.trainers import admit, dismiss, trainers_of
from store.workshops.values import TrainerAccess, Workshop, WorkshopDeletion, WorkshopDraft

LONGEST_COUNTDOWN = 4 * 3600


class Workshops(Room):
    """``who``: the organiser's session. Every operation raises NotAllowed, alike for an unknown and a foreign id.

    ``beat``: of the workshop that the trainer saw; WorkshopChanged where it was changed since, or has ended.
    """

    def make(self, who: Token, draft: WorkshopDraft) -> Workshop:
        """A new workshop, the organiser's own, which begins now with its first stage. Raises BadValue."""

        def work(connection: Connection, organiser: Organiser) -> Workshop:
            return self._insert(connection, organiser, check_draft(draft))

        return act(self._database, who, work)

    def mine(self, who: Token, page: int = 1) -> Page[Workshop]:
        """Those that the organiser owns or was admitted to, the newest first."""

        def work(connection: Connection, organiser: Organiser) -> Page[Workshop]:
            now = self._database.now()
            order = (workshops.c.created.desc(), workshops.c.id)
            return page_of(
                connection, mine(organiser, now), workshops.c.id, order, page, lambda row: workshop_of(row, now)
            )

        return look(self._database, who, work)

    def read(self, who: Token, workshop: str) -> Workshop:
        return self._look(who, workshop, lambda _, row: workshop_of(row, self._database.now()))

    def change(self, who: Token, workshop: str, draft: WorkshopDraft, beat: int) -> Workshop:
        """The workshop as the draft says. Raises BadValue with the field, WorkshopChanged.

        ``hours`` counts for nothing here. The assessment is fixed once somebody sits in the room.
        """

        def work(connection: Connection, row: RowMapping, now: int) -> Any:
            return redrafted(connection, row, check_draft(draft), now)

        return change(self._database, who, workshop, beat, work, running=False)

    def copy(self, who: Token, workshop: str, title: str) -> Workshop:
        """A workshop of the organiser's own with the same agenda and settings, and nothing of what happened."""
        checked = check_words(title, 1, 120, "title")

        def work(connection: Connection, organiser: Organiser) -> Workshop:
            now = self._database.now()
            row = workshop_row(connection, organiser, workshop, now, "change")
            write_entry(connection, row["id"], organiser.name, "copied", now)
            copied = {name: row[name] for name in ("assessment", "form", "language", "agenda", "hours")}
            return self._insert(connection, organiser, {**copied, "title": checked})

        return act(self._database, who, work)

    def go(self, who: Token, workshop: str, at: int, beat: int, *, anew: bool = False) -> Workshop:
        """To the stage with the index ``at``. ``anew``: start it once more. Raises BadValue, WorkshopChanged."""
        return change(
            self._database,
            who,
            workshop,
            beat,
            lambda connection, row, now: moved(connection, row, at, now, anew=anew),
        )

    def reveal(self, who: Token, workshop: str, beat: int) -> Workshop:
        """Show what the present stage holds back. What it shows of the room is revealed by ``keep``."""
        return change(
            self._database, who, workshop, beat, lambda *_: ({"revealed": True, "until": None}, ("revealed", None))
        )

    def count_down(self, who: Token, workshop: str, seconds: int | None, beat: int) -> Workshop:
        """A countdown from now on; None: none. Raises BadValue, WorkshopChanged."""
        if seconds is not None:
            check_number(seconds, 1, LONGEST_COUNTDOWN, "seconds")
        return change(
            self._database,
            who,
            workshop,
            beat,
            lambda _, row, now: ({"until": None if seconds is None else now + seconds * 1000}, None),
        )

    def end(self, who: Token, workshop: str) -> Workshop:
        """Its code opens nothing from now on. One that has ended stays as it is."""

        def work(_: Connection, row: RowMapping, now: int) -> Any:
            if has_ended(row, now):
                return {}, None
            return {"ends": now, "over": now + KEPT_MS, "code": None, "until": None}, ("ended", None)

        return change(self._database, who, workshop, None, work, running=False)

    def prolong(self, who: Token, workshop: str, hours: int) -> Workshop:
        """It ends ``hours`` later, at most LONGEST_HOURS from now; one that has ended goes on. Raises BadValue."""
        check_number(hours, 1, LONGEST_HOURS, "hours")

        def work(connection: Connection, row: RowMapping, now: int) -> Any:
            ends = min(max(row["ends"], now) + hours * HOUR_MS, now + LONGEST_HOURS * HOUR_MS)
            code = row["code"] or free_code(connection, now)
            return {"ends": ends, "over": ends + KEPT_MS, "code": code}, ("prolonged", {"hours": hours})

        return change(self._database, who, workshop, None, work, running=False)

    def delete(self, who: Token, workshop: str) -> WorkshopDeletion:
        """Delete it with everything that belongs to it, at once and for good; then look what is left (owner).

        Participants' own answers and results stay theirs.
        """

        def work(connection: Connection, organiser: Organiser) -> tuple[str, tuple[str, ...], WorkshopDeletion]:
            now = self._database.now()
            row = workshop_row(connection, organiser, workshop, now, "delete", owner=True)
            pictures = snapshot_ids(connection, row["id"])
            done = WorkshopDeletion(delete_workshop(connection, row["id"]), 0, None, moment_of(now))
            return row["id"], pictures, done

        gone, pictures, done = act(self._database, who, work)
        remaining = self._database.read(lambda connection: rows_left(connection, gone, pictures))
        return WorkshopDeletion(done.gone, remaining, self._database.wipe(), done.at)

    def trainers(self, who: Token, workshop: str) -> tuple[tuple[Organiser, TrainerAccess], ...]:
        """Who has access, the owner first, then by name."""
        return self._look(who, workshop, lambda connection, row: trainers_of(connection, row["id"]))

    def admit(self, who: Token, workshop: str, name: str) -> None:
        """Let another organiser lead the workshop too (owner). Raises BadValue for a name that nobody has."""

        def work(connection: Connection, organiser: Organiser) -> None:
            now = self._database.now()
            row = workshop_row(connection, organiser, workshop, now, "change", owner=True)
            if admit(connection, row["id"], name, now):
                write_entry(connection, row["id"], organiser.name, "trainer_admitted", now)

        act(self._database, who, work)

    def dismiss(self, who: Token, workshop: str, name: str) -> None:
        """Take an organiser's access away (owner). Raises BadValue for who has none, and for the owner."""

        def work(connection: Connection, organiser: Organiser) -> None:
            now = self._database.now()
            row = workshop_row(connection, organiser, workshop, now, "change", owner=True)
            dismiss(connection, row["id"], name)
            write_entry(connection, row["id"], organiser.name, "trainer_dismissed", now)

        act(self._database, who, work)

    def note(self, who: Token, workshop: str, action: str, detail: Detail | None = None) -> None:
        """Note that the trainer opened or exported something. Raises BadValue."""
        if action not in NOTED:
            raise BadValue("Only what is opened or exported is noted this way.", "action")

        def work(connection: Connection, organiser: Organiser) -> None:
            now = self._database.now()
            row = workshop_row(connection, organiser, workshop, now, "change")
            write_entry(connection, row["id"], organiser.name, action, now, detail=detail)

        act(self._database, who, work)

    def log(self, who: Token, workshop: str, number: int = 1) -> Page[AuditEntry]:
        """The newest entry first."""
        return self._look(who, workshop, lambda connection, row: entries(connection, row["id"], number))

    def _insert(self, connection: Connection, organiser: Organiser, columns: dict[str, Any]) -> Workshop:
        now = self._database.now()
        ends = now + columns["hours"] * HOUR_MS
        row = {
            "id": new_id(),
            **columns,
            "code": free_code(connection, now),
            **{"at": 0, "began": now, "until": None, "revealed": False, "rounds": {}, "beat": 0},
            "again_began": now if columns["agenda"][0]["kind"] == "again" else None,
            **{"ends": ends, "over": ends + KEPT_MS, "created": now},
        }
        connection.execute(insert(workshops), row)
        owner = {"workshop": row["id"], "organiser": organiser.id, "access": "owner", "created": now}
        connection.execute(insert(trainers), owner)
        write_entry(connection, row["id"], organiser.name, "made", now)
        return workshop_of({**row, "access": "owner", "owner": organiser.name}, now)
