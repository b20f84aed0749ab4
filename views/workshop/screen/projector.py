"""The projector's page: nothing but the screen, drawn anew by itself. While the store is away it shows what it had."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed
from people.trainer.shapes import Snapshot, Workshop
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.labels import plain
from views.frame.markup import show, tag
from views.organising.entry import signed_or_door
from views.workshop.called_for import discussion_now
from views.workshop.running import LAST, rehearsal_here, room_now, snapshot_here, workshop_here
from views.workshop.screen.picture import Part, parts
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
    rehearsal = rehearsal_here(signed, name)
    signed = signed if rehearsal is None else rehearsal.signed
    found = workshop_here(signed, name)
    if found.workshop is None:
        show(tag("h1", here.words("site.pages.projector")))
        notice(here.words("trainer.away" if found.away else "trainer.over"))
        return
    workshop = found.workshop
    counting = workshop.until is not None and not workshop.ended
    st.fragment(_screen, run_every=COUNTING if counting else EVERY)(signed, name, (workshop.beat, workshop.ended))
    shown = () if workshop.ended else _parts(here, workshop, snapshot_here(signed, workshop))
    if len(shown) > 1:
        # Outside the fragment: a button that is drawn again might lose the tap that is just being made.
        at = _at(workshop, shown)
        with st.container(key="screen_turn"):
            label = here.words("projector.turn", n=at + 1, total=len(shown))
            st.button(plain(label), key="turn", shortcut="Right", on_click=_turn, args=(workshop, at + 1))


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
    shown = _parts(here, workshop, snapshot)
    show(screen(here, workshop, room, snapshot, to_discuss, shown[_at(workshop, shown)] if shown else None))


def _parts(here: Site, workshop: Workshop, found: Snapshot | None) -> tuple[Part, ...]:
    return () if found is None else parts(here, workshop, found)


def _at(workshop: Workshop, shown: tuple[Part, ...]) -> int:
    return int(st.session_state.get(_key(workshop), 0)) % len(shown)


def _turn(workshop: Workshop, at: int) -> None:
    st.session_state[_key(workshop)] = at


def _key(workshop: Workshop) -> str:
    """Another stage begins with its own first part."""
    return f"{PART}{workshop.id}_{workshop.at}"


main()
