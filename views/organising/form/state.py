"""What is typed into a campaign's form so far: in the session, and beside it in the process for a page loaded anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from people.organiser.filled import Mistake, Values
from people.organiser.kept import drafts
from people.organiser.signed import Signed

PREFIX = "campaign_form_"
NEW = "new"


@dataclass
class FormState:
    """``form``: a campaign's id, or NEW; ``owner``: the organiser's id. ``base``: the values as the typing began;
    ``revision``: of the campaign then.

    ``theirs``: what somebody else put into fields that were changed here too, ``taken``: fields that only they
    changed; ``round`` grows when the fields are to be drawn anew with other values; ``keys``: the widget of each field.
    """

    form: str
    owner: str
    base: Values
    values: Values
    revision: int = 0
    wrong: dict[str, Mistake] = field(default_factory=dict)
    theirs: dict[str, Any] = field(default_factory=dict)
    taken: tuple[str, ...] = ()
    round: int = 0
    keys: dict[str, str] = field(default_factory=dict)
    brought_back: bool = False

    def collect(self) -> None:
        """Takes over what the fields hold at this moment, for a tap that is handled before they are drawn."""
        for name, key in self.keys.items():
            if key in st.session_state:
                self.values[name] = st.session_state[key]

    @property
    def touched(self) -> bool:
        return self.values != self.base


def form_state(signed: Signed, form: str, begin: Callable[[], tuple[Values, int]]) -> FormState:
    """The session's, else what this organiser typed before the page was loaded anew, else ``begin``'s."""
    held, owner = st.session_state.get(PREFIX + form), signed.organiser.id
    if isinstance(held, FormState) and held.owner == owner:
        return held
    kept = drafts.find(owner, form)
    if isinstance(kept, FormState):
        state = FormState(form, owner, kept.base, dict(kept.values), kept.revision, brought_back=True)
    else:
        values, revision = begin()
        state = FormState(form, owner, values, dict(values), revision)
    st.session_state[PREFIX + form] = state
    return state


def keep(state: FormState) -> None:
    """At the end of each run in which the form stood on the page."""
    if state.touched:
        kept = FormState(state.form, state.owner, state.base, dict(state.values), state.revision)
        drafts.keep(state.owner, state.form, kept)
    else:
        drafts.drop(state.owner, state.form)


def keep_for_later(form: str) -> bool:
    """What is typed, where the session ended meanwhile; whether there was anything."""
    held = st.session_state.get(PREFIX + form)
    if not isinstance(held, FormState):
        return False
    held.collect()
    keep(held)
    return held.touched


def forget(state: FormState) -> None:
    """The form begins anew: it was saved, or thrown away."""
    forget_form(state.owner, state.form)


def forget_form(owner: str, form: str) -> None:
    """There is nothing any more that it could change."""
    st.session_state.pop(PREFIX + form, None)
    drafts.drop(owner, form)
