"""The question for a discussion: the stage's own, or the one that the room's last picture calls for."""

from __future__ import annotations

import streamlit as st

from catalog.content.workshops import Discussion
from people.organiser.signed import Signed
from people.trainer.asking import Refused
from people.trainer.pictures import all_shown
from people.trainer.shapes import Workshop
from views.frame.context import Site
from views.workshop.live import discussion

CALLED_FOR = "discussion_called_for_"


def discussion_now(here: Site, signed: Signed, workshop: Workshop) -> Discussion | None:
    """None outside a discussion, and where the files hold none."""
    if workshop.stage.kind != "discussion":
        return None
    return discussion(here, workshop.stage.about or _called_for(here, signed, workshop))


def _called_for(here: Site, signed: Signed, workshop: Workshop) -> str:
    """About the first trait in which the room is far apart; else one for any room; while the store is away, the last."""
    ready, key = here.content.workshops, CALLED_FOR + workshop.id
    if ready is None:
        return ""
    found = all_shown(signed.token, workshop.id)
    if isinstance(found, Refused):
        return str(st.session_state.get(key, ""))
    pictures = [one for one in found if one.kind == "picture"]
    far = pictures[-1].content.get("far", ()) if pictures else ()
    of_trait = [one.id for trait in far for one in ready.discussions if one.trait == trait]
    of_any = [one.id for one in ready.discussions if one.trait is None]
    st.session_state[key] = next(iter((*of_trait, *of_any)), "")
    return str(st.session_state[key])
