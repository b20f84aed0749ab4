"""What a participant takes along: the page to keep, the way to their own result, and their rights over all of it."""

from __future__ import annotations

import streamlit as st

from people.participant.seat import leave, rename
from people.participant.shapes import Seat
from people.participant.words import NICKNAME_LENGTH
from people.respondent.outcome import Outcome
from views.frame.context import Site
from views.frame.cookie import visitor
from views.frame.head_and_foot import link, notice
from views.frame.labels import label_of, plain
from views.frame.markup import element, esc, show, whole_tag
from views.frame.post_form import post_button
from views.workshop.live import discussion, live
from views.workshop.phone.seated import SEAT
from views.workshop.phone.summary import summary

SAID = "room_said"


def kept_page(here: Site, seat: Seat) -> None:
    """After the end: what the workshop was about, to read again until it is deleted."""
    words = here.words
    title = f'<h1 class="fit-focus" tabindex="-1">{esc(words("room.over.title"))}</h1>'
    show(element("p", f"<bdi>{esc(seat.workshop.title)}</bdi>", "fit-kicker") + title)
    show(whole_tag("p", words("room.over.text"), "fit-lead"))
    keep_section(here, seat, over=True)
    summary(here, seat)


def keep_section(here: Site, seat: Seat, *, over: bool = False) -> None:
    """``over``: what was talked about comes with the summary below."""
    words, name = here.words, seat.workshop.assessment
    inner = whole_tag("h2", words("room.keep.title"))
    asked = [] if over else _talked_of(here, seat)
    if asked:
        inner += whole_tag("p", words("room.keep.talked")) + element(
            "ul", "".join(whole_tag("li", one) for one in asked), "fit-list"
        )
    show(element("section", inner + whole_tag("p", words("room.keep.device")), "fit-card"))
    with st.container(key="further"):
        if name is not None and (seat.finished or seat.finished_again):
            link("result", words("room.result"), here, assessment=name)
        link("learn", words("room.keep.learn"), here)


def _talked_of(here: Site, seat: Seat) -> list[str]:
    """What the room has been asked so far; the poll stands above."""
    asked = (_about(here, stage.about) for stage in seat.workshop.led if stage.kind != "wrap_up")
    return [text for text in asked if text]


def _about(here: Site, about: str) -> str:
    found = discussion(here, about)
    if found is not None:
        return here.words.of(found.question)
    asked = live(here, about)
    return asked.ask if asked is not None else ""


def own_rights(here: Site, seat: Seat) -> None:
    """Name, download, leaving, deletion: at the foot of the room in every stage."""
    words = here.words
    said = st.session_state.pop(SAID, None)
    if said is not None:
        notice(str(said))
    with st.expander(plain(words("room.own.title")), expanded=seat.workshop.ended):
        _nickname(here, seat)
        numbers = [words("join.shown")]
        if seat.workshop.assessment is not None:
            numbers.append(words("join.numbers"))
        show("".join(whole_tag("p", one, "fit-muted") for one in (*numbers, words("room.own.text"))))
        load = f'<a href="/mine" target="_self" download>{esc(words("room.own.download"))}</a>'
        show(element("p", load))
        with st.container(key="room_own", horizontal=True):
            st.button(plain(words("room.own.leave")), key="room_leave", on_click=_leave, args=(here, seat))
        show(
            whole_tag("p", words("room.own.forget_hint"), "fit-muted")
            + post_button(here, "forget", words("room.own.forget"))
        )


def _nickname(here: Site, seat: Seat) -> None:
    words = here.words
    label = words("room.own.nickname")
    with st.form("room_nickname", border=False):
        typed = st.text_input(
            label, seat.nickname, max_chars=NICKNAME_LENGTH, key="room_name", label_visibility=label_of(label)
        )
        if st.form_submit_button(plain(words("room.own.rename"))):
            done = rename(visitor().token, seat, typed or "")
            key = "renamed" if done is Outcome.DONE else "refused" if done is Outcome.REFUSED else "failed"
            st.session_state[SAID] = words(f"room.own.{key}")
            st.rerun()


def _leave(here: Site, seat: Seat) -> None:
    if leave(visitor().token, seat) is Outcome.AWAY:
        st.session_state[SAID] = here.words("room.own.failed")
    else:
        st.session_state.pop(SEAT, None)
