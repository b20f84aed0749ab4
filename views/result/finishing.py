"""A finished sheet: its scores go into the store, and it can be taken again."""

from __future__ import annotations

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.respondent.saving import kept
from people.respondent.sheet import AnswerSheet, screens
from scoring.rule.result import Result
from store import SheetChanged, StoreDown, StoreError, Taken, scores_of
from store.process import process_store
from views.frame.context import Site, use_version
from views.frame.head_and_foot import note
from views.frame.markup import esc, show, tag
from views.taking.saving import LOOK_EVERY, ended
from views.taking.saving_sign import sign, state
from views.taking.session import hold, look_again, try_again

FINISHED = "finished"
AGAIN_FAILED = "take_again_failed"


def finish(here: Site, sheet: AnswerSheet, result: Result) -> None:
    """Fills the score columns once the person has come to the end.

    What still waits for the store is said, and tried again by itself while the page is open.
    """
    ended(here, sheet)
    if state(sheet) == "waiting":
        text = esc(here.words("saving.note.result_waiting"))
        show(f'<p class="fit-note" role="status">{text} {sign(here, sheet)}</p>')
        _watch(here, sheet, result)
        return
    try:
        _fill(here, sheet, result)
    except SheetChanged:
        look_again(sheet.assessment)
        st.rerun()
    except StoreDown:
        note(here.words("saving.note.result_waiting"))
        _watch(here, sheet, result)
    except StoreError:
        note(here.words("saving.note.gone"))


def _fill(here: Site, sheet: AnswerSheet, result: Result) -> None:
    """Raises what ``Store.finish`` raises."""
    holder = sheet.kept
    at_end = sheet.screen >= len(screens(here.assessment, sheet.path))
    if holder is None or not at_end or not sheet.answers or state(sheet) != "saved" or holder.sheet.state == FINISHED:
        return
    store, revision = process_store(), holder.sheet.revision
    holder.sheet = store.finish(holder.token, scores_of(result), revision=revision, sheet=holder.sheet.id)


@st.fragment(run_every=LOOK_EVERY)
def _watch(here: Site, sheet: AnswerSheet, result: Result) -> None:
    """Runs only while something waits; then the whole page says what became of it."""
    try_again(sheet)
    if state(sheet) == "waiting":
        return
    try:
        _fill(here, sheet, result)
    except StoreDown:
        return
    except StoreError:
        pass  # The page's own run meets it again, and says it.
    st.rerun()


def take_again(here: Site, sheet: AnswerSheet) -> None:
    """Offers a second attempt; the first one stays."""
    if sheet.kept is None or sheet.kept.sheet.state != FINISHED:
        return
    words = here.words
    with st.container(key="part_again"):
        if st.session_state.pop(AGAIN_FAILED, False):
            note(words("saving.note.anew_failed"))
        st.button(words("saving.again.go"), key="again", on_click=_again, args=(here, sheet))
        show(tag("p", words("saving.again.hint"), "fit-muted"))


def _again(here: Site, sheet: AnswerSheet) -> None:
    if sheet.kept is None:
        return
    newest: Assessment = here.assessments[here.assessment.id]
    form = sheet.form if sheet.form in newest.forms else next(iter(newest.forms))
    taken = Taken(newest.id, newest.version, newest.files_hash, str(form), here.language)
    try:
        begun = process_store().again(sheet.kept.token, taken)
    except StoreDown:
        st.session_state[AGAIN_FAILED] = True
        return
    except StoreError:
        look_again(sheet.assessment)  # Deleted or begun anew on another screen.
        return
    use_version(newest.id, None)
    hold(AnswerSheet(newest.id, kept=kept(sheet.kept.token, begun)))
