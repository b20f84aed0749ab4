"""Whose seat this device has, remembered for the time that the store is away, and the fragment that follows the room."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.participant.beats import beat
from people.participant.seat import Seat, mine
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
    if isinstance(found, Refused):
        last = st.session_state.get(LAST)
        return (last if isinstance(last, Seat) else None), True
    st.session_state[LAST] = found
    return found, False


@st.fragment(run_every=EVERY)
def follow(workshop: str, seen: int, away: bool = False) -> None:
    """Draws the whole page anew once the room has moved on from ``seen``, or once the store is back."""
    now = beat(workshop)
    if now is not None and (away or now != seen):
        st.rerun()


@st.fragment(run_every=EVERY)
def look_again() -> None:
    """While nobody could look whose seat it is."""
    found, away = seat_here()
    if found is not None or not away:
        st.rerun()
