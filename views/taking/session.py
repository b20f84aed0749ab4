"""This session's sheet: found again in the store by the visitor's token, and written there with every change."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent import saving as keeping
from people.respondent import sheet as respondent
from people.respondent.saving import Kept, keep_answer, keep_place, merged_answers, old_version, stored_sheet
from people.respondent.sheet import AnswerSheet, leave_screen, position, stand_at
from store import Sheet, StoreDown
from views.frame.context import use_version

KEY = "answer_sheet_of_"
DOWN = "store_is_down"


def answer_sheet(assessment: Assessment) -> AnswerSheet:
    """This visitor's sheet: the session's, else the stored one, else a new one. Never raises for the store's sake."""
    sheet = st.session_state.get(KEY + assessment.id)
    if isinstance(sheet, AnswerSheet):
        return sheet
    st.session_state.pop(DOWN, None)
    sheet = AnswerSheet(assessment.id)
    try:
        holder = stored_sheet(assessment.id)
        if holder is not None:
            sheet = restored(assessment, holder)
    except StoreDown:
        # Not remembered: the next run looks again, so that an old sheet is never hidden for a whole visit.
        st.session_state[DOWN] = True
        return sheet
    hold(sheet)
    return sheet


def hold(sheet: AnswerSheet) -> None:
    """This session's sheet of its assessment from here on."""
    st.session_state[KEY + sheet.assessment] = sheet


def restored(assessment: Assessment, holder: Kept) -> AnswerSheet:
    """The sheet as the store has it, in the version that it was begun with. Raises StoreDown."""
    begun_with = version_of(assessment, holder.sheet)
    use_version(assessment.id, None if begun_with is assessment else begun_with)
    sheet = as_answered(begun_with or assessment, holder.sheet)
    sheet.kept = holder
    return sheet


def version_of(assessment: Assessment, held: Sheet) -> Assessment | None:
    """The version that a stored sheet was begun with; None where its files were never kept. Raises StoreDown."""
    return assessment if held.files_hash == assessment.files_hash else old_version(held.files_hash)


def as_answered(assessment: Assessment, held: Sheet) -> AnswerSheet:
    """A stored sheet's answers, times and place, without the way back to the store."""
    sheet = AnswerSheet(assessment.id, answers=held.codes)
    sheet.seconds = {name: ms / 1000 for name, ms in held.timings.items()}
    stand_at(assessment, sheet, held.position, held.form)
    return sheet


def store_is_down() -> bool:
    """True where this visitor's stored sheet could not be looked up."""
    return bool(st.session_state.get(DOWN))


def record(assessment: Assessment, question: str, code: int | str | None, language: str) -> None:
    """Takes an answer, or takes it back (None), and writes it."""
    sheet = answer_sheet(assessment)
    if code is None:
        sheet.answers.pop(question, None)
    else:
        sheet.answers[question] = code
    if sheet.kept is not None:
        keep_answer(sheet.kept, question, code, language)
        take_over(sheet)


def go_to(assessment: Assessment, sheet: AnswerSheet, screen: int) -> None:
    leave_screen(assessment, sheet, screen)
    keep_position(assessment, sheet)


def take(assessment: Assessment, sheet: AnswerSheet, form: str) -> None:
    respondent.take(assessment, sheet, form)
    keep_position(assessment, sheet)


def keep_position(assessment: Assessment, sheet: AnswerSheet) -> None:
    if sheet.kept is not None and sheet.form is not None:
        timings = {name: round(1000 * seconds) for name, seconds in sheet.seconds.items()}
        keep_place(sheet.kept, position(assessment, sheet), sheet.form, timings)
        take_over(sheet)


def keep_language(sheet: AnswerSheet, language: str) -> None:
    """A resumed sheet opens in the language that the person chose last."""
    if sheet.kept is not None and sheet.kept.sheet.language != language:
        keeping.keep_language(sheet.kept, language)
        take_over(sheet)


def try_again(sheet: AnswerSheet) -> None:
    """Where the store refused while it came back (a finished sheet was changed), nobody else tries again."""
    if sheet.kept is not None and sheet.kept.held.refused is not None:
        keeping.keep_again(sheet.kept)
        take_over(sheet)


def look_again(assessment: str) -> None:
    """Forgets this session's picture of the sheet, so that the next run reads the store."""
    st.session_state.pop(KEY + assessment, None)
    use_version(assessment, None)


def take_over(sheet: AnswerSheet) -> None:
    """Shows what another device answered later."""
    if sheet.kept is None:
        return
    merged = merged_answers(sheet.kept)
    if merged is not None and merged != sheet.answers:
        sheet.answers = merged
        sheet.kept.foreign = True
