"""Answers that would be lost when the browser leaves the site, and the question that it asks first."""

from __future__ import annotations

import hashlib

import streamlit as st

from people.respondent.sheet import AnswerSheet, screens
from views.frame.context import Site
from views.frame.markup import Markup, esc, show
from views.frame.scripts import SIGN, STAY
from views.taking.session import KEY


def fingerprint(sheet: AnswerSheet) -> str:
    """16 hexadecimal digits for exactly these answers: a file that holds them holds no later ones."""
    held = repr((sheet.assessment, sorted(sheet.answers.items())))
    return hashlib.sha256(held.encode("utf-8")).hexdigest()[:16]


def lost_on_leaving(sheet: AnswerSheet) -> Markup:
    """The attribute by which the browser knows that leaving would lose this sheet's answers."""
    return f' data-lost-on-leaving="{esc(fingerprint(sheet))}"'


def only_in_session(sheet: AnswerSheet) -> bool:
    return sheet.stored is None and bool(sheet.answers)


def taken_along(sheet: AnswerSheet) -> None:
    """Beside the downloads of this sheet's result: whoever has taken it along loses nothing by leaving."""
    with st.container(key="taken"):
        show(f'<span data-taken-along="{esc(fingerprint(sheet))}"></span>')


def ask_before_leaving(here: Site, at: str) -> None:
    """At the end of every page. Where questions stand, the sign in their bar speaks for their sheet."""
    held = [sheet for key, sheet in st.session_state.items() if str(key).startswith(KEY)]
    alone = [sheet for sheet in held if isinstance(sheet, AnswerSheet) and only_in_session(sheet)]
    if at == "assessment":
        alone = [sheet for sheet in alone if sheet.assessment != here.assessment.id or not _has_bar(here, sheet)]
    if alone or at == "assessment":
        marks = "".join(f"<span{lost_on_leaving(sheet)}></span>" for sheet in alone)
        with st.container(key="stay"):
            st.html(f"{marks}<script>{SIGN}</script><script>{STAY}</script>", unsafe_allow_javascript=True)


def _has_bar(here: Site, sheet: AnswerSheet) -> bool:
    return sheet.screen < len(screens(here.assessment, sheet.path))
