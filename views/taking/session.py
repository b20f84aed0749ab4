"""This session's sheet: remembered from run to run, found again in the store by the visitor's token."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent import sheet as respondent
from people.respondent.finding import find_sheet
from people.respondent.saving import record_place
from people.respondent.sheet import AnswerSheet, leave_screen
from views.frame.context import use_version
from views.frame.cookie import visitor

KEY = "answer_sheet_of_"
DOWN = "store_is_down"


def answer_sheet(assessment: Assessment) -> AnswerSheet:
    """This visitor's sheet: the session's, else the stored one, else a new one. Never raises for the store's sake."""
    sheet = st.session_state.get(KEY + assessment.id)
    if isinstance(sheet, AnswerSheet):
        return sheet
    st.session_state.pop(DOWN, None)
    found = find_sheet(visitor().token, assessment)
    if found.away:
        # Not remembered: the next run looks again, so that an old sheet is never hidden for a whole visit.
        st.session_state[DOWN] = True
        return found.sheet
    if found.sheet.stored is not None:
        use_version(assessment.id, found.older)
    remember(found.sheet)
    return found.sheet


def remember(sheet: AnswerSheet) -> None:
    """This session's sheet of its assessment from here on."""
    st.session_state[KEY + sheet.assessment] = sheet


def store_is_down() -> bool:
    """True where this visitor's stored sheet could not be looked up."""
    return bool(st.session_state.get(DOWN))


def go_to(assessment: Assessment, sheet: AnswerSheet, screen: int) -> None:
    leave_screen(assessment, sheet, screen)
    record_place(assessment, sheet)


def take(assessment: Assessment, sheet: AnswerSheet, form: str) -> None:
    respondent.take(assessment, sheet, form)
    record_place(assessment, sheet)


def look_again(assessment: str) -> None:
    """Forgets this session's picture of the sheet, so that the next run reads the store."""
    st.session_state.pop(KEY + assessment, None)
    use_version(assessment, None)
