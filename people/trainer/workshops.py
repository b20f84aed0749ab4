"""A trainer's workshops: made, read, changed, moved from stage to stage, ended, copied, deleted.

``seen``: the workshop as the trainer's page shows it; CHANGED where another trainer was faster.
"""

from __future__ import annotations

from people.participant import beats
from people.trainer.asking import Refused, asked, moved
from store import (
    AuditEntry,
    Organiser,
    Page,
    Token,
    TrainerAccess,
    Workshop,
    WorkshopDeletion,
    WorkshopDraft,
)


def mine(who: Token, number: int = 1) -> Page[Workshop] | Refused:
    """The newest first."""
    return asked(who, lambda store: store.workshops.mine(who, number))


def make(who: Token, draft: WorkshopDraft) -> Workshop | Refused:
    return asked(who, lambda store: store.workshops.make(who, draft))


def read(who: Token, workshop: str) -> Workshop | Refused:
    return moved(who, lambda store: store.workshops.read(who, workshop))


def change(who: Token, seen: Workshop, draft: WorkshopDraft) -> Workshop | Refused:
    return moved(who, lambda store: store.workshops.change(who, seen.id, draft, seen.beat))


def copy(who: Token, workshop: str, title: str) -> Workshop | Refused:
    return asked(who, lambda store: store.workshops.copy(who, workshop, title))


def go(who: Token, seen: Workshop, at: int, *, anew: bool = False) -> Workshop | Refused:
    """To the stage with this index. ``anew``: it is started once more, and what it showed may be shown of others."""
    return moved(who, lambda store: store.workshops.go(who, seen.id, at, seen.beat, anew=anew))


def next_stage(who: Token, seen: Workshop) -> Workshop | Refused:
    """The stage after the present one; the last one stays."""
    return go(who, seen, min(seen.at + 1, len(seen.agenda) - 1))


def back(who: Token, seen: Workshop) -> Workshop | Refused:
    """The stage before the present one; the first one stays."""
    return go(who, seen, max(seen.at - 1, 0))


def reveal(who: Token, seen: Workshop) -> Workshop | Refused:
    """Shows what the present stage holds back, where that is nothing about the room: see ``pictures.take``."""
    return moved(who, lambda store: store.workshops.reveal(who, seen.id, seen.beat))


def count_down(who: Token, seen: Workshop, seconds: int | None) -> Workshop | Refused:
    """``seconds`` from now; None takes the countdown away."""
    return moved(who, lambda store: store.workshops.count_down(who, seen.id, seconds, seen.beat))


def end(who: Token, workshop: str) -> Workshop | Refused:
    """Its code opens nothing any more."""
    return moved(who, lambda store: store.workshops.end(who, workshop))


def prolong(who: Token, workshop: str, hours: int) -> Workshop | Refused:
    """Longer by ``hours``; one that ended goes on from now, with a code."""
    return moved(who, lambda store: store.workshops.prolong(who, workshop, hours))


def delete(who: Token, workshop: str) -> WorkshopDeletion | Refused:
    """With everything of it, at once and for good. Participants' own results stay theirs."""
    done = asked(who, lambda store: store.workshops.delete(who, workshop))
    if isinstance(done, WorkshopDeletion):
        beats.forget(workshop)
    return done


def trainers(who: Token, workshop: str) -> tuple[tuple[Organiser, TrainerAccess], ...] | Refused:
    """The owner first, then by name."""
    return asked(who, lambda store: store.workshops.trainers(who, workshop))


def admit(who: Token, workshop: str, name: str) -> Refused | None:
    """REFUSED with the field ``name``: nobody of this name, or the owner."""
    return asked(who, lambda store: store.workshops.admit(who, workshop, name))


def dismiss(who: Token, workshop: str, name: str) -> Refused | None:
    return asked(who, lambda store: store.workshops.dismiss(who, workshop, name))


def note(who: Token, workshop: str, action: str, **detail: int | str) -> Refused | None:
    """Before something is given out ("exported"): what cannot be noted is not done."""
    return asked(who, lambda store: store.workshops.note(who, workshop, action, detail or None))


def log(who: Token, workshop: str, number: int = 1) -> Page[AuditEntry] | Refused:
    return asked(who, lambda store: store.workshops.log(who, workshop, number))
