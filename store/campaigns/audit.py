"""The log of a campaign: who did what when. Entries are added and read, and nobody changes one."""

from __future__ import annotations

import re

from sqlalchemy import Connection, RowMapping, select

from store.campaigns.access import campaign_row
from store.campaigns.checks import check_json, check_shape
from store.campaigns.paging import page_of
from store.campaigns.values import AuditEntry, Page
from store.database.campaign_tables import audit
from store.database.database import Database
from store.errors import BadValue
from store.organisers.access import act, look
from store.organisers.entries import Detail, add_entry
from store.organisers.values import Organiser
from store.respondents.rows import moment_of
from store.respondents.values import Token

NOTED = ("opened", "listed", "exported", "impact")
"""What pages and exports note; what an operation does is noted by the operation itself and by nothing else."""
_SUBJECT = re.compile(r"[A-Za-z0-9_.:-]{0,64}")
_MOST_DETAIL = 2000


class Audit:
    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, who: Token, campaign: str, action: str, subject: str = "", detail: Detail | None = None) -> None:
        """Note that the organiser opened, listed or exported something. ``subject``: a share's id or a count.

        Raises NotAllowed, BadValue.
        """
        if action not in NOTED:
            raise BadValue("Only what is opened, listed or exported is noted this way.", "action")
        check_shape(subject, _SUBJECT, "subject")
        checked = None if detail is None else check_json(detail, _MOST_DETAIL, "detail")

        def work(connection: Connection, organiser: Organiser) -> None:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now, hold="change")
            write_entry(connection, row["id"], organiser.name, action, now, subject, checked)

        act(self._database, who, work)

    def page(self, who: Token, campaign: str, number: int = 1) -> Page[AuditEntry]:
        """The log, the newest entry first. Raises NotAllowed."""

        def work(connection: Connection, organiser: Organiser) -> Page[AuditEntry]:
            row = campaign_row(connection, organiser, campaign, self._database.now())
            found = select(audit).where(audit.c.campaign == row["id"])
            return page_of(connection, found, audit.c.number, (audit.c.number.desc(),), number, _entry)

        return look(self._database, who, work)


def write_entry(
    connection: Connection,
    campaign: str,
    who: str,
    action: str,
    now: int,
    subject: str = "",
    detail: Detail | None = None,
) -> None:
    """Add an entry; the caller holds the campaign, so that the numbers of its entries are 1, 2, 3 without a gap."""
    add_entry(connection, audit, audit.c.campaign, campaign, who, action, now, subject, detail)


def _entry(row: RowMapping) -> AuditEntry:
    return AuditEntry(moment_of(row["moment"]), row["who"], row["action"], row["subject"], row["detail"])
