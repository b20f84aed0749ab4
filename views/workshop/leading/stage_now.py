"""The present stage on the panel: how far it is, the one button, what to say, and what comes next."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from people.organiser.signed import Signed
from people.participant.beats import changed
from people.trainer.asking import Refused
from people.trainer.shapes import Workshop
from people.trainer.workshops import back, go, next_stage
from views.frame.context import Site, site
from views.frame.head_and_foot import link
from views.frame.labels import plain
from views.frame.markup import element, esc, show, tag
from views.organising.said import say_next, say_what_is_due
from views.workshop.called_for import discussion_now
from views.workshop.leading.revealing import reveal_now
from views.workshop.leading.talking import what_to_say
from views.workshop.leading.what_was_shown import what_was_shown
from views.workshop.running import can_be_revealed, room_now
from views.workshop.said import minutes_and_seconds, sentence_for

EVERY = "2s"
AT_STAGE = "stage"
EVERYBODY = 100
"""Percent."""
SHOW = "S"
"""The key of the button that reveals. Letters count outside fields only."""


def stage_now(here: Site, signed: Signed, workshop: Workshop) -> None:
    words, stage = here.words, workshop.stage
    if workshop.ended:
        show(
            element(
                "section", tag("h2", words("trainer.ended_title")) + tag("p", words("trainer.ended_text")), "fit-card"
            )
        )
        with st.container(key="further"):
            link("workshop", words("trainer.afterwards.link"), here, id=workshop.id, part="shown")
        return
    say_what_is_due(AT_STAGE)
    with st.container(key="stage_card"):
        number = words("trainer.stage_of", n=workshop.at + 1, total=len(workshop.agenda))
        show(tag("p", number, "fit-kicker") + tag("h2", words(f"workshop.stage.{stage.kind}"), "fit-stage-name"))
        _live(signed, workshop)
        _controls(here, signed, workshop)
    what_was_shown(here, signed, workshop)
    what_to_say(here, workshop, discussion_now(here, signed, workshop))


@st.fragment(run_every=EVERY)
def _live(signed: Signed, workshop: Workshop) -> None:
    """The clock and how far the room is; the whole page anew where a colleague moved the workshop on."""
    if changed(workshop):
        st.rerun()
    here = site()
    words, now = here.words, datetime.now(UTC)
    left = workshop.stage.minutes - int((now - workshop.began).total_seconds() // 60)
    clock = words("trainer.left", n=left) if left > 0 else words("trainer.longer", n=-left)
    said = [tag("span", clock)]
    if workshop.until is not None:
        countdown = minutes_and_seconds(here, (workshop.until - now).total_seconds())
        said.append(tag("span", words("trainer.countdown_now", time=countdown)))
    room = room_now(here, signed, workshop)
    if room is not None:
        said.append(tag("span", words("trainer.here", n=room.here)))
        if room.progress is not None:
            said.append(tag("span", words("trainer.progress", n=room.progress)))
    inner = element("p", "".join(said), "fit-facts")
    if room is not None and room.progress is not None:
        inner += f'<div class="fit-bar" aria-hidden="true"><i style="width:{room.progress}%"></i></div>'
        if room.progress == EVERYBODY:
            inner += tag("p", words("trainer.all_done"), "fit-muted")
        elif room.waiting:
            inner += tag("p", words("trainer.waiting", n=room.waiting), "fit-muted")
    show(inner)


def _controls(here: Site, signed: Signed, workshop: Workshop) -> None:
    words = here.words
    last = workshop.at == len(workshop.agenda) - 1
    hidden = can_be_revealed(workshop) and not workshop.revealed
    if hidden:
        st.button(
            plain(words(f"trainer.reveal.{workshop.stage.kind}")),
            key="reveal",
            type="primary",
            width="stretch",
            shortcut=SHOW,
            on_click=reveal_now,
            args=(here, signed, workshop),
        )
    with st.container(key="stage_steps", horizontal=True):
        st.button(
            plain(words("trainer.back")),
            key="stage_back",
            shortcut="Left",
            disabled=workshop.at == 0,
            on_click=_move,
            args=(here, signed, workshop, -1),
        )
        st.button(
            plain(words("trainer.next")),
            key="stage_next",
            type="secondary" if hidden else "primary",
            shortcut="Right",
            disabled=last,
            on_click=_move,
            args=(here, signed, workshop, 1),
        )
    if last:
        show(tag("p", words("trainer.last"), "fit-muted"))
    else:
        following = workshop.agenda[workshop.at + 1]
        name = words(f"workshop.stage.{following.kind}")
        show(f'<p class="fit-muted">{esc(words("trainer.following", stage=name, n=following.minutes))}</p>')
    if workshop.revealed and can_be_revealed(workshop):
        with st.popover(plain(words("trainer.anew.open")), key="stage_anew"):
            show(tag("p", words("trainer.anew.ask")))
            st.button(plain(words("trainer.anew.go")), key="anew", on_click=_anew, args=(here, signed, workshop))


def _move(here: Site, signed: Signed, workshop: Workshop, by: int) -> None:
    _said(here, next_stage(signed.token, workshop) if by > 0 else back(signed.token, workshop))


def _anew(here: Site, signed: Signed, workshop: Workshop) -> None:
    _said(here, go(signed.token, workshop, workshop.at, anew=True))


def jump(here: Site, signed: Signed, workshop: Workshop, at: int) -> None:
    _said(here, go(signed.token, workshop, at))


def _said(here: Site, done: Workshop | Refused) -> None:
    """Where nothing was done it is said when the page is drawn anew, beside the button."""
    if isinstance(done, Refused):
        say_next(here.words(sentence_for(done)), AT_STAGE)
