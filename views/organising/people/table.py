"""Those who are invited: searched, page by page, each either shared or not shared (yet); one of them looked at."""

from __future__ import annotations

import streamlit as st

from people.organiser.asking import Refused
from people.organiser.invitations import page, restore, withdraw
from people.organiser.shapes import Campaign, Invitation, InvitationState
from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.labels import labelled, own_label, plain
from views.frame.markup import show, table, tag
from views.organising.heading import heading
from views.organising.pager import first_page, page_number, pager
from views.organising.people.addresses import link_to
from views.organising.said import say_next, say_refused, say_what_is_due

STATES: dict[str, InvitationState | None] = {"all": None, "shared": "shared", "not_shared": "not_shared"}


def table_section(here: Site, signed: Signed, campaign: Campaign) -> None:
    words = here.words
    heading(words("organise.people.title"), words("organise.people.two_states"))
    name = f"people_{campaign.id}"
    with st.container(key="people_search", horizontal=True):
        search, state = _search(here, name)
    found = page(signed.token, campaign.id, page_number(name), search, STATES[state])
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    if not found.rows:
        nobody = "nobody_found" if search or state != "all" else "nobody"
        show(tag("p", words(f"organise.people.{nobody}")))
        return
    columns = [words(f"mail.column.{column}") for column in ("name", "state", "address", "reference")]
    rows = [(_name(one), _state(here, one), one.address, one.reference) for one in found.rows]
    show(table(columns, rows, words("organise.people.counted", n=found.total)))
    pager(here, name, found.number, found.of, found.total)
    if campaign.access != "reader":
        _one(here, signed, found.rows)


def _search(here: Site, name: str) -> tuple[str, str]:
    words = here.words
    label, state_label = words("organise.people.search"), words("organise.people.state")
    with st.container(key="search_words"):
        search = st.text_input(
            label,
            key=f"search_{name}",
            label_visibility=own_label(label),
            on_change=first_page,
            args=(name,),
            max_chars=200,
        )
    titles = {state: plain(words(f"organise.people.states.{state}")) for state in STATES}
    with st.container(key="search_state"):
        state = st.selectbox(
            state_label,
            list(STATES),
            key=f"state_{name}_{here.language}",
            format_func=lambda one: titles[one],
            label_visibility=own_label(state_label),
            on_change=first_page,
            args=(name,),
        )
    return search or "", state or "all"


def _name(one: Invitation) -> str:
    return one.name or one.address or one.reference


def _state(here: Site, one: Invitation) -> str:
    state = here.words("mail.state.shared" if one.shared else "mail.state.not_shared")
    return here.words("organise.people.withdrawn", state=state) if one.withdrawn else state


def _one(here: Site, signed: Signed, rows: tuple[Invitation, ...]) -> None:
    """A person's own link, and taking it back."""
    words = here.words
    by_id = {one.id: one for one in rows}
    titles = {one.id: plain(" ・ ".join(filter(None, (one.name, one.address, one.reference)))) for one in rows}
    label = words("organise.people.one")
    show(tag("h3", words("organise.people.one_title")))
    say_what_is_due("one")
    with labelled("one", label):
        chosen = st.selectbox(
            label,
            list(by_id),
            index=None,
            key=f"one_{rows[0].id}_{here.language}",
            format_func=lambda one: titles.get(one, ""),
            label_visibility="collapsed",
            placeholder=words("organise.people.one_place"),
        )
    one = by_id.get(chosen or "")
    if one is None:
        return
    st.code(link_to(one.secret), language=None, wrap_lines=True)
    act, name = (restore, "restore") if one.withdrawn else (withdraw, "withdraw")
    show(tag("p", words(f"organise.people.{name}_hint"), "fit-hint"))
    if st.button(plain(words(f"organise.people.{name}")), key=f"{name}_{one.id}"):
        refused = act(signed.token, one.id)
        if refused is None:
            say_next(words(f"organise.people.{name}_done", name=_name(one)), "one")
            st.rerun()
        if refused.outcome is Outcome.REFUSED:
            show(tag("p", words("organise.people.no_room"), "fit-mistake"))
        else:
            say_refused(here, refused)
