"""The end of an assessment on the result page: the sheet is finished, and can be taken again."""

from __future__ import annotations

import streamlit as st

from people.respondent import finishing
from people.respondent.outcome import Outcome
from people.respondent.saving import try_again
from people.respondent.sheet import AnswerSheet
from scoring.rule.result import Result
from views.frame.context import Site, use_version
from views.frame.head_and_foot import notice
from views.frame.labels import plain
from views.frame.markup import esc, show, tag
from views.taking.saving import LOOK_EVERY, ended
from views.taking.saving_sign import sign
from views.taking.session import look_again, remember

AGAIN_FAILED = "take_again_failed"


def finish(here: Site, sheet: AnswerSheet, result: Result) -> None:
    """Finishes the sheet once the person has come to the end.

    What still waits for the store is said, and tried again by itself while the page is open.
    """
    ended(here, sheet)
    if sheet.standing == "waiting":
        text = esc(here.words("saving.note.result_waiting"))
        show(f'<p class="fit-note" role="status">{text} {sign(here, sheet)}</p>')
        _watch(here, sheet, result)
        return
    outcome = finishing.finish(here.assessment, sheet, result)
    if outcome is Outcome.CHANGED:
        look_again(sheet.assessment)
        st.rerun()
    elif outcome is Outcome.AWAY:
        notice(here.words("saving.note.result_waiting"))
        _watch(here, sheet, result)
    elif outcome is Outcome.OVER:
        notice(here.words("saving.note.gone"))


@st.fragment(run_every=LOOK_EVERY)
def _watch(here: Site, sheet: AnswerSheet, result: Result) -> None:
    """Runs only while something waits; then the whole page says what became of it."""
    try_again(sheet)
    if sheet.standing != "waiting" and finishing.finish(here.assessment, sheet, result) is not Outcome.AWAY:
        st.rerun()


def take_again(here: Site, sheet: AnswerSheet) -> None:
    """Offers a second attempt; the first one stays."""
    if sheet.stored is None or not sheet.stored.finished:
        return
    words = here.words
    with st.container(key="part_again"):
        if st.session_state.pop(AGAIN_FAILED, False):
            notice(words("saving.note.anew_failed"))
        st.button(plain(words("saving.again.go")), key="again", on_click=_again, args=(here, sheet))
        show(tag("p", words("saving.again.hint"), "fit-muted"))


def _again(here: Site, sheet: AnswerSheet) -> None:
    fresh = finishing.take_again(sheet, here.newest, here.language)
    if fresh is Outcome.AWAY:
        st.session_state[AGAIN_FAILED] = True
    elif isinstance(fresh, AnswerSheet):
        use_version(fresh.assessment, None)
        remember(fresh)
    else:
        look_again(sheet.assessment)  # Deleted or begun anew on another screen.
