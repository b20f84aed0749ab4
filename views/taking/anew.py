"""Starting anew at one tap, and the way back: what was cleared can be brought back until the first new answer."""

from __future__ import annotations

from typing import cast

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent.saving import keep_answers, kept
from people.respondent.sheet import AnswerSheet
from store import SheetGone, StoreDown, StoreError, Taken
from store.process import process_store
from views.frame.context import site, use_version, version_in_use
from views.result.finishing import FINISHED
from views.taking.session import answer_sheet, hold, keep_position, look_again

ANEW_FAILED = "start_anew_failed"
CLEARED = "cleared_by_start_anew"
Cleared = tuple[AnswerSheet, Assessment | None]
"""The sheet as it was, and the older version of the files that it was begun with, if any."""


def start_anew(assessment: Assessment, for_good: bool = False) -> None:
    """A new, empty sheet for the same person; the open one is deleted, a finished one stays.

    ``for_good``: without a way back. With the store down nothing changes, and the next page says so.
    """
    sheet, version = answer_sheet(assessment), version_in_use(assessment.id)
    fresh = AnswerSheet(assessment.id)
    if sheet.kept is not None:
        form, language = sheet.form or next(iter(assessment.forms)), sheet.kept.sheet.language
        taken = Taken(assessment.id, assessment.version, assessment.files_hash, form, language)
        try:
            fresh.kept = kept(sheet.kept.token, process_store().start_anew(sheet.kept.token, taken))
        except SheetGone:
            fresh.kept = None
        except StoreDown:
            st.session_state[ANEW_FAILED] = True
            return
    if sheet.answers and not for_good:
        st.session_state[CLEARED] = (sheet, version)
    _show(fresh, None)


def can_undo(sheet: AnswerSheet) -> bool:
    """Whether something was cleared and nothing new has been answered since; else what was cleared is forgotten."""
    if sheet.answers:
        st.session_state.pop(CLEARED, None)
    cleared: Cleared | None = st.session_state.get(CLEARED)
    return cleared is not None and cleared[0].assessment == sheet.assessment


def undo_anew(language: str) -> None:
    """Brings back what was cleared: a finished sheet as it is, an open one written anew.

    With the store down nothing changes, and the next page says so.
    """
    current = answer_sheet(site().assessment)
    if not can_undo(current):
        return  # An answer was given in the meantime; the button goes with this run.
    sheet, version = cast(Cleared, st.session_state[CLEARED])
    if sheet.kept is not None and current.kept is not None:
        try:
            if sheet.kept.sheet.state == FINISHED:
                process_store().discard(current.kept.token, current.kept.sheet.id)
            else:
                held = sheet.kept.sheet
                taken = Taken(held.assessment, held.version, held.files_hash, sheet.form or held.form, language)
                token, empty = current.kept.token, current.kept.sheet.id
                sheet.kept = kept(token, process_store().start_anew(token, taken, empty))
        except StoreDown:
            st.session_state[ANEW_FAILED] = True
            return
        except StoreError:
            # Another screen answered, began or deleted in the meantime; what it did stands, and is shown.
            del st.session_state[CLEARED]
            look_again(sheet.assessment)
            return
    del st.session_state[CLEARED]
    sheet.opened = None
    _show(sheet, version)
    if sheet.kept is not None and sheet.kept.sheet.state != FINISHED:
        keep_answers(sheet.kept, sheet.answers, language)
        keep_position(site().assessment, sheet)


def _show(sheet: AnswerSheet, version: Assessment | None) -> None:
    hold(sheet)
    use_version(sheet.assessment, version)
    for key in [key for key in st.session_state if isinstance(key, str) and key.startswith("answer_to_")]:
        del st.session_state[key]
