"""A frame follows its bar and the files: the page that is asked for, with the sheet that is asked for."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from catalog.questionnaire.assessment import FULL, Assessment
from people.author.made_up import made_up
from people.author.watched import watched
from people.respondent.sheet import AnswerSheet, first_unanswered, screens
from views.authoring.wishes import Wish, asked_of
from views.frame.addresses import TAKE, VIEW
from views.frame.context import LANGUAGE
from views.result.shown import ROLE
from views.taking.session import answer_sheet, remember

EVERY_SECONDS = 0.5
FOLLOWED = "wish_followed"
MADE = "answers_made_up"
PAGES = {"start": "start", "forms": "assessment", "questions": "assessment", "result": "result"}


def view_here() -> str | None:
    """Whose bar this session follows: the address's, which a link inside the site drops, else as before."""
    view = st.query_params.get(VIEW) or st.session_state.get(VIEW)
    if view:
        st.session_state[VIEW] = view
    return view


def keep_view_in_address(view: str | None) -> None:
    """A form that leaves the page and comes back finds its bar again by it."""
    if view and st.query_params.get(VIEW) != view:
        st.query_params[VIEW] = view


def speak_as_asked(wish: Wish | None) -> None:
    """Before the language is settled; what the reader switches to inside the frame holds until the bar says more."""
    held = st.session_state.get(FOLLOWED)
    if wish is not None and (held is None or held.language != wish.language):
        st.session_state[LANGUAGE] = wish.language


def follow(assessment: Assessment, wish: Wish | None) -> str | None:
    """Puts the sheet there that is asked for -> the page to go to; None: the reader stays where they are.

    Answers that were given by hand stay when a file changes; made-up ones are made up anew.
    """
    taken = st.query_params.get(TAKE)
    if taken is not None and taken in assessment.forms:
        st.query_params.pop(TAKE)
        st.session_state[FOLLOWED] = wish
        remember(AnswerSheet(assessment.id, path=(taken,)))
        return None
    if wish is None:
        return None
    held: Wish | None = st.session_state.get(FOLLOWED)
    moved = held is None or replace(held, language=wish.language) != wish
    st.session_state[FOLLOWED] = wish
    sheet = answer_sheet(assessment)
    files, answers = st.session_state.get(MADE, ("", None))
    if moved or (files != assessment.files_hash and sheet.answers == answers):
        fresh = _sheet(assessment, wish)
        fresh.screen = _place(assessment, fresh, wish) if moved else sheet.screen
        st.session_state[MADE] = (assessment.files_hash, dict(fresh.answers))
        remember(fresh)
    if moved:
        st.session_state.pop(ROLE, None)
    return PAGES[wish.screen] if moved else None


def _sheet(assessment: Assessment, wish: Wish) -> AnswerSheet:
    form = wish.form if wish.form in assessment.forms else FULL
    if wish.screen == "forms":
        return AnswerSheet(assessment.id)
    answers = made_up(assessment, form, wish.kind, turn=wish.turn, wanted=dict(wish.wanted))
    if answers is None:
        answers = made_up(assessment, form, "random") or {}
    return AnswerSheet(assessment.id, path=(form,) if answers or wish.screen == "questions" else (), answers=answers)


def _place(assessment: Assessment, sheet: AnswerSheet, wish: Wish) -> int:
    """At the first question where questions are asked for; else where somebody with these answers would stand."""
    if wish.screen == "questions":
        return 0
    still_open = first_unanswered(assessment, sheet)
    return len(screens(assessment, sheet.path)) if still_open is None else still_open


def again_when_changed(number: int, view: str | None = None, wish: Wish | None = None) -> None:
    """The page is drawn anew once the files, or what its bar asks for, are no longer what it was drawn for."""
    st.fragment(_look, run_every=EVERY_SECONDS)(number, view, wish)


def _look(number: int, view: str | None, wish: Wish | None) -> None:
    if watched().now.number != number or asked_of(view) != wish:
        st.rerun()
