"""What a room was shown, to take along as a file: kept snapshots and nothing else. The log has it first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from people.respondent.outcome import Outcome
from people.trainer.asking import Refused, asked
from store import Snapshot, Store, Token, Workshop

Form = Literal["pdf", "xlsx", "png", "agenda"]
FORMS: Mapping[str, Form] = {"pdf": "pdf", "xlsx": "xlsx", "png": "png", "agenda": "agenda"}
NOTHING_SHOWN: Form = "agenda"
"""The run sheet says nothing of the room, so that it is not noted."""


@dataclass(frozen=True, slots=True)
class Export:
    """What a file is made of. ``shown``: every snapshot, the first one first; for a PNG the one that was asked for."""

    workshop: Workshop
    shown: tuple[Snapshot, ...] = ()


def export(who: Token | None, workshop: str, form: Form, picture: str = "") -> Export | Refused:
    """``picture``: the snapshot of a PNG; the last one where none is named.

    OVER: nobody is signed in, or there is no such workshop or picture that they may see; AWAY: no store answers.
    Where nothing was shown yet, ``shown`` is empty and nothing is noted.
    """
    if who is None:
        return Refused(Outcome.OVER)

    def work(store: Store) -> Export | Refused:
        read = store.workshops.read(who, workshop)
        if form == NOTHING_SHOWN:
            return Export(read)
        shown = store.workshops.snapshots(who, workshop)
        if form == "png" and shown:
            wanted = [one for one in shown if picture in ("", one.id)]
            if not wanted:
                return Refused(Outcome.OVER)
            shown = (wanted[-1],)
        if shown:
            store.workshops.note(who, workshop, "exported", {"format": form, "pictures": len(shown)})
        return Export(read, shown)

    return asked(who, work)
