"""Personal links: made from a list, looked through, withdrawn."""

from __future__ import annotations

from collections.abc import Sequence

from people.organiser.asking import Refused, asked
from people.organiser.lists.checks import check_invited
from people.organiser.lists.values import ReadList
from store import Campaign, Invitation, InvitationState, Invited, Page, Store, Token


def checked(who: Token, campaign: Campaign, read: ReadList) -> ReadList | Refused:
    """The list beside those who are invited already. A link that was withdrawn still knows its person."""

    def work(store: Store) -> ReadList:
        there = store.invitations.all(who, campaign.id)
        known = [Invited(one.name, one.address, one.reference) for one in there]
        taken = sum(not one.withdrawn for one in there)
        return check_invited(read, known, campaign.most - taken)

    return asked(work)


def invite(who: Token, campaign: str, people: Sequence[Invited]) -> int | Refused:
    """How many were invited: all of them, or nobody."""
    return asked(lambda store: len(store.invitations.add(who, campaign, people)))


def page(
    who: Token, campaign: str, number: int, search: str, state: InvitationState | None
) -> Page[Invitation] | Refused:
    return asked(lambda store: store.invitations.page(who, campaign, number, search, state))


def everybody(who: Token, campaign: str) -> tuple[Invitation, ...] | Refused:
    return asked(lambda store: store.invitations.all(who, campaign))


def withdraw(who: Token, invitation: str) -> Refused | None:
    return asked(lambda store: store.invitations.withdraw(who, invitation))


def restore(who: Token, invitation: str) -> Refused | None:
    """REFUSED: there would be more than the campaign's greatest number."""
    return asked(lambda store: store.invitations.restore(who, invitation))
