"""The room on a phone: what to do now in one line, and the way there. It follows the trainer by itself."""

from __future__ import annotations

import streamlit as st

from people.participant.shapes import Seat
from views.frame.context import Site, site
from views.frame.head_and_foot import link, notice
from views.frame.markup import element, esc, show, whole_tag, whole_words
from views.frame.scripts import TO_TOP
from views.workshop.phone.keeping import kept_page, own_rights
from views.workshop.phone.seated import follow, look_again, seat_here
from views.workshop.phone.stages import now_line, stage_body


def main() -> None:
    here = site()
    seat, away = seat_here()
    if seat is None:
        _nowhere(here, away)
        return
    if away:
        notice(here.words("room.away"))
        look_again()
    if seat.workshop.ended:
        kept_page(here, seat)
    else:
        _now(here, seat)
    if not away:
        follow(here, seat.workshop)
    with st.container(key="tells"):
        link("tells", here.words("tells.link"), here)
    own_rights(here, seat)


def _now(here: Site, seat: Seat) -> None:
    words, workshop = here.words, seat.workshop
    stage = workshop.stage
    with st.container(key=f"room_{workshop.at}_{here.language}"):
        kicker = element("p", f"<bdi>{esc(workshop.title)}</bdi>", "fit-kicker")
        line = f'<h1 class="fit-focus fit-now" tabindex="-1">{whole_words(now_line(here, seat, stage))}</h1>'
        show(element("section", kicker + line, "fit-room-now"))
        stage_body(here, seat, stage)
        st.html(f"<script>{TO_TOP}</script>", unsafe_allow_javascript=True)
    show(whole_tag("p", words("room.follows"), "fit-muted"))


def _nowhere(here: Site, away: bool) -> None:
    """No seat on this device, as far as anybody can tell."""
    words = here.words
    if away:
        show(f'<h1 class="fit-focus" tabindex="-1">{esc(words("site.pages.room"))}</h1>')
        notice(words("room.away"))
        look_again()
        return
    show(whole_tag("h1", words("room.none.title")) + whole_tag("p", words("room.none.text"), "fit-lead"))
    way = f'<a class="fit-button fit-button-primary" href="/j?lang={esc(here.language)}" target="_self">'
    show(element("p", f"{way}{esc(words('room.none.go'))}</a>"))


main()
