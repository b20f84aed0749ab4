"""On the privacy page: the invitations that a visitor takes part in, what is shared with whom, and its withdrawal."""

from __future__ import annotations

import streamlit as st

from people.candidate.asked import texts_in
from people.candidate.sharing import Participation, participations, withdraw
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.head_and_foot import link, notice
from views.frame.labels import plain
from views.frame.markup import show, tag

SAID = "said_of_withdrawing"


def taking_part(here: Site) -> None:
    """Nothing for whoever takes part in none."""
    words = here.words
    outcome = st.session_state.pop(SAID, None)
    if outcome is not None:
        notice(words(outcome))
    found = participations(visitor().token)
    if not found:
        return
    with st.container(key="part_taking_part"):
        show(tag("h2", words("sharing.about.title")))
        for part in found:
            _one(here, part)
        link("share", words("sharing.about.go"), here)


def _one(here: Site, part: Participation) -> None:
    words = here.words
    what = words(f"sharing.level.{part.share.level if part.share else 'nothing'}.name")
    sender = texts_in(part.campaign, here.language).sender
    with st.container(key=f"takes_part_{part.id}", horizontal=True, vertical_alignment="center"):
        show(tag("p", words("sharing.about.row", sender=sender, title=part.campaign.title, what=what)))
        if part.share is not None:
            label = words("sharing.receipt.withdraw")
            st.button(plain(label), key=f"take_back_{part.id}", on_click=_take_back, args=(part.id,))


def _take_back(participation: str) -> None:
    outcome = withdraw(visitor().token, participation)
    st.session_state[SAID] = {
        Outcome.DONE: "sharing.receipt.withdrawn",
        Outcome.AWAY: "sharing.failed.away",
    }.get(outcome, "sharing.failed.over")
