"""The interview guides of those who shared something, in one PDF: the common questions, then each one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from catalog.content.words import Words
from catalog.time_zone import zone_named
from reports.guide.paper import Candidate, guides_pdf
from reports.organising.shared_tables import newest_first
from reports.organising.within import within

if TYPE_CHECKING:
    from store import Campaign, Share


def shared_guides(shares: Sequence[Share], campaign: Campaign, words: Words, at: datetime) -> bytes:
    """Each on pages of its own, the latest share first. ``at``: now. Raises ValueError for nobody, FontsMissing."""
    zone = zone_named(campaign.zone)
    people = [
        Candidate(share.name, within(share.level, share.content), share.shared.astimezone(zone).date())
        for share in newest_first(shares)
    ]
    return guides_pdf(people, campaign.core, campaign.title, words, at.astimezone(zone).date())
