"""An organiser's campaigns: made, read, changed, stopped, copied, shared with colleagues, deleted."""

from __future__ import annotations

from dataclasses import dataclass

from people.organiser.asking import Refused, asked
from store import Access, Campaign, CampaignDeletion, Counts, Draft, Organiser, Page, Store, Token


@dataclass(frozen=True, slots=True)
class Listed:
    """A campaign in the list, with how many share something in it."""

    campaign: Campaign
    shared: int


def mine(who: Token, number: int = 1) -> Page[Listed] | Refused:
    """The newest first."""

    def work(store: Store) -> Page[Listed]:
        found = store.campaigns.mine(who, number)
        rows = tuple(Listed(one, store.campaigns.counts(who, one.id).shared) for one in found.rows)
        return Page(rows, found.total, found.number, found.of)

    return asked(work)


def make(who: Token, draft: Draft) -> Campaign | Refused:
    return asked(lambda store: store.campaigns.make(who, draft))


def read(who: Token, campaign: str) -> Campaign | Refused:
    return asked(lambda store: store.campaigns.read(who, campaign))


def counts(who: Token, campaign: str) -> Counts | Refused:
    return asked(lambda store: store.campaigns.counts(who, campaign))


def change(who: Token, campaign: str, draft: Draft, revision: int) -> Campaign | Refused:
    """``revision``: of the campaign that the organiser saw when they began to change it."""
    return asked(lambda store: store.campaigns.change(who, campaign, draft, revision))


def pause(who: Token, seen: Campaign) -> Campaign | Refused:
    return asked(lambda store: store.campaigns.pause(who, seen.id, seen.revision))


def resume(who: Token, seen: Campaign) -> Campaign | Refused:
    return asked(lambda store: store.campaigns.resume(who, seen.id, seen.revision))


def close(who: Token, seen: Campaign) -> Campaign | Refused:
    return asked(lambda store: store.campaigns.close(who, seen.id, seen.revision))


def reopen(who: Token, seen: Campaign) -> Campaign | Refused:
    """REFUSED with the field ``closes``: its time is over and has to be changed first."""
    return asked(lambda store: store.campaigns.reopen(who, seen.id, seen.revision))


def copy(who: Token, campaign: str, title: str) -> Campaign | Refused:
    return asked(lambda store: store.campaigns.copy(who, campaign, title))


def delete(who: Token, campaign: str) -> CampaignDeletion | Refused:
    return asked(lambda store: store.campaigns.delete(who, campaign))


def members(who: Token, campaign: str) -> tuple[tuple[Organiser, Access], ...] | Refused:
    return asked(lambda store: store.campaigns.members(who, campaign))


def admit(who: Token, campaign: str, name: str, access: Access) -> Refused | None:
    """REFUSED with the field ``name``: nobody of this name, or the owner."""
    return asked(lambda store: store.campaigns.admit(who, campaign, name, access))


def dismiss(who: Token, campaign: str, name: str) -> Refused | None:
    return asked(lambda store: store.campaigns.dismiss(who, campaign, name))
