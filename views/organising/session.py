"""Who is signed in, for every page of the organisers: by the cookie, asked of the store in this run."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed, signed_with
from people.respondent.outcome import Outcome
from views.frame.context import Site, site
from views.frame.cookie import ORGANISER
from views.frame.head_and_foot import notice
from views.frame.markup import Markup
from views.frame.post_form import post_button

LAST = "organiser_last_seen"


def organiser_here() -> Signed | None:
    """Who is signed in; None: nobody, the page shows the door.

    While the store is away whoever was signed in before goes on, so that nothing typed is lost: every operation of the
    store checks the session itself. Who comes anew reads a sentence, and the run ends.
    """
    secret = _secret()
    found = signed_with(secret)
    if isinstance(found, Signed):
        st.session_state[LAST] = found
        return found
    last = st.session_state.get(LAST)
    if found is Outcome.AWAY:
        if isinstance(last, Signed) and last.token.secret == secret:
            return last
        notice(site().words("door.away"))
        st.stop()
    st.session_state.pop(LAST, None)
    return None


def sign_out_button(here: Site) -> Markup:
    """Ends the session in every tab and on every device; only a real request can clear the cookie."""
    return post_button(here, "sign-out", here.words("door.out"), "quiet")


def _secret() -> str | None:
    return st.context.cookies.get(ORGANISER)
