"""A trainer's workshops: what is going on, what is over, and the way to a new one."""

from __future__ import annotations

import streamlit as st

from people.organiser.signed import Signed
from people.trainer.asking import Refused
from people.trainer.shapes import Workshop
from people.trainer.workshops import mine
from views.frame.context import Site, site
from views.frame.head_and_foot import go, link
from views.frame.labels import plain
from views.frame.markup import element, show, tag
from views.organising.entry import signed_or_door
from views.organising.heading import way_up
from views.organising.pager import page_number, pager
from views.workshop.leading.deleted import say_what_was_deleted
from views.workshop.leading.heading import no_gate
from views.workshop.said import said_moment, say_refused

LIST = "workshops"


def main() -> None:
    here = site()
    words = here.words
    signed = signed_or_door(here, "workshops")
    if signed is None:
        return
    way_up(here)
    show(tag("h1", words("trainer.list.title")) + tag("p", words("trainer.list.lead"), "fit-lead"))
    no_gate(here)
    say_what_was_deleted(here)
    found = mine(signed.token, page_number(LIST))
    if isinstance(found, Refused):
        say_refused(here, found)
        return
    if not found.rows:
        _first_steps(here)
    with st.container(key="make_workshop"):
        if st.button(plain(words("trainer.list.make")), key="make", type="primary"):
            go("workshop_new", here)
    for row in found.rows:
        _card(here, row, signed)
    pager(here, LIST, found.number, found.of, found.total)


def _card(here: Site, row: Workshop, signed: Signed) -> None:
    words = here.words
    with st.container(key=f"campaign_{row.id}"):
        link("workshop", row.title, here, id=row.id)
        moment = said_moment(here, row.ends)
        said = [words("trainer.list.ended" if row.ended else "trainer.list.until", moment=moment)]
        if not row.ended:
            said.append(words(f"workshop.stage.{row.stage.kind}"))
        if row.owner != signed.organiser.name:
            said.append(words("trainer.list.owner", name=row.owner))
        show(element("p", "".join(tag("span", one) for one in said), "fit-facts"))


def _first_steps(here: Site) -> None:
    words = here.words
    steps = "".join(tag("li", words(f"trainer.list.step.{step}")) for step in ("make", "show", "move"))
    inner = tag("h2", words("trainer.list.empty")) + element("ol", steps, "fit-steps")
    show(element("section", inner, "fit-card"))


main()
