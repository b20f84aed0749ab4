"""Wrong codes are slowed down: by address and over all, counted together by all processes.

A whole room is behind one address, so only wrong codes count, FREE of them an hour are free, and the wait that doubles
with each further one stays short: who types wrong on purpose must not keep the room out. Beyond MANY a minute over all,
one attempt a second is let through, whoever makes it.
"""

from __future__ import annotations

from sqlalchemy import Connection

from store.organisers.attempts import Row, key_of, left_of, one_at_a_time, rows_of, write_rows

FREE = 30
FIRST_WAIT_MS = 1_000
LONGEST_WAIT_MS = 60_000
HOUR_MS = 3_600_000
MANY = 100
MINUTE_MS = 60_000
SLOW_MS = 1_000


def wait_for(connection: Connection, address: str, now: int) -> tuple[int, bool]:
    """How long to wait, in ms, and whether the attempt needs the second's only slot. Changes nothing."""
    hour, last, minute, slot = _keys(address)
    rows = rows_of(connection, (hour, last, minute, slot))
    wait = left_of(rows[last][0], wait_after(_count(rows.get(hour), HOUR_MS, now)), now) if last in rows else 0
    flooded = _count(rows.get(minute), MINUTE_MS, now) >= MANY
    if flooded and slot in rows:
        wait = max(wait, left_of(rows[slot][0], SLOW_MS, now))
    return wait, flooded


def take_slot(connection: Connection, address: str, now: int) -> int:
    """How long to wait, in ms. 0: the slot is this attempt's."""
    one_at_a_time(connection)
    wait, flooded = wait_for(connection, address, now)
    if wait == 0 and flooded:
        slot = _keys(address)[3]
        write_rows(connection, rows_of(connection, (slot,)), {slot: (now, 1)})
    return wait


def wrong(connection: Connection, address: str, now: int) -> None:
    """Counts a wrong code."""
    one_at_a_time(connection)
    hour, last, minute, _ = _keys(address)
    rows = rows_of(connection, (hour, last, minute))
    counted = {hour: _next(rows.get(hour), HOUR_MS, now), minute: _next(rows.get(minute), MINUTE_MS, now)}
    write_rows(connection, rows, {**counted, last: (now, 1)})


def wait_after(count: int) -> int:
    """How long the attempt after ``count`` wrong ones has to wait, in ms."""
    if count < FREE:
        return 0
    # The doubling is cut before it is made: the count has no end.
    return int(min(FIRST_WAIT_MS * 2 ** min(count - FREE, 20), LONGEST_WAIT_MS))


def _keys(address: str) -> tuple[str, str, str, str]:
    given = (("room-hour", address), ("room-last", address), ("room-minute", ""), ("room-slot", ""))
    hour, last, minute, slot = (key_of(kind, value) for kind, value in given)
    return hour, last, minute, slot


def _count(row: Row | None, span: int, now: int) -> int:
    """How many since the beginning of the span that is counted."""
    return 0 if row is None or not 0 <= now - row[0] < span else row[1]


def _next(row: Row | None, span: int, now: int) -> Row:
    count = _count(row, span, now)
    return (now, 1) if row is None or count == 0 else (row[0], count + 1)
