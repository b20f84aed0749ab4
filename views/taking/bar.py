"""The bar above the questions: how far, and how many minutes are left."""

from __future__ import annotations

import streamlit as st
from streamlit.errors import StreamlitInvalidLayoutContextError

from people.respondent.sheet import AnswerSheet, progress
from views.frame.context import Site
from views.frame.markup import Markup, esc
from views.taking import saving_sign

NEWER_RUN = "newer_run"


def draw(slot: st.delta_generator.DeltaGenerator, here: Site, sheet: AnswerSheet) -> None:
    """Fills ``slot``, an ``st.empty``; it may be called from inside a question's fragment."""
    done, total, minutes = progress(here.assessment, sheet)
    words = here.words
    counted = words("assessment.bar.done", done=done, total=total)
    if done == total:
        left = words("assessment.bar.all")
    elif minutes <= 1:
        left = words("assessment.bar.last")
    else:
        left = words("assessment.bar.left", minutes=minutes)
    sign = saving_sign.sign(here, sheet)
    share = 100 * done / max(total, 1)
    fill(
        slot,
        f'<div class="fit-bar" role="progressbar" aria-valuemin="0" aria-valuemax="{total}" aria-valuenow="{done}" '
        f'aria-label="{esc(counted)}"><i style="width:{share:.1f}%"></i></div>'
        f'<div class="fit-bar-text"><span aria-hidden="true">{esc(counted)}</span>{sign}<span>{esc(left)}</span></div>',
    )


def fill(slot: st.delta_generator.DeltaGenerator, body: Markup) -> None:
    """A run that a newer one has replaced ends here without a word: the newer one has cleared the places that
    fragments share. Reading the session is where Streamlit looks for a newer run.
    """
    try:
        slot.html(body)
    except StreamlitInvalidLayoutContextError:
        st.session_state.get(NEWER_RUN)
        raise
