"""Whether an organiser may do something with a campaign: one statement, in the transaction of what they do.

It gives a row for a campaign of theirs with enough access and none for any other, so that what is unknown and what is
forbidden take the same way.
"""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, RowMapping, Select, select

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
    return (
        select(campaigns, members.c.access, OWNER_NAME)
        .join(members, members.c.campaign == campaigns.c.id)
        .where(
            members.c.organiser == organiser.id,
            members.c.access.in_(_ENOUGH[least]),
            campaigns.c.over > now,
        )
    )


def campaign_row(
    connection: Connection, organiser: Organiser, campaign: str, now: int, least: Access = "reader", hold: Hold = "look"
) -> RowMapping:
    """The campaign's row, with ``access`` and ``owner``. ``hold``: lock it until the transaction ends (PostgreSQL).

    Raises NotAllowed where the id is unknown, somebody else's, over, or asks for more access than there is.
    """
    found = mine(organiser, now, least).where(campaigns.c.id == asked_id(campaign))
    if hold != "look":
        # A change does not hold up candidates, whose rows name the campaign; a deletion has to.
        found = found.with_for_update(of=campaigns, key_share=hold == "change")
    row = connection.execute(found).mappings().first()
    if row is None:
        raise not_allowed()
    return row
