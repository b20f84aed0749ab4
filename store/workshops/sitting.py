"""Taking a seat, and what a seat is made of. Each function runs inside one transaction."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, Select, insert, select, update

from store.campaigns.candidates.beginning import opened_by
from store.campaigns.checks import asked_id
from store.database.tables import respondents
from store.database.workshop_tables import seats, votes, workshops
from store.errors import BadValue, not_allowed
from store.respondents.rows import moment_of
from store.respondents.secret import new_id
from store.respondents.sheet_rows import insert_sheet, last_sheet
from store.respondents.tokens import DEVICE_MS, add_token, respondent_of
from store.respondents.values import Edition, Token
from store.workshops.codes import asked_code
from store.workshops.measured import finished_rounds, seats_taken
from store.workshops.refusals import NoRoom
from store.workshops.rows import Row, public_of
from store.workshops.values import Seat, Seated

MOST_SEATS = 1000


def room_behind(connection: Connection, code: str, now: int, *, hold: bool = False) -> RowMapping:
    """The workshop's row. ``hold``: it stays until the transaction ends (PostgreSQL). Raises NoRoom."""
    found = select(workshops).where(workshops.c.code == asked_code(code), workshops.c.ends > now)
    if hold:
        found = found.with_for_update(read=True, key_share=True)
    row = connection.execute(found).mappings().first()
    if row is None:
        raise NoRoom
    return row


def sit(
    connection: Connection, code: str, own: Token | None, edition: Edition | None, nickname: str, now: int
) -> Seated:
    """As ``Seats.sit``; edition and nickname are checked."""
    row = room_behind(connection, code, now, hold=True)
    asked = (None, None) if edition is None else (edition.assessment, edition.form)
    if asked != (row["assessment"], row["form"]):
        raise BadValue("The workshop asks for another assessment.", "edition")
    respondent = opened_by(connection, own, now)
    token: Token | None = None
    if respondent is None:
        respondent = new_id()
        connection.execute(insert(respondents), {"id": respondent, "created": now})
        token = add_token(connection, respondent, "device", now, DEVICE_MS)
    theirs = select(seats).where(seats.c.workshop == row["id"], seats.c.respondent == respondent)
    seat: Row | None = connection.execute(theirs).mappings().first()
    if edition is not None:
        _open_sheet(connection, respondent, edition, now if seat is None else seat["created"], now)
    if seat is None or seat["given_up"] is not None:
        _check_room(connection, row)
    if seat is None:
        seat = _new_seat(row, respondent, edition, nickname, now)
        connection.execute(insert(seats), seat)
    elif seat["given_up"] is not None or nickname:
        seat = {**seat, "nickname": nickname, "given_up": None}
        sits_again = update(seats).where(seats.c.id == seat["id"])
        connection.execute(sits_again.values(nickname=nickname, given_up=None))
    return Seated(token, _seat(connection, row, seat, now))


def newest_seat(connection: Connection, respondent: str, now: int) -> Seat | None:
    """The one in the newest workshop that goes on, else in the newest that ended; None where there is none."""
    newest = (workshops.c.ends > now).desc(), seats.c.created.desc(), seats.c.id
    found = select(seats).join(workshops, workshops.c.id == seats.c.workshop)
    mine = (seats.c.respondent == respondent, seats.c.given_up.is_(None), workshops.c.over > now)
    seat = connection.execute(found.where(*mine).order_by(*newest).limit(1)).mappings().first()
    if seat is None:
        return None
    row = connection.execute(select(workshops).where(workshops.c.id == seat["workshop"])).mappings().one()
    return _seat(connection, row, seat, now)


def own_seat(connection: Connection, own: Token, seat: str, now: int, *, hold: bool = True) -> RowMapping:
    """The seat with its workshop's ``ends`` and ``agenda``. ``hold``: the workshop stays until the transaction ends.

    Raises SheetGone for a token that opens nothing, NotAllowed for a seat that is not there or not theirs.
    """
    respondent = respondent_of(connection, own, now, lock=hold)
    found: Select[Any] = (
        select(seats, workshops.c.ends, workshops.c.agenda)
        .join(workshops, workshops.c.id == seats.c.workshop)
        .where(seats.c.id == asked_id(seat), seats.c.respondent == respondent, seats.c.given_up.is_(None))
        .where(workshops.c.over > now)
    )
    if hold:
        found = found.with_for_update(of=workshops, read=True, key_share=True)
    row = connection.execute(found).mappings().first()
    if row is None:
        raise not_allowed()
    return row


def _open_sheet(connection: Connection, respondent: str, edition: Edition, since: int, now: int) -> None:
    """An open sheet goes on. A finished one is not asked again where it is of the same version, in whatever form, or
    was finished since they sat down; else a new one follows it.
    """
    last = last_sheet(connection, respondent, edition.assessment)
    if last is not None and last["state"] == "finished":
        same = (last["version"], last["files_hash"]) == (edition.version, edition.files_hash)
        if not same and last["finished"] < since:
            insert_sheet(connection, respondent, edition, now, last["id"])
    elif last is None:
        insert_sheet(connection, respondent, edition, now, None)


def _check_room(connection: Connection, row: RowMapping) -> None:
    """Raises BadValue where no seat is free."""
    if seats_taken(connection, row["id"]) >= MOST_SEATS:
        raise BadValue(f"A workshop has at most {MOST_SEATS} seats.", "code")


def _new_seat(row: RowMapping, respondent: str, edition: Edition | None, nickname: str, now: int) -> dict[str, Any]:
    return {
        "id": new_id(),
        "workshop": row["id"],
        "respondent": respondent,
        "version": None if edition is None else edition.version,
        "files_hash": None if edition is None else edition.files_hash,
        "nickname": nickname,
        "title": row["title"],
        "created": now,
        "given_up": None,
    }


def _seat(connection: Connection, row: RowMapping, seat: Row, now: int) -> Seat:
    voted = connection.execute(select(votes.c.question, votes.c.choice).where(votes.c.seat == seat["id"]))
    first, second = (False, False)
    if row["assessment"] is not None:
        first, second = finished_rounds(connection, row, seat["id"])
    return Seat(
        id=seat["id"],
        workshop=public_of(row, now),
        nickname=seat["nickname"],
        created=moment_of(seat["created"]),
        voted={vote[0]: vote[1] for vote in voted},
        finished=first,
        finished_again=second,
    )
