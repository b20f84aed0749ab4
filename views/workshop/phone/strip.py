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
from views.workshop.phone.seated import SEAT, follow

PAGES = ("assessment", "result")
BELONGS = {"assessment": ("assessment", "again"), "result": ("assessment", "own_result", "again")}
"""The stages in which a page is where the room is."""
LIVE = "seat_was_live_above_other_pages"
"""Only who was here while it went on is told that the workshop has ended."""


def strip(at: str) -> None:
    """Once a session the store is asked whether there is a seat; who has none costs nothing more."""
    if at in PAGES and _seat() is not None:
        _follow_room(at)


@st.fragment
def _follow_room(at: str) -> None:
    """By itself, so that the page below stays as it is when the room moves on: a third of the work for the server, and
    nothing that somebody is doing there is disturbed.
    """
    here, seat = site(), _seat()
    if seat is None:
        return
    if not seat.workshop.ended:
        st.session_state[LIVE] = seat.id
    elif st.session_state.get(LIVE) != seat.id:
        return
    with st.container(key="room_strip"):
        _draw(here, at, seat)
    if not seat.workshop.ended:
        follow(here, seat.workshop)


def _draw(here: Site, at: str, seat: Seat) -> None:
    words, room = here.words, seat.workshop
    moved = room.ended or room.stage.kind not in BELONGS[at]
    key = "room.strip.over" if room.ended else f"room.strip.{at}_moved" if moved else f"room.strip.{at}"
    name = words(f"workshop.stage.{room.stage.kind}")
    show(f'<p class="fit-strip" role="status">{esc(words(key, stage=name))}</p>')
    if st.button(plain(words("room.strip.go")), key="to_room", type="primary" if moved else "secondary"):
        go("room", here)


def _seat() -> Seat | None:
    """As it stands now: read once, and again where the room has moved on since."""
    token, held = visitor().token, st.session_state.get(SEAT)
    if token is None:
        return None
    known = SEAT in st.session_state and not (isinstance(held, Seat) and changed(held.workshop))
    if not known:
        found = mine(token)
        if found is not Outcome.AWAY:
            held = st.session_state[SEAT] = found
    return held if isinstance(held, Seat) else None
