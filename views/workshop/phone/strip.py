"""A strip above the questions and the result for somebody who sits in a live workshop: it leads back to the room."""

from __future__ import annotations

import streamlit as st

from people.participant.beats import changed
from people.participant.seat import mine
from people.participant.shapes import Seat
from people.respondent.outcome import Outcome
from views.frame.context import Site, site
from views.frame.cookie import visitor
from views.frame.head_and_foot import go
from views.frame.labels import plain
from views.frame.markup import esc, show
from views.workshop.phone.seated import EVERY, SEAT

PAGES = ("assessment", "result")
BELONGS = {"assessment": ("assessment", "again"), "result": ("own_result",)}
"""The stages in which a page is where the room is."""


def strip(here: Site, at: str) -> None:
    """Once a session the store is asked whether there is a seat; who has none costs nothing more."""
    if at not in PAGES:
        return
    if SEAT not in st.session_state:
        token = visitor().token
        found = mine(token) if token is not None else None
        if found is Outcome.AWAY:
            return  # Nobody could look; the next run does.
        st.session_state[SEAT] = found
    seat = st.session_state[SEAT]
    if isinstance(seat, Seat) and not seat.workshop.ended:
        with st.container(key="room_strip"):
            _strip(at)


@st.fragment(run_every=EVERY)
def _strip(at: str) -> None:
    seat = _fresh(st.session_state[SEAT])
    here = site()
    words, room = here.words, seat.workshop
    stage = room.stage
    moved = stage.kind not in BELONGS[at]
    key = "room.strip.over" if room.ended else f"room.strip.{at}_moved" if moved else f"room.strip.{at}"
    name = words(f"workshop.stage.{stage.kind}")
    show(f'<p class="fit-strip" role="status">{esc(words(key, stage=name))}</p>')
    if st.button(plain(words("room.strip.go")), key="to_room", type="primary" if moved else "secondary"):
        go("room", here)


def _fresh(seat: Seat) -> Seat:
    """The seat as it stands now, where the room has moved on since it was read."""
    if not changed(seat.workshop):
        return seat
    token = visitor().token
    found = mine(token) if token is not None else None
    if found is Outcome.AWAY:
        return seat
    st.session_state[SEAT] = found
    if not isinstance(found, Seat):
        st.rerun()  # Nothing is left of it: the strip goes.
    return found
