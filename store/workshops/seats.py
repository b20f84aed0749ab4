"""What a participant does with a phone: look at a code, sit, vote, leave. Each operation is one transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from store.campaigns.checks import asked_id, check_json, check_shape, check_words
from store.database.database import Database
from store.database.workshop_tables import seats, votes, workshops
from store.errors import BadValue, not_allowed
from store.respondents.checks import check_edition
from store.respondents.secret import new_id
from store.respondents.tokens import respondent_of
from store.respondents.values import Edition, Token
from store.workshops import attempts
from store.workshops.drafts import ABOUT
from store.workshops.refusals import NoRoom
from store.workshops.rows import public_of
from store.workshops.sitting import newest_seat, own_seat, room_behind, sit
from store.workshops.snapshots import snapshots_of
from store.workshops.values import PublicSnapshot, PublicWorkshop, Seat, Seated

LONGEST_NICKNAME = 40
MOST_BYTES = 2_000


class Seats:
    """``own``: this device's token; SheetGone for one that opens nothing. ``code``: eight digits.

    A code that was never given out, is mistyped, or belongs to a workshop that ended raises NoRoom, all alike.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def look(self, code: str) -> PublicWorkshop:
        """What stands behind a code; changes nothing. Raises NoRoom."""

        def work(connection: Connection) -> PublicWorkshop:
            now = self._database.now()
            return public_of(room_behind(connection, code, now), now)

        return self._database.read(work)

    def sit(self, code: str, own: Token | None, edition: Edition | None, nickname: str = "") -> Seated:
        """Take a seat, or find it again: the device's own respondent where ``own`` opens one, else a new one.

        Their sheet of the workshop's assessment goes on; a finished one of the same version is not asked again.
        ``edition``: None where the workshop has no assessment. Raises NoRoom; BadValue for another edition than it asks
        for, for a nickname that cannot be kept, and where the room is full (``code``).
        """
        if edition is not None:
            check_edition(edition)
        checked = check_words(nickname, 0, LONGEST_NICKNAME, "nickname")
        return self._database.writer.run(
            lambda connection: sit(connection, code, own, edition, checked, self._database.now())
        )

    def mine(self, own: Token) -> Seat | None:
        """The seat in the newest workshop that goes on, else in the newest that ended; None where there is none."""

        def work(connection: Connection) -> Seat | None:
            now = self._database.now()
            return newest_seat(connection, respondent_of(connection, own, now, lock=False), now)

        return self._database.read(work)

    def shown(self, own: Token, seat: str) -> tuple[PublicSnapshot, ...]:
        """What the room was shown of itself, the first one first. Raises NotAllowed for no seat of theirs."""

        def work(connection: Connection) -> tuple[PublicSnapshot, ...]:
            row = own_seat(connection, own, seat, self._database.now(), hold=False)
            return tuple(
                PublicSnapshot(one.kind, one.about, one.people, one.content, one.taken)
                for one in snapshots_of(connection, row["workshop"])
            )

        return self._database.read(work)

    def rename(self, own: Token, seat: str, nickname: str) -> None:
        """Raises NotAllowed for no seat of theirs, BadValue."""
        checked = check_words(nickname, 0, LONGEST_NICKNAME, "nickname")

        def work(connection: Connection) -> None:
            row = own_seat(connection, own, seat, self._database.now())
            connection.execute(update(seats).where(seats.c.id == row["id"]).values(nickname=checked))

        self._database.writer.run(work)

    def vote(self, own: Token, seat: str, question: str, choice: Any) -> None:
        """In place of an earlier vote on the question, which is one that a stage of the workshop is about.

        Raises NotAllowed for no seat of theirs and once the workshop has ended, BadValue.
        """
        check_shape(question, ABOUT, "question")
        kept = check_json({"choice": choice}, MOST_BYTES, "choice")["choice"]

        def work(connection: Connection) -> None:
            now = self._database.now()
            row = own_seat(connection, own, seat, now)
            if row["ends"] <= now:
                raise not_allowed()
            if not question or question not in {stage["about"] for stage in row["agenda"]}:
                raise BadValue("No stage of the workshop is about this question.", "question")
            theirs = (votes.c.seat == row["id"], votes.c.question == question)
            changed = update(votes).where(*theirs).values(choice=kept, moment=now)
            if connection.execute(changed).rowcount == 0:
                vote = {
                    **{"id": new_id(), "seat": row["id"], "workshop": row["workshop"]},
                    **{"respondent": row["respondent"], "question": question, "choice": kept, "moment": now},
                }
                connection.execute(insert(votes), vote)

        self._database.writer.run(work)

    def leave(self, own: Token, seat: str) -> None:
        """Give the seat up, with nickname and votes. Who sits again later has the same one. Raises NotAllowed."""

        def work(connection: Connection) -> None:
            now = self._database.now()
            row = own_seat(connection, own, seat, now)
            connection.execute(delete(votes).where(votes.c.seat == row["id"]))
            connection.execute(update(seats).where(seats.c.id == row["id"]).values(nickname="", given_up=now))

        self._database.writer.run(work)
        self._database.wipe()

    def beat(self, workshop: str) -> int:
        """By which phones see whether something changed. Raises NoRoom where the workshop is not there any more."""
        found = select(workshops.c.beat).where(workshops.c.id == asked_id(workshop))
        beat = self._database.read(
            lambda connection: connection.execute(found.where(workshops.c.over > self._database.now())).scalar()
        )
        if beat is None:
            raise NoRoom
        return int(beat)

    def attempt(self, address: str) -> int:
        """How long to wait before a code from this address is looked at, in ms; 0: now."""
        wait, flooded = self._database.read(
            lambda connection: attempts.wait_for(connection, address, self._database.now())
        )
        if wait or not flooded:
            return wait
        return self._database.writer.run(
            lambda connection: attempts.take_slot(connection, address, self._database.now())
        )

    def wrong(self, address: str) -> None:
        """Counts a code that opened nothing."""
        self._database.writer.run(lambda connection: attempts.wrong(connection, address, self._database.now()))
