"""Whether an organiser may do something with a workshop: one statement, in the transaction of what they do.

It gives a row for a workshop of theirs and none for any other: what is unknown and what is foreign take the same way.
"""

from __future__ import annotations

from typing import Literal

from sqlalchemy import Connection, RowMapping, Select, select

from store.campaigns.checks import asked_id
from store.database.organiser_tables import organisers
from store.database.workshop_tables import trainers, workshops
from store.errors import not_allowed
from store.organisers.values import Organiser

Hold = Literal["look", "change", "delete"]
_owning = trainers.alias("owning")
_OWNER_NAME = (
    select(organisers.c.name)
    .join(_owning, _owning.c.organiser == organisers.c.id)
    .where(_owning.c.workshop == workshops.c.id, _owning.c.access == "owner")
    .scalar_subquery()
    .label("owner")
)


def mine(organiser: Organiser, now: int) -> Select[tuple[object, ...]]:
    """The organiser's workshops, with ``access`` and ``owner``; none that is over."""
    return (
        select(workshops, trainers.c.access, _OWNER_NAME)
        .join(trainers, trainers.c.workshop == workshops.c.id)
        .where(trainers.c.organiser == organiser.id, workshops.c.over > now)
    )


def workshop_row(
    connection: Connection,
    organiser: Organiser,
    workshop: str,
    now: int,
    hold: Hold = "look",
    *,
    owner: bool = False,
) -> RowMapping:
    """The workshop's row, with ``access`` and ``owner``. ``hold``: lock it until the transaction ends (PostgreSQL).

    Raises NotAllowed where the id is unknown, somebody else's, over, or where only the ``owner`` may.
    """
    found = mine(organiser, now).where(workshops.c.id == asked_id(workshop))
    if owner:
        found = found.where(trainers.c.access == "owner")
    if hold != "look":
        # A change does not hold up participants, whose rows name the workshop; a deletion has to.
        found = found.with_for_update(of=workshops, key_share=hold == "change")
    row = connection.execute(found).mappings().first()
    if row is None:
        raise not_allowed()
    return row
