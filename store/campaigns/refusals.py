"""Refusals that bring along what a page needs to go on."""

from __future__ import annotations

from typing import Literal

from store.campaigns.candidates.values import Offer
from store.campaigns.values import Campaign
from store.errors import StoreError

Why = Literal["unknown", "planned", "paused", "closed", "full", "withdrawn", "used"]
_SENTENCES: dict[Why, str] = {
    "unknown": "This link opens nothing: it was never made, or what it belonged to was deleted.",
    "planned": "What this link belongs to has not begun yet.",
    "paused": "What this link belongs to is paused.",
    "closed": "What this link belongs to is closed.",
    "full": "As many people as were planned for have shared already.",
    "withdrawn": "This link was withdrawn.",
    "used": "Somebody has shared with this link already, from another device.",
}


class CampaignChanged(StoreError):
    """Somebody else changed the campaign meanwhile. ``current``: as it stands now."""

    def __init__(self, current: Campaign) -> None:
        super().__init__("Somebody else changed this in the meantime. Look at it again before you change it.")
        self.current = current


class LinkOver(StoreError):
    """The link begins nothing now. ``why``: guessed or deleted (unknown), withdrawn, used, or the campaign's state.

    ``offer``: what is behind it, None where that is unknown or withdrawn.
    """

    def __init__(self, why: Why, offer: Offer | None = None) -> None:
        super().__init__(_SENTENCES[why])
        self.why: Why = why
        self.offer = offer
