"""The question for a discussion: the stage's own, or the one that the room's last picture calls for."""

from __future__ import annotations

import streamlit as st

from catalog.content.workshops import Discussion
from people.organiser.signed import Signed
from people.trainer.asking import Refused
from people.trainer.pictures import all_shown
from people.trainer.shapes import Workshop
from reports.workshop.questions import called_for
from views.frame.context import Site
from views.workshop.live import discussion

CALLED_FOR = "discussion_called_for_"


def discussion_now(here: Site, signed: Signed, workshop: Workshop) -> Discussion | None:
    """None outside a discussion, and where the files hold none."""
    if workshop.stage.kind != "discussion":
        return None
    return discussion(here, workshop.stage.about or _called_for(here, signed, workshop))


def _called_for(here: Site, signed: Signed, workshop: Workshop) -> str:
    """As the room's pictures call for; while the store is away, the last one."""
    key = CALLED_FOR + workshop.id
    found = all_shown(signed.token, workshop.id)
    if isinstance(found, Refused):
        return str(st.session_state.get(key, ""))
    st.session_state[key] = called_for(here.content, found)
    return str(st.session_state[key])
