"""Personal links: made from a list, searched, withdrawn. Of each is told only whether somebody shared with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, func, insert, select, update

from store.campaigns.access import campaign_row
from store.campaigns.audit import write_entry
from store.campaigns.changes import count_invitations
from store.campaigns.checks import asked_id, check_words, folded
from store.campaigns.drafts import MOST_PEOPLE
from store.campaigns.links import link_columns
from store.campaigns.paging import page_of, searched
from store.campaigns.rows import invitation_of
from store.campaigns.values import Invitation, InvitationState, Invited, Page
from store.database.campaign_tables import invitations, shares
from store.database.database import Database
from store.errors import BadValue
from store.organisers.access import act, look
from store.organisers.values import Organiser
from store.respondents.secret import new_id
from store.respondents.values import Token

LONGEST = {"name": 120, "address": 254, "reference": 120}


class Invitations:
    """``who``: the organiser's session. Every operation raises NotAllowed, alike for an unknown and a foreign id."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, who: Token, campaign: str, people: Sequence[Invited]) -> tuple[Invitation, ...]:
        """A link for each of the people, or none at all (editor).

        Raises BadValue where the campaign's links are not personal, where there would be more than ``most``, and for a
        person that cannot be kept, with the field and the person's number from 1 (``address.17``).
        """

        # Made before the transaction: thousands of them would hold up every save meanwhile.
        made = new_invitations(people)

        def work(connection: Connection, organiser: Organiser) -> tuple[Invitation, ...]:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now, "editor", "change")
            return invite(connection, row, made, organiser.name, "invited", now)

        return act(self._database, who, work)

    def page(
        self, who: Token, campaign: str, number: int = 1, search: str = "", state: InvitationState | None = None
    ) -> Page[Invitation]:
        """In the order in which they were made. ``search``: words of name, address, reference, in whatever case."""

        def work(connection: Connection, organiser: Organiser) -> Page[Invitation]:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now)
            found = found_in(row["id"], now).where(searched(invitations.c.search, search))
            if state is not None:
                found = found.where(shares.c.id.is_not(None) if state == "shared" else shares.c.id.is_(None))
            order = (invitations.c.position.asc(),)
            return page_of(
                connection, found, invitations.c.id, order, number, lambda found: invitation_of(found, row["access"])
            )

        return look(self._database, who, work)

    def all(self, who: Token, campaign: str) -> tuple[Invitation, ...]:
        """In the order in which they were made."""

        def work(connection: Connection, organiser: Organiser) -> tuple[Invitation, ...]:
            now = self._database.now()
            row = campaign_row(connection, organiser, campaign, now)
            rows = connection.execute(found_in(row["id"], now).order_by(invitations.c.position)).mappings()
            return tuple(invitation_of(found, row["access"]) for found in rows)

        return look(self._database, who, work)

    def withdraw(self, who: Token, invitation: str) -> None:
        """Nobody begins with the link any more (editor). Who began goes on, and what was shared stays shared."""
        self._set(who, invitation, withdrawn=True, action="invitation_withdrawn")

    def restore(self, who: Token, invitation: str) -> None:
        """The link begins something again (editor). Raises BadValue where there would be more than ``most``."""
        self._set(who, invitation, withdrawn=False, action="invitation_restored")

    def _set(self, who: Token, invitation: str, *, withdrawn: bool, action: str) -> None:
        def work(connection: Connection, organiser: Organiser) -> None:
            now = self._database.now()
            named = select(invitations.c.campaign).where(invitations.c.id == asked_id(invitation))
            campaign = connection.execute(named).scalar() or ""
            row = campaign_row(connection, organiser, campaign, now, "editor", "change")
            one = invitations.c.id == invitation
            if connection.execute(select(invitations.c.withdrawn).where(one)).scalar_one() == withdrawn:
                return
            if not withdrawn and count_invitations(connection, row["id"]) >= row["most"]:
                raise _too_many(row)
            connection.execute(update(invitations).where(one).values(withdrawn=withdrawn))
            write_entry(connection, row["id"], organiser.name, action, now, subject=invitation)

        act(self._database, who, work)


def new_invitations(people: Sequence[Invited]) -> list[dict[str, Any]]:
    """A row for each of the people, without its campaign. Raises BadValue."""
    if len(people) > MOST_PEOPLE:
        raise BadValue(f"A campaign invites at most {MOST_PEOPLE} people.", "most")
    return [_row(person, number) for number, person in enumerate(people, 1)]


def invite(
    connection: Connection, row: RowMapping, made: Sequence[dict[str, Any]], who: str, action: str, now: int
) -> tuple[Invitation, ...]:
    """Put the new invitations into the campaign of ``row``, which the caller holds. Raises BadValue."""
    if row["links"] != "personal":
        raise BadValue("This campaign has one open link and no personal ones.", "links")
    if len(made) + count_invitations(connection, row["id"]) > row["most"]:
        raise _too_many(row)
    last = select(func.max(invitations.c.position)).where(invitations.c.campaign == row["id"])
    first = (connection.execute(last).scalar() or 0) + 1
    rows = [
        {**one, "campaign": row["id"], "position": position, "created": now} for position, one in enumerate(made, first)
    ]
    if rows:
        connection.execute(insert(invitations), rows)
        write_entry(connection, row["id"], who, action, now, subject=str(len(rows)))
    return tuple(invitation_of({**one, "shared": None}, "editor") for one in rows)


def _row(person: Invited, number: int) -> dict[str, Any]:
    words = {name: check_words(getattr(person, name), 0, most, f"{name}.{number}") for name, most in LONGEST.items()}
    if not any(words.values()):
        raise BadValue("A person has a name, an address or a reference.", f"name.{number}")
    return {
        "id": new_id(),
        **words,
        "search": folded("\n".join(words.values())),
        **link_columns(),
        "withdrawn": False,
    }


def found_in(campaign: str, now: int) -> Select[Any]:
    """The rows of a campaign's invitations, with the share that was made by each."""
    shared = (shares.c.invitation == invitations.c.id) & (shares.c.until > now)
    columns = ("id", "name", "address", "reference", "secret", "withdrawn", "position")
    found = select(*(invitations.c[name] for name in columns), shares.c.id.label("shared"))
    return found.outerjoin(shares, shared).where(invitations.c.campaign == campaign)


def _too_many(row: RowMapping) -> BadValue:
    return BadValue(f"This campaign invites at most {row['most']} people.", "most")
