"""What stands behind an invitation's link: who asks and for what, or why nothing can be begun."""

from __future__ import annotations

from dataclasses import dataclass, field

from people.candidate.link import secret_in
from store import CampaignTexts, LinkOver, Offer, PublicCampaign, StoreDown, Token, Why
from store.process import process_store

NOTHING_THERE: frozenset[Why] = frozenset({"unknown", "withdrawn"})
"""Told alike: who guesses learns nothing of what there is, and who was taken off a list is not told so by a page."""


@dataclass(frozen=True, slots=True)
class Asked:
    """``secret``: as it was read, None where the link is mangled. ``why``: None where the offer can be taken up.

    ``away``: the store does not answer.
    """

    secret: str | None = field(default=None, repr=False)
    offer: Offer | None = None
    why: Why | None = None
    away: bool = False


def look(own: Token | None, text: str) -> Asked:
    """Reads what stood behind a link's #, and changes nothing. ``own``: what this device presented."""
    secret = secret_in(text)
    if secret is None:
        return Asked()
    try:
        return Asked(secret, process_store().participations.look(secret, own))
    except LinkOver as over:
        return refused(secret, over)
    except StoreDown:
        return Asked(secret, away=True)


def refused(secret: str, over: LinkOver) -> Asked:
    """What may be told of a link that begins nothing."""
    if over.why in NOTHING_THERE:
        return Asked(secret, why="unknown")
    return Asked(secret, over.offer, over.why)


def texts_in(campaign: PublicCampaign, language: str) -> CampaignTexts:
    """What an organiser wrote, in a language; in the first one they wrote in where they did not in this one."""
    return campaign.texts.get(language) or next(iter(campaign.texts.values()))
