"""What is deleted by itself: a campaign whose time is over, with everything that belongs to it."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Connection, select

from store.campaigns.deletion import delete_campaign
from store.database.campaign_tables import campaigns


def purge_campaign(connection: Connection, now: int) -> Counter[str] | None:
    """Delete one campaign; how much went, by the tables' names. None: none is over.

    One that somebody is changing right now is left for the next time.
    """
    over = select(campaigns.c.id).where(campaigns.c.over <= now).limit(1).with_for_update(skip_locked=True)
    campaign = connection.execute(over).scalar()
    return None if campaign is None else delete_campaign(connection, campaign)
