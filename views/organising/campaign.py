"""A campaign's pages: overview, candidates, what was shared, settings, the log. The address says which."""

from __future__ import annotations

import streamlit as st

from people.organiser.shapes import Campaign
from views.frame.context import Site, site
from views.frame.markup import element, show, tag
from views.organising.entry import campaign_here, signed_or_door
from views.organising.heading import parts_row, way_up
from views.organising.log import log_part
from views.organising.moments import said_moment
from views.organising.no_gate import no_gate
from views.organising.overview import overview_part
from views.organising.people.page import people_part
from views.organising.reading.shared import shared_part
from views.organising.settings import settings_part

PARTS = {
    "overview": overview_part,
    "people": people_part,
    "shared": shared_part,
    "settings": settings_part,
    "log": log_part,
}
"""What draws each part, in the order of their row."""
FIRST = "overview"


def main() -> None:
    here = site()
    query = st.query_params
    part = query.get("part", FIRST) if query.get("part") in PARTS else FIRST
    campaign_id = query.get("id", "")
    signed = signed_or_door(here, "campaign", campaign_id, id=campaign_id, part=part)
    if signed is None:
        return
    campaign = campaign_here(here, signed)
    if campaign is None:
        return
    _head(here, campaign, part)
    PARTS[part](here, signed, campaign)


def _head(here: Site, campaign: Campaign, at: str) -> None:
    words = here.words
    way_up(here)
    standing = tag("span", words(f"organise.standing.{campaign.standing}"), f"fit-standing fit-{campaign.standing}")
    closes = tag("span", words("organise.closes", closes=said_moment(here, campaign, campaign.closes)))
    show(tag("h1", campaign.title, "fit-focus") + element("p", standing + closes, "fit-facts"))
    names = {part: words(f"organise.part.{part}") for part in PARTS}
    parts_row(here, "campaign", campaign.id, names, at)
    no_gate(here)


main()
