"""A copy of a campaign for the next round, and deleting it for good, with the proof."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.campaigns import copy, delete
from people.organiser.shapes import Campaign
from people.organiser.signed import Signed
from views.frame.context import Site
from views.frame.head_and_foot import go
from views.frame.labels import labelled, plain
from views.frame.markup import show, tag
from views.organising.campaign_list import remember_deletion
from views.organising.form.state import forget_form
from views.organising.heading import heading
from views.organising.said import say_next, say_refused

LONGEST_TITLE = 120


def copy_section(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    heading(words("organise.copy.title"), words("organise.copy.lead"))
    label, proposed = words("organise.copy.name"), words("organise.copy.of", title=campaign.title)[:LONGEST_TITLE]
    with labelled("copy_title", label):
        title = st.text_input(
            label, value=proposed, max_chars=LONGEST_TITLE, key="copy_title", label_visibility="collapsed"
        )
    if st.button(plain(words("organise.copy.go")), key="copy"):
        made = copy(signed.token, campaign.id, title)
        if isinstance(made, Refused):
            say_refused(here, made)
            return
        say_next(words("organise.copy.done"))
        go("campaign", here, id=made.id, part="settings")


def delete_section(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    heading(words("organise.delete.title"), words("organise.delete.lead"))
    with st.popover(plain(words("organise.delete.open")), key="delete_campaign"):
        show(tag("p", words("organise.delete.ask", title=campaign.title)))
        if st.button(plain(words("organise.delete.go")), key="delete_for_good", type="primary"):
            gone = delete(signed.token, campaign.id)
            if isinstance(gone, Refused):
                say_refused(here, gone)
                return
            forget_form(signed.organiser.id, campaign.id)
            remember_deletion(campaign, gone)
            go("organise", here)
