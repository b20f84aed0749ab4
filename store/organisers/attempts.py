"""Attempts at the door are slowed down: by address, by name and over all, counted together by all processes.

The first FREE attempts of an address or a name cost nothing, then each one has to wait twice as long as the one before.
Beyond MANY a minute over all, one attempt a second is let through, whoever makes it. An attempt that comes too early is
refused before it is counted: hammering prolongs nobody's wait, and no password is looked at.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert, select, text, update

from store.database.organiser_tables import door_attempts

FREE = 5
FIRST_WAIT_MS = 1_000
LONGEST_WAIT_MS = 15 * 60_000
FORGET_MS = 3_600_000
MANY = 100
MINUTE_MS = 60_000
SLOW_MS = 1_000
_LOCK = 0x6669745F646F6F72  # any number, as long as it is the same in every process
Row = tuple[int, int]
"""The moment that is counted from, and how many."""


def attempt(connection: Connection, address: str, name: str, now: int) -> int:
    """How long to wait, in ms. 0: the attempt is counted and may go on."""
    one_at_a_time(connection)
    tried = (key_of("address", address), key_of("name", name))
    minute, slot = key_of("minute", ""), key_of("slot", "")
    rows = rows_of(connection, (*tried, minute, slot))
    started, together = rows.get(minute, (now, 0))
    if not 0 <= now - started < MINUTE_MS:
        started, together = now, 0
    waits = [_wait(rows.get(key), now) for key in tried]
    if together >= MANY:
        waits.append(left_of(rows[slot][0], SLOW_MS, now) if slot in rows else 0)
    if (longest := max(waits)) > 0:
        return longest
    counted = {key: (now, _count(rows.get(key), now) + 1) for key in tried}
    write_rows(connection, rows, counted | {minute: (started, together + 1), slot: (now, 1)})
    return 0


def succeeded(connection: Connection, address: str, name: str) -> None:
    """Forgets the failures of the address and the name."""
    one_at_a_time(connection)
    forget(connection, address, name)


def forget(connection: Connection, address: str | None, name: str | None) -> None:
    given = (("address", address), ("name", name))
    keys = [key_of(kind, value) for kind, value in given if value is not None]
    connection.execute(delete(door_attempts).where(door_attempts.c.key.in_(keys)))


def wait_after(count: int) -> int:
    """How long the attempt after ``count`` others has to wait, in ms."""
    if count < FREE:
        return 0
    # The doubling is cut before it is made: the count has no end.
    return int(min(FIRST_WAIT_MS * 2 ** min(count - FREE, 20), LONGEST_WAIT_MS))


def _wait(row: Row | None, now: int) -> int:
    return 0 if row is None else left_of(row[0], wait_after(_count(row, now)), now)


def left_of(since: int, whole: int, now: int) -> int:
    """What is left of a wait; never more than the whole of it, where clocks differ."""
    return max(0, min(whole, since + whole - now))


def _count(row: Row | None, now: int) -> int:
    return 0 if row is None or now - row[0] >= FORGET_MS else row[1]


def key_of(kind: str, value: str) -> str:
    return hashlib.sha256(f"{kind}:{value}".encode("utf-8", errors="replace")).hexdigest()


def one_at_a_time(connection: Connection) -> None:
    """Two attempts at once must not both find room for one. On a file a writer is alone anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})


def rows_of(connection: Connection, keys: tuple[str, ...]) -> dict[str, Row]:
    found = connection.execute(select(door_attempts).where(door_attempts.c.key.in_(keys))).mappings()
    return {row["key"]: (row["since"], row["count"]) for row in found}


def write_rows(connection: Connection, before: Mapping[str, Row], after: Mapping[str, Row]) -> None:
    for key, (since, count) in after.items():
        if key in before:
            change = update(door_attempts).where(door_attempts.c.key == key)
            connection.execute(change.values(since=since, count=count))
        else:
            connection.execute(insert(door_attempts), {"key": key, "since": since, "count": count})
