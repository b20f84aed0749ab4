"""What the seats of a room have answered: counted, and the scores of those who finished. For people/ only.

A sheet that was begun before the assessment was asked again belongs to the first measurement, a later one to the
second.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, false, func, or_, select

from store.database.tables import sheets
from store.database.workshop_tables import seats, votes
from store.workshops.rows import Row
from store.workshops.values import Measured, RoomCounts

Round = Literal[1, 2]
_SAME = and_(sheets.c.version == seats.c.version, sheets.c.files_hash == seats.c.files_hash)
_FINISHED = and_(sheets.c.state == "finished", or_(sheets.c.finished >= seats.c.created, _SAME))
"""A finished sheet that belongs to a seat: finished since they sat down, or of the version that they sat down with."""


def _in_round(row: Row, which: Round) -> ColumnElement[bool]:
    """Whether a sheet is a finished one of the measurement. ``row``: the workshop's."""
    again = row["again_began"]
    if which == 1:
        return _FINISHED if again is None else and_(_FINISHED, sheets.c.created < again)
    return false() if again is None else and_(_FINISHED, sheets.c.created >= again)


def seats_taken(connection: Connection, workshop: str) -> int:
    here = (seats.c.workshop == workshop, seats.c.given_up.is_(None))
    return int(connection.execute(select(func.count()).select_from(seats).where(*here)).scalar_one())


def finished_rounds(connection: Connection, row: Row, seat: str) -> tuple[bool, bool]:
    """Whether a seat's respondent has finished the first and the second measurement."""
    found = _of_seats(select(sheets.c.created), row).where(seats.c.id == seat, _FINISHED)
    begun, again = connection.execute(found).scalars().all(), row["again_began"]
    return any(again is None or one < again for one in begun), any(again is not None and one >= again for one in begun)


def counts_of(connection: Connection, row: RowMapping, questions: int) -> RoomCounts:
    """``row``: the workshop's. ``questions``: how many its form asks.

    ``begun`` and ``answered`` are of the measurement that is being made.
    """
    taken = seats_taken(connection, row["id"])
    first, second = _finished(connection, row, 1), _finished(connection, row, 2)
    finished = first if row["again_began"] is None else second
    shares = dict.fromkeys(finished, 1.0)
    for seat, answers in connection.execute(_open(row)):
        if seat not in finished:
            given = sum(code is not None for code, _, _ in answers.values())
            shares[seat] = min(given / questions, 1.0) if questions > 0 else 0.0
    voted = select(votes.c.question, func.count()).where(votes.c.workshop == row["id"]).group_by(votes.c.question)
    return RoomCounts(
        seats=taken,
        begun=sum(share > 0 for share in shares.values()),
        finished=len(first),
        finished_again=len(second),
        answered=sum(shares.values()) / taken if taken else 0.0,
        votes={row[0]: row[1] for row in connection.execute(voted)},
    )


def measured(connection: Connection, row: RowMapping, which: Round) -> tuple[Measured, ...]:
    """Of each seat the newest finished sheet of a measurement; in no order of people."""
    plain = (sheets.c[name] for name in ("version", "verdict", "best", "foundation", "scores"))
    found = _of_seats(select(seats.c.id.label("seat"), *plain), row).where(_in_round(row, which))
    newest = {one["seat"]: one for one in connection.execute(found.order_by(sheets.c.attempt)).mappings()}
    return tuple(Measured(seat, newest[seat]["version"], _scores(newest[seat])) for seat in sorted(newest))


def votes_on(connection: Connection, row: RowMapping, question: str) -> tuple[tuple[str, Any], ...]:
    """Seat and choice, in no order of people."""
    found = select(votes.c.seat, votes.c.choice).where(votes.c.workshop == row["id"], votes.c.question == question)
    return tuple((seat, choice) for seat, choice in connection.execute(found.order_by(votes.c.seat)))


def still_there(connection: Connection, workshop: str, members: Iterable[str]) -> bool:
    """Whether each of them sits in the workshop, and does until the transaction ends (PostgreSQL)."""
    wanted = sorted(set(members))
    here = (seats.c.workshop == workshop, seats.c.id.in_(wanted), seats.c.given_up.is_(None))
    found = select(seats.c.id).where(*here).order_by(seats.c.id)
    held = connection.execute(found.with_for_update(read=True)).scalars().all()
    return len(held) == len(wanted)


def _finished(connection: Connection, row: RowMapping, which: Round) -> set[str]:
    """The seats that have finished a measurement."""
    return set(connection.execute(_of_seats(select(seats.c.id), row).where(_in_round(row, which))).scalars())


def _open(row: RowMapping) -> Select[Any]:
    """Seat and answers of the sheets that are being answered."""
    found = _of_seats(select(seats.c.id, sheets.c.answers), row).where(sheets.c.state == "open")
    again = row["again_began"]
    return found if again is None else found.where(sheets.c.created >= again)


def _of_seats(found: Select[Any], row: Row) -> Select[Any]:
    return (
        found.select_from(seats)
        .join(sheets, sheets.c.respondent == seats.c.respondent)
        .where(seats.c.workshop == row["id"], seats.c.given_up.is_(None), sheets.c.assessment == row["assessment"])
    )


def _scores(row: RowMapping) -> dict[str, Any]:
    return {**(row["scores"] or {}), **{name: row[name] for name in ("verdict", "best", "foundation")}}
