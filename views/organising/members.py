"""Colleagues: who else reads or edits a campaign."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.campaigns import admit, dismiss, members
from people.organiser.shapes import Access, Campaign, Organiser
from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.labels import labelled, plain
from views.frame.markup import element, show, tag
from views.organising.heading import heading
from views.organising.said import say_next, say_refused, say_what_is_due

NAME = "colleague_name"
GIVEN: tuple[Access, ...] = ("reader", "editor")


def members_section(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    heading(words("organise.members.title"), words("organise.members.lead"))
    say_what_is_due("members")
    found = members(signed.token, campaign.id)
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    rows = "".join(
        element("li", tag("span", organiser.name) + tag("span", words(f"organise.members.access.{access}")))
        for organiser, access in found
    )
    show(element("ul", rows, "fit-counted"))
    if campaign.access == "owner":
        _admit(here, signed, campaign)
        _dismiss(here, signed, campaign, [organiser for organiser, access in found if access != "owner"])


def _admit(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    with st.form("admit", clear_on_submit=False, border=False):
        label, access_label = words("organise.members.name"), words("organise.members.access_label")
        with labelled("colleague", label):
            name = st.text_input(label, key=f"{NAME}_{campaign.id}", label_visibility="collapsed")
        titles = {access: plain(words(f"organise.members.access.{access}")) for access in GIVEN}
        with labelled("colleague_access", access_label):
            access = st.radio(
                access_label,
                GIVEN,
                key=f"colleague_access_{here.language}",
                format_func=lambda one: titles[one],
                label_visibility="collapsed",
                horizontal=True,
            )
        tapped = st.form_submit_button(plain(words("organise.members.admit")), key="admit_colleague")
    if not tapped or not access:
        return
    refused = admit(signed.token, campaign.id, name, access)
    if refused is None:
        st.session_state.pop(f"{NAME}_{campaign.id}", None)
        say_next(words("organise.members.admitted", name=name), "members")
        st.rerun()
    if refused.outcome is Outcome.REFUSED:
        show(tag("p", words("organise.members.unknown"), "fit-mistake"))
    else:
        say_refused(here, refused)


def _dismiss(here: Site, signed: Signed, campaign: Campaign, colleagues: list[Organiser]) -> None:
    words = here.words
    for organiser in colleagues:
        label = words("organise.members.dismiss", name=organiser.name)
        if st.button(plain(label), key=f"dismiss_{organiser.id}", type="tertiary"):
            refused = dismiss(signed.token, campaign.id, organiser.name)
            if refused is None:
                say_next(words("organise.members.dismissed", name=organiser.name), "members")
                st.rerun()
            say_refused(here, refused)
