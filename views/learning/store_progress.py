"""What a learning page says about keeping progress, and the one tap that begins it."""

from __future__ import annotations

import json

import streamlit as st

from people.respondent.learned import state
from store import keep_days
from views.frame.context import Site
from views.frame.head_and_foot import note
from views.frame.markup import element, show, tag
from views.frame.post_form import post_button
from views.learning.progress import as_held


def store_is_away(here: Site) -> None:
    """Above the lessons: that what was learned waits to be saved, or cannot be shown."""
    words = here.words
    if st.query_params.get("kept") == "down" or state() == "waiting":
        note(words("saving.learn.waiting"))
    elif state() == "away":
        note(words("saving.learn.away"))


def keep_learning(here: Site) -> None:
    """For somebody whose progress is not kept: what that would mean, and the tap."""
    if state() != "off":
        return
    words = here.words
    text = words("saving.learn.text", finished=keep_days().finished_days)
    button = post_button(here, "keep", words("saving.learn.keep"), progress=json.dumps(as_held()))
    show(element("section", tag("h2", words("saving.learn.title")) + tag("p", text) + button, "fit-card fit-section"))
