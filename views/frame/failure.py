"""What a person reads when a page fails: a kind sentence in their language, never a traceback."""

from __future__ import annotations

import logging

import streamlit as st

from catalog.reading.problem import DataProblems
from views.frame.context import site
from views.frame.labels import plain

log = logging.getLogger("site")
# Stands when the words themselves cannot be read.
WITHOUT_FILES = "うまく表示できませんでした。/ This page could not be shown."


def on_script_error(error: Exception) -> bool:
    """Logs the error with its traceback and shows the sentence. True: Streamlit shows nothing of its own."""
    log.error("a page failed", exc_info=error)
    try:
        words = site().words
        text = f"**{plain(words('site.error.title'))}**\n\n{plain(words('site.error.text'))}"
    except (DataProblems, KeyError):
        text = WITHOUT_FILES
    st.error(text)
    return True
