"""Changing a campaign that somebody else may be changing too."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update

from store.campaigns.access import campaign_row
from store.campaigns.audit import write_entry
from store.campaigns.links import link_columns
from store.campaigns.refusals import CampaignChanged
from store.campaigns.rows import campaign_of
from store.campaigns.values import Campaign
from store.database.campaign_tables import campaigns, invitations
from store.database.database import Database
from store.errors import BadValue
from store.organisers.access import act
from store.organisers.values import Organiser
from store.respondents.values import Token

FIXED = ("assessment", "form", "links", "opens")
_UNTOLD = {"secret", "secret_hash", "over"}


def change(
    database: Database,
    who: Token,
    campaign: str,
    revision: int,
    action: str,
    work: Callable[[Connection, RowMapping, int], Mapping[str, Any]],
) -> Campaign:
    """The campaign with the columns that ``work`` gives for its row and the moment; an editor's, noted in the log.

    Where nothing is different, nothing is written. Raises NotAllowed, CampaignChanged, and what ``work`` raises.
    """

    def inside(connection: Connection, organiser: Organiser) -> Campaign:
        now = database.now()
        row = campaign_row(connection, organiser, campaign, now, "editor", "change")
        if row["revision"] != revision:
            raise CampaignChanged(campaign_of(row, now))
        different = {name: value for name, value in work(connection, row, now).items() if row[name] != value}
        if not different:
            return campaign_of(row, now)
        fields = ",".join(sorted(set(different) - _UNTOLD))
        different["revision"] = row["revision"] + 1
        connection.execute(update(campaigns).where(campaigns.c.id == row["id"]).values(different))
        detail = {"fields": fields} if action == "changed" else None
        write_entry(connection, row["id"], organiser.name, action, now, detail=detail)
        return campaign_of({**row, **different}, now)

    return act(database, who, inside)


def changed_columns(connection: Connection, row: RowMapping, columns: Mapping[str, Any], now: int) -> dict[str, Any]:
    """The columns of a filled-in draft, and a new link where the kind of links changes. Raises BadValue."""
    invited = count_invitations(connection, row["id"], withdrawn_too=True)
    opened = row["opens"] <= now and (row["links"] == "open" or invited > 0)
    for name in FIXED:
        if columns[name] != row[name] and (opened or (name == "links" and invited > 0)):
            raise BadValue(f"{name} cannot change any more.", name)
    if columns["most"] < count_invitations(connection, row["id"]):
        raise BadValue("More people than that are invited already.", "most")
    link = {} if columns["links"] == row["links"] else link_columns(columns["links"] == "open")
    return {**columns, **link}


def count_invitations(connection: Connection, campaign: str, *, withdrawn_too: bool = False) -> int:
    found = select(func.count()).select_from(invitations).where(invitations.c.campaign == campaign)
    if not withdrawn_too:
        found = found.where(~invitations.c.withdrawn)
    return int(connection.execute(found).scalar_one())
