"""Whose seat this device has, remembered while the store is away, and the fragments that follow the room."""

from __future__ import annotations

import streamlit as st

from people.participant.beats import changed
from people.participant.seat import mine
from people.participant.shapes import PublicWorkshop, Seat
from people.respondent.outcome import Outcome
from views.frame.cookie import visitor

LAST = "seat_last_seen"
SEAT = "seat_above_other_pages"
EVERY = "2s"


def seat_here() -> tuple[Seat | None, bool]:
    """The seat, and whether the store is away: then the last one that this session saw stands in."""
    token = visitor().token
    if token is None:
        return None, False
    found = mine(token)
    if found is Outcome.AWAY:
        last = st.session_state.get(LAST)
        return (last if isinstance(last, Seat) else None), True
    seat = found if isinstance(found, Seat) else None
    st.session_state[LAST] = seat
    return seat, False


@st.fragment(run_every=EVERY)
def follow(seen: PublicWorkshop) -> None:
    """Draws the whole page anew once the room has moved on from ``seen``."""
    if changed(seen):
        st.rerun()


@st.fragment(run_every=EVERY)
def look_again() -> None:
    """While nobody could look whose seat it is; then the whole page is drawn anew."""
    if not seat_here()[1]:
        st.rerun()
