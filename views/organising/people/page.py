"""Whom a campaign is for, and how the link gets to them."""

from __future__ import annotations

from people.organiser.shapes import Campaign
from people.organiser.signed import Signed
from views.frame.context import Site
from views.frame.markup import show, tag
from views.organising.people.invite import invite_section
from views.organising.people.letters import letters_section, open_letter_section
from views.organising.people.open_link import open_link_section
from views.organising.people.table import table_section
from views.result.file_button import tell_failed


def people_part(here: Site, signed: Signed, campaign: Campaign) -> None:
    reads_only = campaign.access == "reader"
    if campaign.links == "open":
        if campaign.secret is None:
            show(tag("p", here.words("organise.people.reader"), "fit-note"))
            return
        open_link_section(here, campaign, campaign.secret)
        open_letter_section(here, campaign, campaign.secret)
    else:
        if not reads_only:
            invite_section(here, signed, campaign)
            letters_section(here, signed, campaign)
        table_section(here, signed, campaign)
    tell_failed()
