"""What an organiser's page shows to somebody who is not signed in: the way to the door."""

from __future__ import annotations

import logging
from urllib.parse import urlencode

import streamlit as st
from streamlit.errors import StreamlitAuthError

from people.organiser.door import has_passwords
from people.organiser.vouched import Ticket, ticket_for
from views.frame.context import Site
from views.frame.head_and_foot import in_language, notice
from views.frame.labels import plain
from views.frame.markup import Markup, element, esc, show, tag
from views.frame.notices import DOOR_OVER, STORE_AWAY, said
from views.frame.post_form import post_button
from views.organising.no_gate import no_gate
from views.organising.service import is_configured, may_organise, providers

log = logging.getLogger("site")
TICKET_SECONDS = 45
"""A ticket opens for a minute; the page makes a new one before that."""


def door(here: Site, page: str = "organise", **query: str) -> None:
    """``page``, ``query``: where to go on afterwards (``id``, ``part`` or ``share``)."""
    words = here.words
    way = {"next": page, **query}
    if said(STORE_AWAY, st.query_params):
        notice(words("door.away"))
    elif said(DOOR_OVER, st.query_params):
        notice(words("door.service.over"))
    show(tag("h1", words("site.pages.organise")) + tag("p", words("door.lead"), "fit-lead"))
    no_gate(here)
    if not is_configured():
        show(element("p", _to_password(here, way, "primary")))
    else:
        with st.container(key="door_service"):
            if st.user.is_logged_in:
                _vouched(here, way)
            else:
                _log_in(here)
        if has_passwords():
            show(element("p", _to_password(here, way, "quiet")))
    show(tag("p", words("door.candidates"), "fit-muted"))


def _to_password(here: Site, way: dict[str, str], kind: str) -> Markup:
    label = here.words("door.go" if kind == "primary" else "door.with_password")
    address = esc(f"/sign-in?{urlencode(in_language(here, **way))}")
    return f'<a class="fit-button fit-button-{kind}" href="{address}" target="_self">{esc(label)}</a>'


def _log_in(here: Site) -> None:
    """A button for each service that secrets.toml names."""
    found = providers()
    for name in found:
        label = here.words("door.service.go") if len(found) == 1 else here.words("door.service.go_by", service=name)
        if st.button(plain(label), key=f"log_in_{name}", type="primary"):
            _go_to_service(here, name)


def _go_to_service(here: Site, name: str) -> None:
    try:
        st.login(name or None)
    except StreamlitAuthError:
        log.exception("the sign-in service cannot be used as secrets.toml describes it")
        notice(here.words("door.service.broken"))


@st.fragment(run_every=TICKET_SECONDS)
def _vouched(here: Site, way: dict[str, str]) -> None:
    """Somebody for whom the service vouches: on the list, or told why not, with a way to be somebody else."""
    words = here.words
    ticket = ticket_for(dict(st.user), may_organise() or frozenset())
    if ticket.ticket is not None:
        label = words("door.service.on", address=ticket.address)
        show(post_button(here, "sign-in/ticket", label, "primary", ticket=ticket.ticket.secret, **way))
    else:
        notice(_why(here, ticket))
    if ticket.why == "log_in_again":
        _log_in(here)
    if st.button(plain(words("door.service.other")), key="log_out", type="tertiary"):
        st.logout()


def _why(here: Site, ticket: Ticket) -> str:
    words = here.words
    sentences = {
        "no_address": words("door.service.no_address"),
        "unverified": words("door.service.unverified", address=ticket.address),
        "not_listed": words("door.service.not_listed", address=ticket.address),
        "log_in_again": words("door.service.log_in_again"),
        "away": words("door.away"),
    }
    return sentences[ticket.why]
