"""A person's rights over what is stored: to have all of it, and to have it deleted."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, delete, func, select

from store.database.tables import progress, respondents, sheets, tokens
from store.respondents.devices import respondent_of
from store.respondents.rows import entries_of, moment_of
from store.respondents.values import Token


def delete_respondent(connection: Connection, respondent: str) -> tuple[int, int, int, int]:
    """Delete the respondent with everything; how many sheets, answers, tokens and entries of progress that were."""
    learned = connection.execute(select(progress.c.entries).where(progress.c.respondent == respondent)).scalar() or {}
    answers = connection.execute(select(sheets.c.answers).where(sheets.c.respondent == respondent)).scalars().all()
    held = connection.execute(delete(tokens).where(tokens.c.respondent == respondent)).rowcount
    connection.execute(delete(sheets).where(sheets.c.respondent == respondent))
    connection.execute(delete(progress).where(progress.c.respondent == respondent))
    connection.execute(delete(respondents).where(respondents.c.id == respondent))
    return len(answers), sum(len(sheet) for sheet in answers), held, len(learned)


def rows_left(connection: Connection, respondent: str) -> int:
    """How many rows of any table still belong to the respondent."""
    of = (
        select(func.count()).select_from(respondents).where(respondents.c.id == respondent),
        select(func.count()).select_from(sheets).where(sheets.c.respondent == respondent),
        select(func.count()).select_from(tokens).where(tokens.c.respondent == respondent),
        select(func.count()).select_from(progress).where(progress.c.respondent == respondent),
    )
    return sum(connection.execute(count).scalar_one() for count in of)


def everything_about(connection: Connection, token: Token, now: int) -> dict[str, Any]:
    """All that the store holds about the token's respondent, ready for JSON; moments as ISO 8601 in UTC.

    Of the tokens it gives what they are for and since when; their hashes would help nobody but a thief of the download.
    """
    respondent = respondent_of(connection, token, now, lock=False)
    mine = select(sheets).where(sheets.c.respondent == respondent).order_by(sheets.c.attempt)
    devices = select(tokens).where(tokens.c.respondent == respondent).order_by(tokens.c.created)
    learned = select(progress).where(progress.c.respondent == respondent)
    begun = connection.execute(select(respondents.c.created).where(respondents.c.id == respondent)).scalar_one()
    return {
        "exported": _iso(now),
        "begun": _iso(begun),
        "sheets": [_sheet(row) for row in connection.execute(mine).mappings()],
        "progress": _progress(connection.execute(learned).mappings().first()),
        "devices": [_device(row) for row in connection.execute(devices).mappings()],
    }


def _sheet(row: Any) -> dict[str, Any]:
    plain = ("id", "attempt", "previous", "assessment", "version", "files_hash", "form", "language", "position")
    return {
        **{name: row[name] for name in plain},
        "state": row["state"],
        "revision": row["revision"],
        "created": _iso(row["created"]),
        "updated": _iso(row["updated"]),
        "finished": _iso(row["finished"]),
        "answers": {
            item: {"code": code, "given": _iso(moment), "order": seq}
            for item, (code, moment, seq) in row["answers"].items()
        },
        "milliseconds_on_pages": row["timings"],
        "placed": {name: _iso(moment) for name, moment in row["placed"].items()},
        "verdict": row["verdict"],
        "best": row["best"],
        "foundation": row["foundation"],
        "scores": row["scores"],
    }


def _progress(row: Any) -> dict[str, Any] | None:
    if row is None:
        return None
    entries = entries_of(row["entries"])
    return {
        "updated": _iso(row["updated"]),
        "entries": {key: {"value": value, "set": _iso(moment)} for key, (value, moment) in entries.items()},
    }


def _device(row: Any) -> dict[str, Any]:
    return {
        "kind": row["kind"],
        "created": _iso(row["created"]),
        "last_used": _iso(row["last_used"]),
        "expires": _iso(row["expires"]),
        "kept_as": "SHA-256",
    }


def _iso(ms: int | None) -> str | None:
    return None if ms is None else moment_of(ms).isoformat()
