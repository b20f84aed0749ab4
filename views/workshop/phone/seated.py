"""Whose seat this device has, remembered while the store is away, and how its page follows the room."""

from __future__ import annotations

from math import ceil
from urllib.parse import urlencode

import streamlit as st

from people.participant.seat import mine
from people.participant.shapes import PublicWorkshop, Seat
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.labels import plain
from views.frame.markup import esc, show
from views.frame.scripts import FOLLOW_ROOM

LAST = "seat_last_seen"
SEAT = "seat_above_other_pages"
MOVED = "room_moved"
"""The button that views/frame/js/follow_room.js presses; no one sees it."""
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


def follow(here: Site, seen: PublicWorkshop) -> None:
    """Has the page, or the fragment that it is called in, drawn anew once the room has moved on from ``seen``.

    The browser asks by plain requests and not by a fragment of its own: what a person taps is never merged with a
    look of the page's, and a look costs the server a hundredth of a run.
    """
    asked = {"room": seen.id, "beat": seen.beat} | ({} if seen.ended else {"ends": ceil(seen.ends.timestamp())})
    with st.container(key="follow"):
        show(f'<span data-room-seen="{esc(urlencode(asked))}"></span>')
        st.button(plain(here.words("room.look_again")), key=MOVED)
        st.html(f"<script>{FOLLOW_ROOM}</script>", unsafe_allow_javascript=True)


@st.fragment(run_every=EVERY)
def look_again() -> None:
    """While nobody could look whose seat it is; then the whole page is drawn anew."""
    if not seat_here()[1]:
        st.rerun()
