"""This visit's progress in learning, remembered from page to page."""

from __future__ import annotations

import streamlit as st

from people.respondent.learned import Learned, Progress, now_ms
from views.frame.cookie import visitor

KEY = "learning_progress"


def learned() -> Learned:
    """The visit's map of progress, with what the store has where that could be brought in."""
    known = st.session_state.get(KEY)
    if not isinstance(known, Learned):
        known = st.session_state[KEY] = Learned(visitor().token)
    known.load()
    return known


def progress() -> Progress:
    return learned().progress(now_ms())
