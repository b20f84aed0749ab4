"""What is behind a link's secret, and whether something can be begun with it now. Inside one transaction."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, func, select

from store.campaigns.candidates.values import Offer
from store.campaigns.links import link_hash
from store.campaigns.refusals import LinkOver
from store.campaigns.rows import public_of, standing_of
from store.database.campaign_tables import campaigns, invitations, participations, shares


@dataclass(frozen=True, slots=True)
class Behind:
    """``row``: the campaign's. ``invitation``: its id, None for the open link."""

    row: RowMapping
    invitation: str | None
    withdrawn: bool

    def offer(self, now: int, *, begun: bool) -> Offer:
        return Offer(public_of(self.row, now), personal=self.invitation is not None, begun=begun)

    def opens(self, participation: RowMapping | None) -> bool:
        """Whether the link leads to this participation in its campaign."""
        return participation is not None and participation["invitation"] == self.invitation


def link_behind(connection: Connection, secret: str, now: int, *, hold: bool) -> Behind:
    """``hold``: the campaign stays until the transaction ends (PostgreSQL). Raises LinkOver where there is nothing."""
    wanted = link_hash(secret)
    personal = (
        select(campaigns, invitations.c.id.label("invitation"), invitations.c.withdrawn)
        .join(invitations, invitations.c.campaign == campaigns.c.id)
        .where(invitations.c.secret_hash == wanted, campaigns.c.over > now)
    )
    public = select(campaigns).where(campaigns.c.secret_hash == wanted, campaigns.c.over > now)
    if hold:
        personal, public = (one.with_for_update(of=campaigns, read=True, key_share=True) for one in (personal, public))
    invited = connection.execute(personal).mappings().first()
    row = invited or connection.execute(public).mappings().first()
    if row is None:
        raise LinkOver("unknown")
    return Behind(row, None, False) if invited is None else Behind(row, invited["invitation"], invited["withdrawn"])


def check_begins(connection: Connection, behind: Behind, now: int) -> None:
    """Raises LinkOver unless somebody who does not take part yet can begin with the link now.

    It rests on nothing but what the organiser knows anyway. The organiser holds the links and could try them: a refusal
    because somebody began, or because many did, would tell who.
    """
    if behind.withdrawn:
        raise LinkOver("withdrawn")
    offer = behind.offer(now, begun=False)
    standing = standing_of(behind.row, now)
    if standing != "running":
        raise LinkOver(standing, offer)
    shared = select(func.count()).select_from(shares).where(shares.c.until > now)
    if behind.invitation is not None:
        if connection.execute(shared.where(shares.c.invitation == behind.invitation)).scalar_one():
            raise LinkOver("used", offer)
    elif connection.execute(shared.where(shares.c.campaign == behind.row["id"])).scalar_one() >= behind.row["most"]:
        raise LinkOver("full", offer)


def participation_of(connection: Connection, behind: Behind, respondent: str | None) -> RowMapping | None:
    """The respondent's participation in the link's campaign, None where there is none."""
    mine = (participations.c.campaign == behind.row["id"], participations.c.respondent == respondent)
    return connection.execute(select(participations).where(*mine)).mappings().first()
