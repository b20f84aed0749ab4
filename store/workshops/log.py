"""The log of a workshop: which trainer did what when. Entries are added and read, and nobody changes one."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, select

from store.campaigns.paging import page_of
from store.campaigns.values import AuditEntry, Page
from store.database.workshop_tables import workshop_log
from store.organisers.entries import Detail, add_entry
from store.respondents.rows import moment_of

NOTED = ("opened", "exported")
"""What pages and exports note; what an operation does is noted by the operation itself and by nothing else."""


def write_entry(
    connection: Connection,
    workshop: str,
    who: str,
    action: str,
    now: int,
    subject: str = "",
    detail: Detail | None = None,
) -> None:
    """Add an entry; the caller holds the workshop, so that the numbers of its entries are 1, 2, 3 without a gap."""
    add_entry(connection, workshop_log, workshop_log.c.workshop, workshop, who, action, now, subject, detail)


def entries(connection: Connection, workshop: str, number: int) -> Page[AuditEntry]:
    """The newest entry first."""
    found = select(workshop_log).where(workshop_log.c.workshop == workshop)
    return page_of(connection, found, workshop_log.c.number, (workshop_log.c.number.desc(),), number, _entry)


def _entry(row: RowMapping) -> AuditEntry:
    return AuditEntry(moment_of(row["moment"]), row["who"], row["action"], row["subject"], row["detail"])
