"""Who has access to a campaign. Each function runs inside one transaction that holds the campaign."""

from __future__ import annotations

from sqlalchemy import Connection

from store.campaigns.values import Access
from store.database.campaign_tables import members
from store.errors import BadValue
from store.organisers.colleagues import Colleagues

_MEMBERS = Colleagues(members, "campaign")
members_of, dismiss = _MEMBERS.all, _MEMBERS.dismiss


def admit(connection: Connection, campaign: str, name: str, access: Access, now: int) -> None:
    """Raises BadValue for an access that cannot be given, a name that nobody has, and the owner's."""
    if access not in ("editor", "reader"):
        raise BadValue("A colleague edits or reads.", "access")
    _MEMBERS.admit(connection, campaign, name, access, now)
