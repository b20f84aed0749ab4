"""The rows of sheets: found behind a token, locked, inserted and changed. Each function runs inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, bindparam, func, insert, select, update

from store.database.tables import respondents, sheets, tokens
from store.errors import SheetChanged, SheetGone
from store.respondents.rows import scores_columns, sheet_of
from store.respondents.secret import new_id
from store.respondents.tokens import check_live, hash_of, note_use, respondent_of
from store.respondents.values import Answer, Edition, Sheet, Token

# The statements of a save are built once: building them again would cost more than running them.
_NEWEST = (
    select(sheets, tokens.c.hash, tokens.c.expires, tokens.c.last_used)
    .join(respondents, respondents.c.id == sheets.c.respondent)
    .join(tokens, tokens.c.respondent == respondents.c.id)
    .where(tokens.c.hash == bindparam("wanted"), tokens.c.kind == "device")
    .order_by(sheets.c.attempt.desc())
    .limit(1)
)
_NEWEST_OF = _NEWEST.where(sheets.c.assessment == bindparam("assessment"))
_LOCKED = _NEWEST.with_for_update(of=[respondents, sheets])
_UPDATE = update(sheets).where(sheets.c.id == bindparam("wanted"))


def newest_sheet(connection: Connection, token: Token, assessment: str | None, now: int) -> Sheet:
    """The newest sheet that a token opens, of one assessment if one is named. Raises SheetGone."""
    hashed = hash_of(token)
    named = {} if assessment is None else {"assessment": assessment}
    row = connection.execute(_NEWEST_OF if named else _NEWEST, {"wanted": hashed, **named}).mappings().first()
    return sheet_of(check_live(row, hashed, now))


def newest_for_update(connection: Connection, token: Token, now: int) -> Mapping[str, Any]:
    """The row of the newest sheet that a token opens, locked until the transaction ends (PostgreSQL).

    Who waited for the lock may get a sheet after which another one was begun meanwhile; so what begins or reopens a
    sheet locks the respondent first. Raises SheetGone, also where there is no sheet yet or retention has edition it.
    """
    hashed = hash_of(token)
    row = connection.execute(_LOCKED, {"wanted": hashed}).mappings().first()
    if row is None:
        # While this waited for the lock, the sheet may have made way for another one: look once more, holding it.
        respondent_of(connection, token, now)
        row = connection.execute(_LOCKED, {"wanted": hashed}).mappings().first()
        if row is None:
            raise no_sheet()
    check_live(row, hashed, now)
    note_use(connection, row, now)
    return dict(row)


def sheet_to_change(connection: Connection, token: Token, sheet: str | None, now: int) -> Mapping[str, Any]:
    """The row of the newest sheet, or of the one with the id ``sheet`` if it is the newest of its assessment.

    Raises SheetGone, SheetChanged where it is not.
    """
    row = newest_for_update(connection, token, now)
    if sheet is None or row["id"] == sheet:
        return row
    named = select(sheets.c.assessment).where(sheets.c.id == sheet, sheets.c.respondent == row["respondent"])
    assessment = connection.execute(named).scalar()
    last = None if assessment is None else last_sheet(connection, row["respondent"], assessment)
    if last is None or last["id"] != sheet:
        raise SheetChanged("Another sheet was begun in the meantime. Read it again.")
    return dict(last)


def unanswered_sheet(connection: Connection, token: Token, sheet: str, now: int) -> Mapping[str, Any]:
    """The row of an open sheet that nobody answered. Raises SheetGone, SheetChanged for any other sheet."""
    row = sheet_to_change(connection, token, sheet, now)
    if row["state"] != "open" or row["answers"]:
        raise SheetChanged("This sheet was answered in the meantime.")
    return row


def last_sheet(connection: Connection, respondent: str, assessment: str | None = None) -> RowMapping | None:
    """The respondent's newest sheet, of one assessment if one is named. The caller holds the respondent."""
    found = select(sheets).where(sheets.c.respondent == respondent).order_by(sheets.c.attempt.desc()).limit(1)
    if assessment is not None:
        found = found.where(sheets.c.assessment == assessment)
    return connection.execute(found).mappings().first()


def update_sheet(
    connection: Connection,
    row: Mapping[str, Any],
    values: dict[str, Any],
    answers: Mapping[str, Answer] | None = None,
) -> Sheet:
    connection.execute(_UPDATE, {"wanted": row["id"], **values})
    return sheet_of({**row, **values}, answers)


def insert_sheet(connection: Connection, respondent: str, edition: Edition, now: int, previous: str | None) -> Sheet:
    newest_attempt = select(func.max(sheets.c.attempt)).where(sheets.c.respondent == respondent)
    row = {
        "id": new_id(),
        "respondent": respondent,
        "attempt": (connection.execute(newest_attempt).scalar() or 0) + 1,
        "previous": previous,
        "assessment": edition.assessment,
        "version": edition.version,
        "files_hash": edition.files_hash,
        "form": edition.form,
        "language": edition.language,
        "position": None,
        "answers": {},
        "timings": {},
        "placed": {},
        "revision": 0,
        "state": "open",
        "created": now,
        "updated": now,
        "finished": None,
        **scores_columns(None),
    }
    connection.execute(insert(sheets), row)
    return sheet_of(row)


def no_sheet() -> SheetGone:
    return SheetGone("There is no sheet: none was begun, or it was deleted when its time was over.")
