"""What an organiser reads where nothing was done, and after something was."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.head_and_foot import notice

NEXT = "organiser_reads_next_"
HEAD = "head"


def say_refused(here: Site, refused: Refused) -> None:
    keys = {Outcome.AWAY: "organise.away", Outcome.OVER: "organise.over", Outcome.CHANGED: "organise.changed"}
    notice(here.words(keys.get(refused.outcome, "organise.refused")))


def say_next(sentence: str, at: str = HEAD) -> None:
    """Said once, when the page is drawn anew: at its head, or at the place beside which the tap was."""
    st.session_state[NEXT + at] = sentence


def say_what_is_due(at: str = HEAD) -> None:
    sentence = st.session_state.pop(NEXT + at, None)
    if sentence is not None:
        notice(str(sentence))
