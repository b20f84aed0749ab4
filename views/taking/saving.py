"""What the page says when saving waits, comes back, or has come to an end."""

from __future__ import annotations

import streamlit as st

from people.respondent.saving import try_again
from people.respondent.sheet import AnswerSheet
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.labels import plain
from views.taking import bar
from views.taking.session import answer_sheet, look_again

SHOWN = "saving_state_shown"
LOOK_EVERY = "2s"


def notice_change(sheet: AnswerSheet) -> None:
    """From inside a question: redraws the whole page when saving began to wait, or came back."""
    now = sheet.standing
    if now != st.session_state.get(SHOWN, now) or (sheet.stored is not None and sheet.stored.foreign):
        st.session_state[SHOWN] = now
        st.rerun()


def notices(here: Site, sheet: AnswerSheet, slot: st.delta_generator.DeltaGenerator) -> None:
    """Above the questions: what a person must know about saving, and the way on."""
    now = sheet.standing
    st.session_state[SHOWN] = now
    words = here.words
    if sheet.stored is not None and sheet.stored.foreign:
        sheet.stored.foreign = False
        notice(words("saving.note.foreign"))
    ended(here, sheet)
    if now == "waiting":
        notice(words("saving.note.waiting"))
        _watch(slot)


def ended(here: Site, sheet: AnswerSheet) -> None:
    """That nothing more of this sheet is saved, where that is so, and the way on."""
    words, now = here.words, sheet.standing
    if now in ("gone", "changed", "refused"):
        notice(words(f"saving.note.{now}"))
        st.button(
            plain(words("saving.look_again")), key="look_again_at_store", on_click=look_again, args=(sheet.assessment,)
        )


@st.fragment(run_every=LOOK_EVERY)
def _watch(slot: st.delta_generator.DeltaGenerator) -> None:
    """Runs only while something waits: the sign goes back to "saved" by itself."""
    here = site()
    sheet = answer_sheet(here.assessment)
    try_again(sheet)
    bar.draw(slot, here, sheet)
    if sheet.standing != "waiting":
        st.rerun()
