"""Keys for other systems: made, shown once, withdrawn."""

from __future__ import annotations

import streamlit as st

from people.organiser.api import keys_of, make_key, withdraw_key
from people.organiser.asking import Refused
from people.organiser.shapes import Campaign
from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.labels import labelled, plain
from views.frame.markup import element, show, tag
from views.organising.heading import heading
from views.organising.moments import said_moment
from views.organising.said import say_next, say_refused, say_what_is_due

MADE = "key_shown_once_"
LONGEST = 80


def keys_section(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    heading(words("keys.title"), words("keys.lead"))
    say_what_is_due("keys")
    found = keys_of(signed.token, campaign.id)
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    _shown_once(here, campaign)
    if not found:
        show(tag("p", words("keys.none"), "fit-muted"))
    for key in found:
        if key.last_used is None:
            used = words("keys.unused", prefix=key.prefix)
        else:
            moment = said_moment(here, campaign, int(key.last_used.timestamp() * 1000))
            used = words("keys.used", prefix=key.prefix, moment=moment)
        with st.container(key=f"key_{key.id}", gap=None):
            show(element("p", tag("strong", key.label) + " " + tag("span", used, "fit-muted")))
            label = words("keys.withdraw", label=key.label)
            tapped = st.button(plain(label), key=f"withdraw_{key.id}", type="tertiary")
        if tapped:
            refused = withdraw_key(signed.token, key.id)
            if refused is None:
                say_next(words("keys.withdrawn", label=key.label), "keys")
                st.rerun()
            say_refused(here, refused)
    _make(here, signed, campaign, len(found))


def _make(here: Site, signed: Signed, campaign: Campaign, number: int) -> None:
    """``number``: of the keys that are there. The field for the next one's name is another one, and empty."""
    words = here.words
    label = words("keys.label")
    with st.form("make_key", border=False):
        with labelled("key_label", label):
            name = st.text_input(label, key=f"key_label_{number}", max_chars=LONGEST, label_visibility="collapsed")
        tapped = st.form_submit_button(plain(words("keys.make")), key="make_key_go")
    if not tapped:
        return
    made = make_key(signed.token, campaign.id, name)
    if not isinstance(made, Refused):
        st.session_state[MADE + campaign.id] = (made[0].label, made[1])
        st.rerun()
    if made.outcome is Outcome.REFUSED:
        show(tag("p", words("keys.refused"), "fit-mistake"))
    else:
        say_refused(here, made)


def _shown_once(here: Site, campaign: Campaign) -> None:
    """The secret of a key that was made just now, until its maker says that they have it."""
    held = st.session_state.get(MADE + campaign.id)
    if held is None:
        return
    words, (label, secret) = here.words, held
    with st.container(key="made_key", border=True):
        show(tag("h3", words("keys.made.title", label=label)) + tag("p", words("keys.made.once")))
        st.code(secret, language=None, wrap_lines=True)
        if st.button(plain(words("keys.made.done")), key="made_key_done"):
            st.session_state.pop(MADE + campaign.id)
            st.rerun()
