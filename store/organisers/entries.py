"""Adding to the log of something of an organiser's, a campaign or a workshop, by the table that holds it."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Column, Connection, Table, func, insert, select

Detail = Mapping[str, int | str]


def add_entry(
    connection: Connection,
    table: Table,
    whose: Column[str],
    of: str,
    who: str,
    action: str,
    now: int,
    subject: str,
    detail: Detail | None,
) -> None:
    """The caller holds what the log is of, so that the numbers of its entries are 1, 2, 3 without a gap."""
    last = select(func.max(table.c.number)).where(whose == of)
    entry = {
        whose.name: of,
        "number": (connection.execute(last).scalar() or 0) + 1,
        "moment": now,
        "who": who,
        "action": action,
        "subject": subject,
        "detail": None if detail is None else dict(detail),
    }
    connection.execute(insert(table), entry)
