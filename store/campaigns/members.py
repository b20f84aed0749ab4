"""Who has access to a campaign. Each function runs inside one transaction that holds the campaign."""

from __future__ import annotations

from sqlalchemy import Connection, RowMapping, case, delete, insert, select, update

from store.campaigns.values import Access
from store.database.campaign_tables import members
from store.database.organiser_tables import organisers
from store.errors import BadValue
from store.organisers.names import name_key
from store.organisers.values import Organiser


def members_of(connection: Connection, campaign: str) -> tuple[tuple[Organiser, Access], ...]:
    """Everybody with access, the owner first, then by name."""
    found = (
        select(organisers.c.id, organisers.c.name, members.c.access)
        .join(members, members.c.organiser == organisers.c.id)
        .where(members.c.campaign == campaign)
        .order_by(case((members.c.access == "owner", 0), else_=1), organisers.c.name_key)
    )
    return tuple((Organiser(row["id"], row["name"]), row["access"]) for row in connection.execute(found).mappings())


def admit(connection: Connection, campaign: str, name: str, access: Access, now: int) -> None:
    """Raises BadValue for an access that cannot be given, a name that nobody has, and the owner's."""
    if access not in ("editor", "reader"):
        raise BadValue("A colleague edits or reads.", "access")
    known = _named(connection, campaign, name)
    if known["access"] is None:
        row = {"campaign": campaign, "organiser": known["id"], "access": access, "created": now}
        connection.execute(insert(members), row)
    else:
        theirs = (members.c.campaign == campaign, members.c.organiser == known["id"])
        connection.execute(update(members).where(*theirs).values(access=access))


def dismiss(connection: Connection, campaign: str, name: str) -> None:
    """Raises BadValue for who has no access, and for the owner."""
    known = _named(connection, campaign, name)
    if known["access"] is None:
        raise BadValue("Nobody of this name has access.", "name")
    theirs = (members.c.campaign == campaign, members.c.organiser == known["id"])
    connection.execute(delete(members).where(*theirs))


def _named(connection: Connection, campaign: str, name: str) -> RowMapping:
    """The organiser of this name and their access, None where they have none. Raises BadValue; for the owner too."""
    here = (members.c.organiser == organisers.c.id) & (members.c.campaign == campaign)
    found = (
        select(organisers.c.id, members.c.access)
        .outerjoin(members, here)
        .where(organisers.c.name_key == name_key(name))
    )
    row = connection.execute(found).mappings().first()
    if row is None:
        raise BadValue("Nobody of this name may organise here: they have to sign in once before.", "name")
    if row["access"] == "owner":
        raise BadValue("The owner stays the owner.", "name")
    return row
