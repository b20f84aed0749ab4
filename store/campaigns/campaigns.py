"""Campaigns: made, read, changed, closed, copied, deleted. Each operation is one transaction of an organiser's."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, RowMapping, insert

from store.campaigns.access import campaign_row, mine
from store.campaigns.audit import write_entry
from store.campaigns.changes import change, changed_columns
from store.campaigns.checks import check_words
from store.campaigns.counts import counts_of
from store.campaigns.deletion import delete_campaign, rows_left
from store.campaigns.drafts import check_draft
from store.campaigns.links import link_columns
from store.campaigns.members import admit, dismiss, members_of
from store.campaigns.paging import page_of
from store.campaigns.rows import campaign_of
from store.campaigns.values import Access, Campaign, CampaignDeletion, Counts, Draft, Page
from store.database.campaign_tables import campaigns, members
from store.database.database import Database
from store.errors import BadValue
from store.organisers.access import act, look
from store.organisers.values import Organiser
from store.respondents.rows import moment_of
from store.respondents.secret import new_id
from store.respondents.values import Token


class Campaigns:
    """``who``: the organiser's session. Every operation raises NotAllowed, alike for an unknown and a foreign id.

    ``revision``: of the campaign that the organiser saw; CampaignChanged where it was changed since.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def make(self, who: Token, draft: Draft) -> Campaign:
        """A new campaign, the organiser's own. Raises BadValue with the field."""
        return act(self._database, who, lambda connection, organiser: self._make(connection, organiser, draft))

    def read(self, who: Token, campaign: str) -> Campaign:
        def work(connection: Connection, organiser: Organiser) -> Campaign:
            now = self._database.now()
            return campaign_of(campaign_row(connection, organiser, campaign, now), now)

        return look(self._database, who, work)

    def mine(self, who: Token, page: int = 1) -> Page[Campaign]:
        """The campaigns that the organiser owns or was admitted to, the newest first."""

        def work(connection: Connection, organiser: Organiser) -> Page[Campaign]:
            now = self._database.now()
            order = (campaigns.c.created.desc(), campaigns.c.id)
            return page_of(
                connection, mine(organiser, now), campaigns.c.id, order, page, lambda row: campaign_of(row, now)
            )

        return look(self._database, who, work)

    def change(self, who: Token, campaign: str, draft: Draft, revision: int) -> Campaign:
        """The campaign as the draft says (editor). Raises BadValue with the field, CampaignChanged.

        What is asked, how links are and when it opens is fixed from the opening on; with personal links, once somebody
        is invited. That anybody began would be told by a rule that asked for it.
        """

        def work(connection: Connection, row: RowMapping, now: int) -> dict[str, Any]:
            return changed_columns(connection, row, check_draft(draft, now), now)

        return change(self._database, who, campaign, revision, "changed", work)

    def pause(self, who: Token, campaign: str, revision: int) -> Campaign:
        """Nobody begins until it is resumed; who began goes on (editor)."""
        return change(self._database, who, campaign, revision, "paused", lambda *_: {"paused": True})

    def resume(self, who: Token, campaign: str, revision: int) -> Campaign:
        return change(self._database, who, campaign, revision, "resumed", lambda *_: {"paused": False})

    def close(self, who: Token, campaign: str, revision: int) -> Campaign:
        """Nobody begins any more; who began goes on, and may share until everything is deleted (editor)."""
        return change(self._database, who, campaign, revision, "closed", lambda *_: {"closed": True})

    def reopen(self, who: Token, campaign: str, revision: int) -> Campaign:
        """Open again (editor). Raises BadValue where its time is over: then ``closes`` has to be changed first."""

        def work(_: Connection, row: RowMapping, now: int) -> dict[str, Any]:
            if row["closes"] <= now:
                raise BadValue("Its time is over: give it a later day of closing.", "closes")
            return {"closed": False}

        return change(self._database, who, campaign, revision, "reopened", work)

    def copy(self, who: Token, campaign: str, title: str) -> Campaign:
        """A campaign of the organiser's own with the same texts, form and settings (editor).

        It opens now and lasts as long as the first one. Invitations, shares, members and keys are not copied.
        """
        checked = check_words(title, 1, 120, "title")

        def work(connection: Connection, organiser: Organiser) -> Campaign:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now, "editor", "change")
            copied = {name: row[name] for name in _COPIED}
            window = {"opens": now, "closes": now + row["closes"] - row["opens"]}
            window["over"] = window["closes"] + row["over"] - row["closes"]
            write_entry(connection, row["id"], organiser.name, "copied", now)
            return self._insert(connection, organiser, {**copied, **window, "title": checked}, now)

        return act(self._database, who, work)

    def delete(self, who: Token, campaign: str) -> CampaignDeletion:
        """Delete the campaign with everything that belongs to it, at once and for good; then look what is left (owner).

        A candidate's own sheets and results stay theirs.
        """

        def work(connection: Connection, organiser: Organiser) -> tuple[str, CampaignDeletion]:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now, "owner", "delete")
            return row["id"], CampaignDeletion(delete_campaign(connection, row["id"]), 0, None, moment_of(now))

        gone, done = act(self._database, who, work)
        remaining = self._database.read(lambda connection: rows_left(connection, gone))
        return CampaignDeletion(done.gone, remaining, self._database.wipe(), done.at)

    def members(self, who: Token, campaign: str) -> tuple[tuple[Organiser, Access], ...]:
        """Who has access, the owner first, then by name."""

        def work(connection: Connection, organiser: Organiser) -> tuple[tuple[Organiser, Access], ...]:
            row = campaign_row(connection, organiser, campaign, self._database.now())
            return members_of(connection, row["id"])

        return look(self._database, who, work)

    def admit(self, who: Token, campaign: str, name: str, access: Access) -> None:
        """Let another organiser read or edit, or change which of the two (owner).

        Raises BadValue where nobody of this name may organise, and for the owner.
        """

        def work(connection: Connection, organiser: Organiser) -> None:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now, "owner", "change")
            admit(connection, row["id"], name, access, now)
            write_entry(connection, row["id"], organiser.name, "member_admitted", now, detail={"access": access})

        act(self._database, who, work)

    def dismiss(self, who: Token, campaign: str, name: str) -> None:
        """Take an organiser's access away (owner). Raises BadValue for who has none, and for the owner."""

        def work(connection: Connection, organiser: Organiser) -> None:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now, "owner", "change")
            dismiss(connection, row["id"], name)
            write_entry(connection, row["id"], organiser.name, "member_dismissed", now)

        act(self._database, who, work)

    def counts(self, who: Token, campaign: str) -> Counts:
        def work(connection: Connection, organiser: Organiser) -> Counts:
            now = self._database.now()
            return counts_of(connection, campaign_row(connection, organiser, campaign, now), now)

        return look(self._database, who, work)

    def _make(self, connection: Connection, organiser: Organiser, draft: Draft) -> Campaign:
        now = self._database.now()
        columns = check_draft(draft, now)
        if columns["closes"] <= now:
            raise BadValue("A new campaign cannot have closed already.", "closes")
        return self._insert(connection, organiser, columns, now)

    def _insert(self, connection: Connection, organiser: Organiser, columns: dict[str, Any], now: int) -> Campaign:
        row = {
            "id": new_id(),
            **columns,
            "paused": False,
            "closed": False,
            "revision": 0,
            **link_columns(columns["links"] == "open"),
            "created": now,
        }
        connection.execute(insert(campaigns), row)
        owner = {"campaign": row["id"], "organiser": organiser.id, "access": "owner", "created": now}
        connection.execute(insert(members), owner)
        write_entry(connection, row["id"], organiser.name, "made", now)
        return campaign_of({**row, "access": "owner", "owner": organiser.name}, now)


_COPIED = ("texts", "core", "assessment", "form", "language", "zone", "keep_days", "most", "links")
