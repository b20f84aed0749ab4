"""The workshop that an address names, for panel and projector, and whether the store could be asked for it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from catalog.questionnaire.assessment import Assessment
from people.organiser.signed import Signed
from people.rehearsal import rehearsals
from people.rehearsal.rehearsals import Rehearsal
from people.respondent.outcome import Outcome
from people.trainer.asking import Refused
from people.trainer.pictures import shown
from people.trainer.room import RoomNow, room
from people.trainer.shapes import SNAPSHOT_OF, Snapshot, Workshop
from people.trainer.workshops import read
from views.frame.context import Site

LAST, COUNTED, PICTURE = "workshop_last_seen_", "room_last_seen_", "snapshot_last_seen_"


@dataclass(frozen=True, slots=True)
class Found:
    """``workshop``: None where there is none of theirs. ``away``: then it is what was seen last, if anything."""

    workshop: Workshop | None
    away: bool = False


def rehearsal_here(signed: Signed, name: str) -> Rehearsal | None:
    """The rehearsal that an address names, to its trainer alone; whoever leads it is ``Rehearsal.signed``."""
    return rehearsals.of(signed, name)


def workshop_here(signed: Signed, name: str) -> Found:
    found = read(signed.token, name)
    if not isinstance(found, Refused):
        st.session_state[LAST + name] = found
        return Found(found)
    if found.outcome is Outcome.AWAY:
        last = st.session_state.get(LAST + name)
        return Found(last if isinstance(last, Workshop) else None, away=True)
    return Found(None)


def assessment_of(here: Site, workshop: Workshop) -> Assessment | None:
    return here.assessments.get(workshop.assessment or "")


def room_now(here: Site, signed: Signed, workshop: Workshop) -> RoomNow | None:
    """How far the room is, as the last look told; None where nobody ever could look."""
    found = room(signed.token, workshop, assessment_of(here, workshop))
    if isinstance(found, RoomNow):
        st.session_state[COUNTED + workshop.id] = (workshop.at, found)
        return found
    at, last = st.session_state.get(COUNTED + workshop.id, (None, None))
    return last if at == workshop.at else None


def can_be_revealed(workshop: Workshop) -> bool:
    """Whether the stage holds anything back: a poll only where there is one."""
    stage = workshop.stage
    return stage.kind in SNAPSHOT_OF and (stage.kind in ("picture", "change") or bool(stage.about))


def snapshot_here(signed: Signed, workshop: Workshop) -> Snapshot | None:
    """The present stage's, while it is revealed; while the store is away, the one that was seen last."""
    if not workshop.revealed or not can_be_revealed(workshop):
        return None
    found = shown(signed.token, workshop)
    key = f"{PICTURE}{workshop.id}"
    if not isinstance(found, Refused):
        st.session_state[key] = (workshop.at, found)
        return found
    at, last = st.session_state.get(key, (None, None))
    return last if at == workshop.at else None
