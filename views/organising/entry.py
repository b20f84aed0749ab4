"""Into an organiser's page: who is signed in, or the door, with a word about what is being typed."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.campaigns import read
from people.organiser.shapes import Campaign
from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.head_and_foot import link, notice
from views.frame.markup import show, tag
from views.organising.door import door
from views.organising.form.state import keep_for_later
from views.organising.no_gate import no_gate
from views.organising.said import say_what_is_due
from views.organising.session import organiser_here


def signed_or_door(here: Site, page: str, form: str = "", **way: str) -> Signed | None:
    """None: the door is drawn, and the page ends. ``form``: what may be half typed on this page; it waits."""
    signed = organiser_here()
    if signed is None:
        if form and keep_for_later(form):
            notice(here.words("organise.signed_out"))
        door(here, page, **way)
        return None
    say_what_is_due()
    return signed


def campaign_here(here: Site, signed: Signed) -> Campaign | None:
    """The campaign that the address names; None: it was said that there is none, or that the store is away."""
    found = read(signed.token, st.query_params.get("id", ""))
    if not isinstance(found, Refused):
        return found
    show(tag("h1", here.words("organise.list.title")))
    no_gate(here)
    notice(here.words("organise.away_now" if found.outcome is Outcome.AWAY else "organise.over"))
    link("organise", here.words("organise.back"), here)
    return None
