"""The projector's page: nothing but the screen, drawn anew by itself. While the store is away it shows what it had."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed
from people.trainer.shapes import Workshop
from views.frame.context import site
from views.frame.head_and_foot import notice
from views.frame.labels import plain
from views.frame.markup import show, tag
from views.organising.entry import signed_or_door
from views.workshop.called_for import discussion_now
from views.workshop.running import LAST, room_now, snapshot_here, workshop_here
from views.workshop.screen.picture import PARTS
from views.workshop.screen.whole import over_screen, screen

EVERY = "2s"
COUNTING = "1s"
PART = "screen_part_"


def main() -> None:
    here = site()
    name = st.query_params.get("id", "")
    signed = signed_or_door(here, "projector", id=name)
    if signed is None:
        return
    found = workshop_here(signed, name)
    if found.workshop is None:
        show(tag("h1", here.words("site.pages.projector")))
        notice(here.words("trainer.away" if found.away else "trainer.over"))
        return
    workshop = found.workshop
    counting = workshop.until is not None and not workshop.ended
    st.fragment(_screen, run_every=COUNTING if counting else EVERY)(signed, name, (workshop.beat, workshop.ended))
    if workshop.stage.kind == "picture" and not workshop.ended and snapshot_here(signed, workshop) is not None:
        # Outside the fragment: a button that is drawn again might lose the tap that is just being made.
        part = _part(name)
        with st.container(key="screen_turn"):
            label = here.words("projector.turn", n=part + 1, total=len(PARTS))
            st.button(plain(label), key="turn", shortcut="Right", on_click=_turn, args=(name, part + 1))


def _screen(signed: Signed, name: str, seen: tuple[int, bool]) -> None:
    """``seen``: the beat for which the whole page was drawn, and whether the workshop had ended."""
    here = site()
    last = st.session_state.get(LAST + name)
    found = workshop_here(signed, name)
    if found.workshop is None:
        # Deleted, or the trainer signed out: the room reads a kind sentence, never that something went wrong.
        show(over_screen(here, last.title if isinstance(last, Workshop) else ""))
        return
    workshop = found.workshop
    if (workshop.beat, workshop.ended) != seen:
        st.rerun()
    room, snapshot = room_now(here, signed, workshop), snapshot_here(signed, workshop)
    to_discuss = discussion_now(here, signed, workshop)
    show(screen(here, workshop, room, snapshot, to_discuss, PARTS[_part(name)]))


def _part(name: str) -> int:
    return int(st.session_state.get(PART + name, 0)) % len(PARTS)


def _turn(name: str, part: int) -> None:
    st.session_state[PART + name] = part


main()
