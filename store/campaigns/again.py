"""Who stands in a campaign's list already, exactly as they are sent: a program repeats a call whose answer was lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, or_

from store.campaigns.invitations import LONGEST, found_in
from store.campaigns.rows import Row, invitation_of
from store.campaigns.values import Invitation
from store.database.campaign_tables import invitations


def invited_before(
    connection: Connection, campaign: str, made: Sequence[Mapping[str, Any]], now: int
) -> dict[int, Invitation]:
    """The links of those who have one, by their place in ``made``.

    Names alone say nothing: two people may bear the same. Whose link was withdrawn is not counted as having one.
    """
    sent = {column: [one[column] for one in made if one[column]] for column in ("address", "reference")}
    either = or_(*(invitations.c[column].in_(values) for column, values in sent.items()))
    found = found_in(campaign, now).where(invitations.c.withdrawn.is_(False), either)
    there: dict[tuple[str, ...], Invitation] = {}
    for row in connection.execute(found.order_by(invitations.c.position)).mappings():
        there.setdefault(_words(row), invitation_of(row, "editor"))
    return {place: there[_words(one)] for place, one in enumerate(made) if _words(one) in there}


def _words(row: Row) -> tuple[str, ...]:
    return tuple(row[name] for name in LONGEST)
