"""What a room was shown, to take along as a file: kept snapshots and nothing else. The log has it first.

A rehearsal's file is made of what its own store has in memory, and is told from a real one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from people.organiser.signed import Signed, signed_with
from people.rehearsal import rehearsals
from people.respondent.outcome import Outcome
from people.trainer.asking import Refused, asked
from store import Snapshot, Store, Token, Workshop

Form = Literal["pdf", "xlsx", "png", "agenda"]
FORMS: Mapping[str, Form] = {"pdf": "pdf", "xlsx": "xlsx", "png": "png", "agenda": "agenda"}
NOTHING_SHOWN: Form = "agenda"
"""The run sheet says nothing of the room, so that it is not noted."""


@dataclass(frozen=True, slots=True)
class Export:
    """What a file is made of. ``shown``: every snapshot, the first one first; for a PNG the one that was asked for.
    ``rehearsed``: nobody of the room is real.
    """

    workshop: Workshop
    shown: tuple[Snapshot, ...] = ()
    rehearsed: bool = False


def export(who: Token | None, workshop: str, form: Form, picture: str = "") -> Export | Refused:
    """``picture``: the snapshot of a PNG; the last one where none is named.

    OVER: nobody is signed in, or there is no such workshop or picture that they may see; AWAY: no store answers.
    Where nothing was shown yet, ``shown`` is empty and nothing is noted.
    """
    signed = signed_with(who.secret if who is not None else None)
    if not isinstance(signed, Signed):
        return Refused(signed)
    rehearsal = rehearsals.of(signed, workshop)
    leads, rehearsed = (signed if rehearsal is None else rehearsal.signed).token, rehearsal is not None

    def work(store: Store) -> Export | Refused:
        read = store.workshops.read(leads, workshop)
        if form == NOTHING_SHOWN:
            return Export(read, rehearsed=rehearsed)
        shown = store.workshops.snapshots(leads, workshop)
        if form == "png" and shown:
            wanted = [one for one in shown if picture in ("", one.id)]
            if not wanted:
                return Refused(Outcome.OVER)
            shown = (wanted[-1],)
        if shown:
            store.workshops.note(leads, workshop, "exported", {"format": form, "pictures": len(shown)})
        return Export(read, shown, rehearsed)

    return asked(leads, work)
