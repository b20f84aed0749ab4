"""The room takes the questionnaire again: a second attempt on the phone, the first one stays."""

from __future__ import annotations

import streamlit as st

from people.participant.shapes import Seat
from people.respondent.finishing import take_again
from people.respondent.outcome import Outcome
from people.respondent.sheet import AnswerSheet
from views.frame.context import Site, use_version
from views.frame.head_and_foot import go, notice
from views.frame.labels import plain
from views.frame.markup import show, whole_tag
from views.taking.session import answer_sheet, look_again, remember, take

FAILED = "room_again_failed"


def begin_again(here: Site, seat: Seat) -> None:
    words, name = here.words, seat.workshop.assessment
    if name is None or name not in here.assessments:
        notice(words("room.no_files"))
        return
    if st.session_state.pop(FAILED, False):
        notice(words("saving.note.anew_failed"))
    sheet = answer_sheet(here.assessments[name])
    begun = sheet.stored is not None and not sheet.stored.finished
    label = words("room.go_on" if begun else "room.begin_again")
    if st.button(plain(label), key="room_go", type="primary", width="stretch"):
        if not begun:
            _again(here, name, seat.workshop.form, sheet)
        go("assessment", here, assessment=name)
    show(whole_tag("p", words("room.hint.again"), "fit-muted"))


def _again(here: Site, name: str, form: str | None, sheet: AnswerSheet) -> None:
    fresh = take_again(sheet, here.assessments[name], here.language)
    if fresh is Outcome.AWAY:
        st.session_state[FAILED] = True
        st.rerun()
    elif isinstance(fresh, AnswerSheet):
        use_version(name, None)
        remember(fresh)
        if form in here.assessments[name].forms:
            take(here.assessments[name], fresh, str(form))
    else:
        look_again(name)  # Deleted or begun anew on another screen.
        st.rerun()
