"""Making a campaign."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.campaigns import make
from views.frame.context import site
from views.frame.head_and_foot import go
from views.frame.labels import plain
from views.frame.markup import show, tag
from views.organising.entry import signed_or_door
from views.organising.form.beginning import beginning
from views.organising.form.campaign_form import draw_form
from views.organising.form.fields import Fields
from views.organising.form.mending import brought_back, count_mistakes, draft_from, not_saved
from views.organising.form.state import NEW, forget, form_state, keep
from views.organising.heading import way_up
from views.organising.no_gate import no_gate
from views.organising.said import say_next


def main() -> None:
    here = site()
    words = here.words
    signed = signed_or_door(here, "new-campaign", NEW)
    if signed is None:
        return
    way_up(here)
    show(tag("h1", words("organise.form.new_title")) + tag("p", words("organise.form.new_lead"), "fit-lead"))
    no_gate(here)
    state = form_state(signed, NEW, lambda: (beginning(here), 0))
    brought_back(here, state)
    asking = draw_form(here, state, None, Fields(here, state))
    keep(state)
    count_mistakes(here, state)
    with st.container(key="save_campaign"):
        tapped = st.button(plain(words("organise.form.make")), key="save", type="primary")
    if not tapped:
        return
    made = make(signed.token, draft_from(state, asking))
    if isinstance(made, Refused):
        not_saved(here, state, made)
        return
    forget(state)
    say_next(words("organise.form.made"))
    go("campaign", here, id=made.id, part="people")


main()
