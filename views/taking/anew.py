"""Starting anew at one tap, and the way back, as this session remembers them."""

from __future__ import annotations

from typing import cast

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent import anew
from people.respondent.anew import Cleared
from people.respondent.outcome import Outcome
from people.respondent.sheet import AnswerSheet
from views.frame.context import site, use_version, version_in_use
from views.taking.session import answer_sheet, look_again, remember

ANEW_FAILED = "start_anew_failed"
CLEARED = "cleared_by_start_anew"


def start_anew(assessment: Assessment, for_good: bool = False) -> None:
    """A new, empty sheet. ``for_good``: without a way back. With the store away nothing changes, and is said."""
    sheet, version = answer_sheet(assessment), version_in_use(assessment.id)
    fresh = anew.start_anew(sheet, assessment)
    if fresh is None:
        st.session_state[ANEW_FAILED] = True
        return
    if sheet.answers and not for_good:
        st.session_state[CLEARED] = Cleared(sheet, version)
    _show(fresh, None)


def can_undo(sheet: AnswerSheet) -> bool:
    """Whether something was cleared and nothing new has been answered since; else what was cleared is forgotten."""
    if sheet.answers:
        st.session_state.pop(CLEARED, None)
    cleared: Cleared | None = st.session_state.get(CLEARED)
    return cleared is not None and cleared.sheet.assessment == sheet.assessment


def undo_anew(language: str) -> None:
    """Brings back what was cleared. With the store down nothing changes, and the page says so."""
    here = site()
    current = answer_sheet(here.assessment)
    if not can_undo(current):
        return  # An answer was given in the meantime; the button goes with this run.
    cleared = cast(Cleared, st.session_state[CLEARED])
    outcome = anew.bring_back(cleared, current, cleared.older or here.newest, language)
    if outcome is Outcome.AWAY:
        st.session_state[ANEW_FAILED] = True
        return
    del st.session_state[CLEARED]
    if outcome is Outcome.CHANGED:
        look_again(cleared.sheet.assessment)
    else:
        _show(cleared.sheet, cleared.older)


def _show(sheet: AnswerSheet, version: Assessment | None) -> None:
    remember(sheet)
    use_version(sheet.assessment, version)
    for key in [key for key in st.session_state if isinstance(key, str) and key.startswith("answer_to_")]:
        del st.session_state[key]
