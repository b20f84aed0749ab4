"""A deleted workshop, with the proof: what went, and what a look afterwards still found."""

from __future__ import annotations

import streamlit as st

from people.trainer.shapes import Workshop, WorkshopDeletion
from views.frame.context import Site
from views.frame.markup import element, esc, show, tag

GONE = "workshop_that_was_deleted"
KINDS = ("seats", "votes", "snapshots")


def remember_deletion(workshop: Workshop, deletion: WorkshopDeletion) -> None:
    """For the list, to which the browser is sent on."""
    st.session_state[GONE] = (workshop.title, deletion)


def say_what_was_deleted(here: Site) -> None:
    held = st.session_state.pop(GONE, None)
    if held is None:
        return
    words, (title, gone) = here.words, held
    rows = "".join(
        element("li", tag("span", words(f"trainer.gone.{kind}")) + tag("b", gone.gone.get(kind, 0))) for kind in KINDS
    )
    left = element("li", tag("span", words("trainer.gone.remaining")) + tag("b", gone.remaining))
    inner = f'<p role="status">{esc(words("trainer.gone.title", title=title))}</p>'
    inner += element("ul", rows + left, "fit-counted")
    inner += tag("p", words("trainer.gone.results"), "fit-muted")
    show(element("section", inner, "fit-card"))
