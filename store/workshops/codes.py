"""The codes that open rooms: eight digits, given out again once their workshop has ended."""

from __future__ import annotations

import re
import secrets

from sqlalchemy import Connection, select, text, update

from store.database.workshop_tables import workshops
from store.errors import StoreDown

DIGITS = 8
_SHAPE = re.compile(rf"[0-9]{{{DIGITS}}}")
_LOCK = 0x6669745F636F6465  # any number, as long as it is the same in every process
TRIES = 100


def new_code() -> str:
    return f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"


def free_code(connection: Connection, now: int) -> str:
    """A code that no room has now. Who asks puts it into a row in the same transaction; others wait until then."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    for _ in range(TRIES):
        code = new_code()
        over = (workshops.c.code == code, workshops.c.ends <= now)
        connection.execute(update(workshops).where(*over).values(code=None))
        if connection.execute(select(workshops.c.id).where(workshops.c.code == code)).first() is None:
            return code
    raise StoreDown("There was no free code for a workshop. Try again.")


def asked_code(given: object) -> str:
    """The code to look up: "" where none of ours has this shape, so that the database is asked all the same."""
    return given if isinstance(given, str) and given.isascii() and _SHAPE.fullmatch(given) else ""
