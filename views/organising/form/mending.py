"""What stands around a campaign's form: what came back, what is wrong, and the tap that saves."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.filled import Asking, Mistake, draft_of
from people.organiser.shapes import Draft
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import esc, show, tag
from views.organising.form.state import FormState, forget
from views.organising.said import say_refused


def brought_back(here: Site, state: FormState) -> None:
    """A word that what is shown was typed before, and a tap that throws it away."""
    if not state.brought_back:
        return
    words = here.words
    with st.container(key="brought_back"):
        show(tag("p", words("organise.form.brought_back")))
        st.button(plain(words("organise.form.throw_away")), key="throw_away", on_click=forget, args=(state,))


def draft_from(state: FormState, asking: Asking) -> Draft:
    """Where there are mistakes, they stand in the state, and the run begins anew to show them."""
    made = draft_of(state.values, asking)
    if isinstance(made, Draft):
        state.wrong = {}
        return made
    state.wrong = made
    st.rerun()


def not_saved(here: Site, state: FormState, refused: Refused) -> None:
    """What the store would not keep, beside its field where it named one."""
    if refused.outcome is Outcome.REFUSED and refused.field:
        state.wrong = {refused.field: Mistake("refused")}
        st.rerun()
    say_refused(here, refused)


def count_mistakes(here: Site, state: FormState) -> None:
    """How many there are, beside the button: where somebody looks who has just tapped it."""
    if state.wrong:
        said = esc(here.words("organise.form.mistakes", n=len(state.wrong)))
        show(f'<p class="fit-mistake" role="alert">{said}</p>')
