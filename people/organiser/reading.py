"""What candidates shared, as an organiser reads it: listed, opened, put side by side. Each look is noted in the log.

What cannot be noted is not shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from people.organiser.asking import Refused, asked
from people.respondent.outcome import Outcome
from store import Campaign, Page, Share, Store, Token

TIME = "time"
MOST_TOGETHER = 4
"""More people than that side by side would be read as a list to choose from."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A share with the campaign that it belongs to."""

    campaign: Campaign
    share: Share


@dataclass(frozen=True, slots=True)
class Chosen:
    """``shares`` in the order in which they were asked for."""

    campaign: Campaign
    shares: tuple[Share, ...]


def shared_page(who: Token, campaign: str, number: int, sort: str, search: str, *, note: bool) -> Page[Share] | Refused:
    """One page of what was shared. ``sort``: as the store knows it, the latest first where it does not.

    ``note``: whether this look at a list of names goes into the log.
    """

    def work(store: Store, order: str) -> Page[Share]:
        found = store.shared.page(who, campaign, number, order, search)
        if note and found.total:
            store.audit.note(who, campaign, "listed", "", {"what": "shared"})
        return found

    page = asked(lambda store: work(store, sort))
    if isinstance(page, Refused) and page.outcome is Outcome.REFUSED:
        return asked(lambda store: work(store, TIME))
    return page


def open_share(who: Token, share: str, *, note: bool) -> Opened | Refused:
    """``note``: whether this look goes into the log; a page that is drawn anew for the same reader is one look."""

    def work(store: Store) -> Opened:
        found = store.shared.one(who, share)
        campaign = store.campaigns.read(who, found.campaign)
        if note:
            store.audit.note(who, campaign.id, "opened", found.id)
        return Opened(campaign, found)

    return asked(work)


def open_together(who: Token, campaign: str, shares: Sequence[str], *, note: bool) -> Chosen | Refused:
    """At most MOST_TOGETHER shares of one campaign. OVER where one of them is not there (any more)."""
    wanted = tuple(dict.fromkeys(shares))[:MOST_TOGETHER]

    def work(store: Store) -> Chosen:
        found = store.shared.some(who, campaign, wanted)
        read = store.campaigns.read(who, campaign)
        if note:
            for share in found:
                store.audit.note(who, campaign, "opened", share.id, {"together": len(found)})
        return Chosen(read, found)

    return asked(work)
