"""What a learning page says about keeping progress, and the one tap that begins it."""

from __future__ import annotations

import json

import streamlit as st

from people.respondent.rights import how_long
from views.frame.context import Site
from views.frame.head_and_foot import notice
from views.frame.markup import element, show, tag
from views.frame.notices import STORE_AWAY, said
from views.frame.post_form import post_button
from views.learning.progress import learned


def store_is_away(here: Site) -> None:
    """Above the lessons: that what was learned waits to be saved, or cannot be shown."""
    words = here.words
    if said(STORE_AWAY, st.query_params.to_dict()) or learned().standing == "waiting":
        notice(words("saving.learn.waiting"))
    elif learned().standing == "away":
        notice(words("saving.learn.away"))


def keep_learning(here: Site) -> None:
    """For a visitor whose progress is not stored: what that would mean, and the tap."""
    if learned().standing != "off":
        return
    words = here.words
    text = words("saving.learn.text", finished=how_long().finished_days)
    button = post_button(here, "keep", words("saving.learn.keep"), progress=json.dumps(learned().entries))
    show(element("section", tag("h2", words("saving.learn.title")) + tag("p", text) + button, "fit-card fit-section"))
