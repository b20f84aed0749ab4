"""What may be done with a workshop as a whole: end and prolong it, colleagues, a copy, deletion with proof."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed
from people.respondent.outcome import Outcome
from people.trainer.asking import Refused
from people.trainer.shapes import Workshop
from people.trainer.workshops import admit, copy, delete, dismiss, end, prolong, trainers
from views.frame.context import Site
from views.frame.head_and_foot import go
from views.frame.labels import labelled, plain
from views.frame.markup import element, show, tag
from views.organising.heading import heading
from views.organising.said import say_next, say_what_is_due
from views.workshop.leading.agenda_editor import agenda_editor
from views.workshop.leading.deleted import remember_deletion
from views.workshop.said import said_moment, say_refused

LONGEST_TITLE = 120
HOURS = (1, 2, 4)


def settings_part(here: Site, signed: Signed, workshop: Workshop) -> None:
    _time(here, signed, workshop)
    if not workshop.ended:
        agenda_editor(here, signed, workshop)
    _colleagues(here, signed, workshop)
    _copy(here, signed, workshop)
    if workshop.access == "owner":
        _delete(here, signed, workshop)


def _time(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    over = said_moment(here, workshop.over)
    heading(words("trainer.time.title"), words("trainer.time.lead", over=over))
    say_what_is_due("time")
    with st.container(key="prolong", horizontal=True):
        for hours in HOURS:
            if st.button(plain(words("trainer.time.prolong", n=hours)), key=f"prolong_{hours}"):
                _done(here, prolong(signed.token, workshop.id, hours), "trainer.time.prolonged", "time")
    if not workshop.ended:
        with st.popover(plain(words("trainer.time.end")), key="end_workshop"):
            show(tag("p", words("trainer.time.end_ask")))
            if st.button(plain(words("trainer.time.end_go")), key="end_now", type="primary"):
                _done(here, end(signed.token, workshop.id), "trainer.time.ended", "time")


def _done(here: Site, found: Workshop | Refused, key: str, at: str) -> None:
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    say_next(here.words(key, moment=said_moment(here, found.ends)), at)
    st.rerun()


def _colleagues(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    heading(words("trainer.colleagues.title"), words("trainer.colleagues.lead"))
    say_what_is_due("colleagues")
    found = trainers(signed.token, workshop.id)
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    rows = "".join(
        element("li", tag("span", who.name) + tag("span", words(f"trainer.colleagues.access.{access}")))
        for who, access in found
    )
    show(element("ul", rows, "fit-counted"))
    if workshop.access != "owner":
        return
    _admit(here, signed, workshop)
    for who, access in found:
        if access != "owner":
            label = words("trainer.colleagues.dismiss", name=who.name)
            if st.button(plain(label), key=f"dismiss_{who.id}", type="tertiary"):
                _changed(here, dismiss(signed.token, workshop.id, who.name), "dismissed", who.name)


def _admit(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    with st.form("admit_trainer", border=False):
        label = words("trainer.colleagues.name")
        with labelled("trainer_name", label):
            name = st.text_input(label, key=f"trainer_{workshop.id}", label_visibility="collapsed")
        tapped = st.form_submit_button(plain(words("trainer.colleagues.admit")), key="admit_trainer_go")
    if tapped and name:
        _changed(here, admit(signed.token, workshop.id, name), "admitted", name)


def _changed(here: Site, refused: Refused | None, what: str, name: str) -> None:
    if refused is None:
        say_next(here.words(f"trainer.colleagues.{what}", name=name), "colleagues")
        st.rerun()
    if refused.outcome is Outcome.REFUSED:
        show(tag("p", here.words("trainer.colleagues.unknown"), "fit-mistake"))
    else:
        say_refused(here, refused)


def _copy(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    heading(words("trainer.copy.title"), words("trainer.copy.lead"))
    label, proposed = words("trainer.copy.name"), words("trainer.copy.of", title=workshop.title)[:LONGEST_TITLE]
    with labelled("copy_title", label):
        title = st.text_input(
            label, value=proposed, max_chars=LONGEST_TITLE, key="copy_title", label_visibility="collapsed"
        )
    if st.button(plain(words("trainer.copy.go")), key="copy"):
        made = copy(signed.token, workshop.id, title or proposed)
        if isinstance(made, Refused):
            say_refused(here, made)
            return
        say_next(words("trainer.copy.done"))
        go("workshop", here, id=made.id)


def _delete(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    heading(words("trainer.delete.title"), words("trainer.delete.lead"))
    with st.popover(plain(words("trainer.delete.open")), key="delete_campaign"):
        show(tag("p", words("trainer.delete.ask", title=workshop.title)))
        if st.button(plain(words("trainer.delete.go")), key="delete_for_good", type="primary"):
            gone = delete(signed.token, workshop.id)
            if isinstance(gone, Refused):
                say_refused(here, gone)
                return
            remember_deletion(workshop, gone)
            go("workshops", here)
