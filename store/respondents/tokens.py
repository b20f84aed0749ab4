"""The rows of tokens: made, looked up, their life put off. Each function runs inside one transaction."""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from store.database.tables import respondents, tokens
from store.errors import SheetGone
from store.respondents.checks import DAY_MS
from store.respondents.secret import new_token, same_hash, token_hash
from store.respondents.values import Token

DEVICE_MS = 400 * DAY_MS
"""A device's token lasts this long after its last save: what browsers grant a cookie at most."""
_TOUCH_MS = 3_600_000
Kind = Literal["device", "link"]

# The statements of a save are built once: building them again would cost more than running them.
_FOUND = select(tokens).where(tokens.c.hash == bindparam("wanted"), tokens.c.kind == bindparam("wanted_kind"))
_LOCKED = _FOUND.join(respondents).with_for_update(of=respondents)
_TOUCH = update(tokens).where(tokens.c.hash == bindparam("wanted"))


def add_token(connection: Connection, respondent: str, kind: Kind, now: int, lasts: int) -> Token:
    token = new_token()
    row = {
        "hash": token_hash(token),
        "respondent": respondent,
        "kind": kind,
        "created": now,
        "last_used": now,
        "expires": now + lasts,
    }
    connection.execute(insert(tokens), row)
    return token


def respondent_of(connection: Connection, token: Token, now: int, kind: Kind = "device", lock: bool = True) -> str:
    """The id of the respondent whom a live token belongs to.

    ``lock``: hold the respondent until the transaction ends (PostgreSQL), so that changes of one person queue.
    Raises SheetGone, alike for a forged, expired, revoked or deleted token.
    """
    hashed = hash_of(token)
    wanted = {"wanted": hashed, "wanted_kind": kind}
    found = connection.execute(_LOCKED if lock else _FOUND, wanted).mappings().first()
    row = check_live(found, hashed, now)
    if lock and kind == "device":
        note_use(connection, row, now)
    return str(row["respondent"])


def hash_of(token: Token) -> str:
    """Raises SheetGone where no token of ours has this shape."""
    hashed = token_hash(token)
    if hashed is None:
        raise nothing_behind()
    return hashed


def check_live(row: RowMapping | None, hashed: str, now: int) -> RowMapping:
    """The row itself. Raises SheetGone unless the row is the token's own and has not expired."""
    if row is None or not same_hash(row["hash"], hashed) or row["expires"] <= now:
        raise nothing_behind()
    return row


def note_use(connection: Connection, row: RowMapping, now: int) -> None:
    """Put the token's expiry off; once an hour is enough, as it costs a write."""
    if now - row["last_used"] >= _TOUCH_MS:
        connection.execute(_TOUCH, {"wanted": row["hash"], "last_used": now, "expires": now + DEVICE_MS})


def nothing_behind() -> SheetGone:
    return SheetGone("There is nothing behind this any more: it expired, was deleted, or never was.")
