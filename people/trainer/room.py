"""How far a room is, told so that nobody can be counted out of it."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.questionnaire.assessment import Assessment
from people.respondent.sheet import screens
from people.trainer.asking import Refused, asked
from scoring.told.group import FEWEST, STEP
from store import RoomCounts, Stage, Token, Workshop

TENTH = 10


@dataclass(frozen=True, slots=True)
class RoomNow:
    """``here``: seats taken, exactly: everybody in the room sees who is there.

    Of the present stage: ``progress``, in steps of 10, 100 only once everybody is done; None while fewer than five are
    here, or where nothing is done in it. ``waiting``: how many are done at least, in steps of 5, never so that it tells
    of the last few.
    """

    here: int
    progress: int | None
    waiting: int


def room(who: Token, seen: Workshop, assessment: Assessment | None = None) -> RoomNow | Refused:
    """``assessment``: the workshop's, None for lessons only."""
    questions = _questions(seen, assessment)
    found = asked(who, lambda store: store.workshops.counts(who, seen.id, questions))
    return found if isinstance(found, Refused) else told(found, seen.stage)


def told(counts: RoomCounts, stage: Stage) -> RoomNow:
    """``counts``: exact, and not to be shown."""
    done, share = _done(counts, stage)
    if share is None or counts.seats < FEWEST:
        return RoomNow(counts.seats, None, 0)
    everybody = done >= counts.seats
    progress = 100 if everybody else min(int(share * 100) // TENTH * TENTH, 100 - TENTH)
    waiting = counts.seats if everybody else max(0, min(done, counts.seats - STEP)) // STEP * STEP
    return RoomNow(counts.seats, progress, waiting)


def _done(counts: RoomCounts, stage: Stage) -> tuple[int, float | None]:
    """How many are done with what the stage asks for, and the share of it that is done; None: it asks for nothing."""
    if stage.kind in ("assessment", "own_result", "picture"):
        return counts.finished, counts.answered
    if stage.kind in ("again", "change"):
        return counts.finished_again, counts.finished_again / max(counts.seats, 1)
    if stage.kind in ("check", "wrap_up") and stage.about:
        voted = counts.votes.get(stage.about, 0)
        return voted, voted / max(counts.seats, 1)
    return 0, None


def _questions(seen: Workshop, assessment: Assessment | None) -> int:
    if assessment is None or seen.form is None or seen.form not in assessment.forms:
        return 0
    return sum(map(len, screens(assessment, (seen.form,))))
