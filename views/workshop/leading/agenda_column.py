"""Beside the present stage: the code, the screen, the agenda to jump in, a countdown, hand-outs."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed
from people.trainer.shapes import Workshop
from people.trainer.workshops import count_down
from views.frame.context import Site
from views.frame.head_and_foot import link
from views.frame.labels import plain
from views.frame.markup import element, esc, show, tag
from views.learning.shared import address, learning
from views.organising.said import say_next
from views.workshop.joining_address import FOR_PHONES, in_groups, join_address, only_here
from views.workshop.leading.afterwards import run_sheet
from views.workshop.leading.stage_now import AT_STAGE, jump
from views.workshop.said import sentence_for
from views.workshop.touched import touched

MINUTES = (1, 3, 5, 10)


def beside(here: Site, signed: Signed, workshop: Workshop) -> None:
    if not workshop.ended:
        _code(here, workshop)
        _agenda(here, signed, workshop)
        _countdown(here, signed, workshop)
    _papers(here, workshop)


def _code(here: Site, workshop: Workshop) -> None:
    words = here.words
    inner = tag("p", words("trainer.code"), "fit-muted") + tag("p", in_groups(workshop.code), "fit-code-large")
    inner += tag("p", join_address(), "fit-muted fit-address")
    if only_here():
        inner += tag("p", words("trainer.only_here", command=FOR_PHONES), "fit-note fit-note-quiet")
    label, target = esc(words("trainer.screen")), esc(address(here, "projector", id=workshop.id))
    way = f'<a class="fit-button fit-button-secondary" href="{target}" target="_blank" rel="noopener">{label}</a>'
    show(element("section", inner + element("p", way), "fit-card"))


def _agenda(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    with st.container(key="agenda"):
        show(tag("h2", words("trainer.agenda")))
        for place, stage in enumerate(workshop.agenda):
            name = words(f"workshop.stage.{stage.kind}")
            said = words("trainer.agenda_row", n=place + 1, stage=name, minutes=stage.minutes)
            here_now = place == workshop.at
            with st.container(key=f"agenda_{'now' if here_now else 'row'}_{place}"):
                st.button(
                    plain(words("trainer.agenda_now", row=said) if here_now else said),
                    key=f"jump_{place}",
                    type="tertiary",
                    width="stretch",
                    disabled=here_now,
                    on_click=jump,
                    args=(here, signed, workshop, place),
                )


def _countdown(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    with st.container(key="countdown"):
        show(tag("h2", words("trainer.countdown.title")))
        with st.container(key="countdown_minutes", horizontal=True):
            for minutes in MINUTES:
                st.button(
                    plain(words("trainer.countdown.minutes", n=minutes)),
                    key=f"countdown_{minutes}",
                    on_click=_count,
                    args=(here, signed, workshop, 60 * minutes),
                )
        if workshop.until is not None:
            st.button(
                plain(words("trainer.countdown.off")),
                key="countdown_off",
                type="tertiary",
                on_click=_count,
                args=(here, signed, workshop, None),
            )


def _count(here: Site, signed: Signed, workshop: Workshop, seconds: int | None) -> None:
    done = count_down(signed.token, workshop, seconds)
    if not isinstance(done, Workshop):
        say_next(here.words(sentence_for(done)), AT_STAGE)


def _papers(here: Site, workshop: Workshop) -> None:
    words = here.words
    with st.container(key="hand_outs"):
        show(tag("h2", words("trainer.papers.title")))
        show(run_sheet(here, workshop))
        for lesson in touched(here, workshop.agenda):
            title = words.of(learning(here).lesson[lesson].title)
            link("guide", words("trainer.papers.lesson", title=title), here, lesson=lesson)
        link("guide", words("trainer.papers.guide"), here)
        link("interview", words("trainer.papers.interview"), here)
