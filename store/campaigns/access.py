"""Whether an organiser may do something with a campaign: one statement, in the transaction of what they do.

It gives a row for a campaign of theirs with enough access and none for any other, so that what is unknown and what is
forbidden take the same way.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from sqlalchemy import BindParameter, Connection, RowMapping, Select, bindparam, select

from store.campaigns.checks import asked_id
from store.campaigns.values import Access
from store.database.campaign_tables import campaigns, members
from store.database.organiser_tables import organisers
from store.errors import not_allowed
from store.organisers.values import Organiser

Hold = Literal["look", "change", "delete"]
_ENOUGH: dict[Access, tuple[Access, ...]] = {
    "reader": ("reader", "editor", "owner"),
    "editor": ("editor", "owner"),
    "owner": ("owner",),
}
_owning = members.alias("owning")
OWNER_NAME = (
    select(organisers.c.name)
    .join(_owning, _owning.c.organiser == organisers.c.id)
    .where(_owning.c.campaign == campaigns.c.id, _owning.c.access == "owner")
    .scalar_subquery()
    .label("owner")
)


def mine(organiser: Organiser, now: int, least: Access = "reader") -> Select[tuple[object, ...]]:
    """The campaigns that an organiser has enough access to, with ``access`` and ``owner``; none that is over."""
    return _mine(organiser.id, now, least)


def _mine(organiser: str | BindParameter[str], now: int | BindParameter[int], least: Access) -> Select[Any]:
    return (
        select(campaigns, members.c.access, OWNER_NAME)
        .join(members, members.c.campaign == campaigns.c.id)
        .where(
            members.c.organiser == organiser,
            members.c.access.in_(_ENOUGH[least]),
            campaigns.c.over > now,
        )
    )


@cache
def _one(least: Access, hold: Hold) -> Select[Any]:
    found = _mine(bindparam("organiser"), bindparam("now"), least).where(campaigns.c.id == bindparam("campaign"))
    if hold == "look":
        return found
    # A change does not hold up candidates, whose rows name the campaign; a deletion has to.
    return found.with_for_update(of=campaigns, key_share=hold == "change")


def campaign_row(
    connection: Connection, organiser: Organiser, campaign: str, now: int, least: Access = "reader", hold: Hold = "look"
) -> RowMapping:
    """The campaign's row, with ``access`` and ``owner``. ``hold``: lock it until the transaction ends (PostgreSQL).

    Raises NotAllowed where the id is unknown, somebody else's, over, or asks for more access than there is.
    """
    asked = {"organiser": organiser.id, "now": now, "campaign": asked_id(campaign)}
    row = connection.execute(_one(least, hold), asked).mappings().first()
    if row is None:
        raise not_allowed()
    return row
