"""What is set for a campaign, and what can be done with it as a whole."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.campaigns import change, counts
from people.organiser.filled import values_of
from people.organiser.shapes import Campaign, Draft
from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.labels import plain
from views.frame.markup import show, tag
from views.organising.deleting import copy_section, delete_section
from views.organising.form.campaign_form import draw_form, fixed_fields
from views.organising.form.conflict import meet, say_what_met
from views.organising.form.fields import Fields
from views.organising.form.mending import brought_back, count_mistakes, draft_from, not_saved
from views.organising.form.state import FormState, forget, form_state, keep
from views.organising.keys import keys_section
from views.organising.members import members_section
from views.organising.said import say_next, say_what_is_due
from views.organising.standing import standing_section


def settings_part(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    reads_only = campaign.access == "reader"
    if reads_only:
        show(tag("p", words("organise.settings.reader"), "fit-note"))
    else:
        standing_section(here, signed, campaign)
    _form(here, signed, campaign, reads_only)
    members_section(here, signed, campaign)
    if not reads_only:
        keys_section(here, signed, campaign)
        copy_section(here, signed, campaign)
    if campaign.access == "owner":
        delete_section(here, signed, campaign)


def _form(here: Site, signed: Signed, campaign: Campaign, locked: bool) -> None:
    words = here.words

    def begin() -> tuple[dict[str, object], int]:
        return values_of(campaign, here.content.language_ids), campaign.revision

    state = form_state(signed, campaign.id, begin)
    came_in = meet(here, state, campaign)
    say_what_met(here, state)
    brought_back(here, state)
    invited = _invited(signed, campaign)
    with st.container(key="settings_form"):
        asking = draw_form(here, state, campaign, Fields(here, state, fixed_fields(campaign, invited), locked))
    if locked:
        return
    keep(state)
    count_mistakes(here, state)
    say_what_is_due("save")
    with st.container(key="save_campaign"):
        tapped = st.button(plain(words("organise.form.save")), key="save", type="primary")
    if tapped and came_in:
        show(tag("p", words("organise.conflict.look"), "fit-mistake"))
    elif tapped:
        _save(here, signed, state, campaign, draft_from(state, asking))


def _save(here: Site, signed: Signed, state: FormState, campaign: Campaign, draft: Draft) -> None:
    changed = change(signed.token, campaign.id, draft, state.revision)
    if isinstance(changed, Refused):
        if changed.outcome is Outcome.CHANGED and changed.current is not None:
            meet(here, state, changed.current)
            say_next(here.words("organise.conflict.look"), "save")
            st.rerun()
        not_saved(here, state, changed)
        return
    forget(state)
    say_next(here.words("organise.settings.saved"), "save")
    st.rerun()


def _invited(signed: Signed, campaign: Campaign) -> int:
    found = counts(signed.token, campaign.id)
    return 0 if isinstance(found, Refused) else found.invited or 0
