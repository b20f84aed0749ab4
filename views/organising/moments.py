"""Moments of a campaign on the organiser's clocks."""

from __future__ import annotations

from people.organiser.filled import moment_in
from people.organiser.shapes import Campaign
from reports.told.day import known_moment_in_words
from views.frame.context import Site


def said_moment(here: Site, campaign: Campaign, ms: int) -> str:
    """``ms``: since 1970 UTC; said in the campaign's own zone."""
    return known_moment_in_words(here.words, moment_in(campaign.zone, ms))
