"""The facilitator's panel: what to do now, what to say, what comes next; settings and the log behind it."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed
from people.rehearsal.rehearsals import Rehearsal
from people.trainer.shapes import Workshop
from views.frame.context import Site, site
from views.frame.head_and_foot import notice
from views.frame.markup import element, show, tag
from views.organising.entry import signed_or_door
from views.organising.heading import parts_row
from views.workshop.leading.afterwards import afterwards
from views.workshop.leading.agenda_column import beside
from views.workshop.leading.heading import no_gate, way_to_list
from views.workshop.leading.log import log_part
from views.workshop.leading.rehearsing import no_settings, rehearsal_note, rehearse_this, simulated_phone
from views.workshop.leading.settings import settings_part
from views.workshop.leading.stage_now import stage_now
from views.workshop.running import rehearsal_here, workshop_here
from views.workshop.said import said_moment

PARTS = ("run", "shown", "settings", "log")


def main() -> None:
    here = site()
    query = st.query_params
    part = query.get("part", PARTS[0]) if query.get("part") in PARTS else PARTS[0]
    name = query.get("id", "")
    signed = signed_or_door(here, "workshop", id=name, part=part)
    if signed is None:
        return
    rehearsal = rehearsal_here(signed, name)
    leads = signed if rehearsal is None else rehearsal.signed
    found = workshop_here(leads, name)
    way_to_list(here)
    if found.workshop is None:
        show(tag("h1", here.words("site.pages.workshop")))
        no_gate(here)
        notice(here.words("trainer.away" if found.away else "trainer.over"))
        return
    _head(here, found.workshop, part)
    if rehearsal is not None:
        rehearsal_note(here, signed, found.workshop)
    if found.away:
        notice(here.words("trainer.away_now"))
        _look_again(signed, name)
    if part == "settings":
        if rehearsal is None:
            settings_part(here, signed, found.workshop)
        else:
            no_settings(here, rehearsal)
    elif part == "shown":
        afterwards(here, leads, found.workshop, rehearsed=rehearsal is not None)
    elif part == "log":
        log_part(here, leads, found.workshop, rehearsed=rehearsal is not None)
    else:
        _run(here, leads, found.workshop, rehearsal)


def _head(here: Site, workshop: Workshop, at: str) -> None:
    """``at``: the part that is shown."""
    words = here.words
    key = "trainer.ended" if workshop.ended else "trainer.ends"
    ends = tag("span", words(key, moment=said_moment(here, workshop.ends)))
    show(tag("h1", workshop.title, "fit-focus") + element("p", ends, "fit-facts"))
    names = {part: words(f"trainer.part.{part}") for part in PARTS}
    parts_row(here, "workshop", workshop.id, names, at)
    no_gate(here)


@st.fragment(run_every="2s")
def _look_again(signed: Signed, name: str) -> None:
    """Until the store is back."""
    if not workshop_here(signed, name).away:
        st.rerun()


def _run(here: Site, signed: Signed, workshop: Workshop, rehearsal: Rehearsal | None) -> None:
    with st.container(key="panel"):
        with st.container(key="panel_now"):
            stage_now(here, signed, workshop)
        with st.container(key="panel_beside"):
            beside(here, signed, workshop)
            if rehearsal is None:
                rehearse_this(here, signed, workshop)
            else:
                simulated_phone(rehearsal)


main()
