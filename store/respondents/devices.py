"""Which devices open a respondent's sheets: tokens, links for another device, and letting go of one."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from sqlalchemy import Connection, RowMapping, bindparam, delete, insert, select, update

from store.database.tables import respondents, tokens
from store.errors import BadValue, SheetGone
from store.respondents.checks import DAY_MS
from store.respondents.secret import new_token, same_hash, token_hash
from store.respondents.values import Left, Token

DEVICE_MS = 400 * DAY_MS
"""A device's token lasts this long after its last save: what browsers grant a cookie at most."""
LONGEST_LINK = timedelta(days=7)
MOST_LINKS = 10
BACK_MS = 60_000
"""How long "not my answers" can be taken back where it would leave nobody who can open them."""
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
        raise _gone()
    return hashed


def check_live(row: RowMapping | None, hashed: str, now: int) -> RowMapping:
    """The row itself. Raises SheetGone unless the row is the token's own and has not expired."""
    if row is None or not same_hash(row["hash"], hashed) or row["expires"] <= now:
        raise _gone()
    return row


def note_use(connection: Connection, row: RowMapping, now: int) -> None:
    """Put the token's expiry off; once an hour is enough, as it costs a write."""
    if now - row["last_used"] >= _TOUCH_MS:
        connection.execute(_TOUCH, {"wanted": row["hash"], "last_used": now, "expires": now + DEVICE_MS})


def make_link(connection: Connection, token: Token, valid: timedelta, now: int) -> Token:
    """A link's token for the same sheets. Only the newest MOST_LINKS live, so that a page may ask again and again."""
    if not timedelta(0) < valid <= LONGEST_LINK:
        raise BadValue(f"A link for another device lasts at most {LONGEST_LINK.days} days.")
    respondent = respondent_of(connection, token, now)
    of_links = (tokens.c.respondent == respondent, tokens.c.kind == "link")
    newest_first = select(tokens.c.hash).where(*of_links).order_by(tokens.c.created.desc(), tokens.c.hash)
    stale = connection.execute(newest_first).scalars().all()[MOST_LINKS - 1 :]
    connection.execute(delete(tokens).where(tokens.c.hash.in_(stale)))
    return add_token(connection, respondent, "link", now, int(valid.total_seconds() * 1000))


def exchange_link(connection: Connection, link: Token, now: int) -> Token:
    """A device's own token for a live link. The link stays until it expires: two devices may open it."""
    return add_token(connection, respondent_of(connection, link, now, "link"), "device", now, DEVICE_MS)


def leave_device(connection: Connection, token: Token, now: int) -> Left:
    """Revoke this device's token. Where no other token opens what is stored, one for the way back is left."""
    respondent = respondent_of(connection, token, now)
    connection.execute(delete(tokens).where(tokens.c.hash == token_hash(token)))
    lasting = (tokens.c.respondent == respondent, tokens.c.expires > now + BACK_MS)
    others = select(tokens.c.hash).where(*lasting).limit(1)
    if connection.execute(others).first() is not None:
        return Left(back=None)
    return Left(back=add_token(connection, respondent, "link", now, BACK_MS))


def _gone() -> SheetGone:
    return SheetGone("There is nothing behind this any more: it expired, was deleted, or never was.")
