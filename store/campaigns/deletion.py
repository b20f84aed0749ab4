"""Deleting a campaign with everything that belongs to it, and looking afterwards whether anything is left."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Column, Connection, Table, delete, func, select

from store.database.campaign_tables import audit, campaign_keys, campaigns, invitations, members, participations, shares

OF_CAMPAIGN: dict[Table, Column[str]] = {
    shares: shares.c.campaign,
    participations: participations.c.campaign,
    invitations: invitations.c.campaign,
    campaign_keys: campaign_keys.c.campaign,
    audit: audit.c.campaign,
    members: members.c.campaign,
    campaigns: campaigns.c.id,
}
"""Every table with rows of campaigns, in an order in which they can be deleted, and the column that names one."""
UNTOLD = {participations}
"""How many took part is told to nobody, not by a deletion either."""


def delete_campaign(connection: Connection, campaign: str) -> Counter[str]:
    """How much went, by the tables' names, without what is told to nobody. The caller holds the campaign."""
    gone: Counter[str] = Counter()
    for table, whose in OF_CAMPAIGN.items():
        rows = connection.execute(delete(table).where(whose == campaign)).rowcount
        if table not in UNTOLD:
            gone[table.name] += rows
    return gone


def rows_left(connection: Connection, campaign: str) -> int:
    """How many rows of any table still belong to the campaign."""
    counts = (select(func.count()).select_from(table).where(whose == campaign) for table, whose in OF_CAMPAIGN.items())
    return sum(connection.execute(count).scalar_one() for count in counts)
