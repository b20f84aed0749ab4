"""The pictures of a room that a projector shows: taken once at the reveal, kept, and never of too few.

On whom a picture may rest, and what it may say, scoring/group decides; the store refuses one of somebody who has
deleted their data meanwhile, or that another trainer was faster with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.questionnaire.assessment import Assessment
from people.participant import beats
from people.respondent.outcome import Outcome
from people.trainer.asking import Refused, asked
from people.trainer.choices import Asked, counted
from scoring.group import people
from scoring.group.people import Withheld, choose
from scoring.group.picture import change, picture, whole
from store import SNAPSHOT_OF, Snapshot, Store, Token, Workshop, WorkshopChanged

__all__ = ["Asked", "Shown", "Withheld", "all_shown", "shown", "take"]
TRIES = 3
MEASURED = ("picture", "change")
"""What shows scores; the others show votes."""


@dataclass(frozen=True, slots=True)
class Shown:
    """``workshop``: as it stands after the reveal."""

    workshop: Workshop
    snapshot: Snapshot


def take(
    who: Token, seen: Workshop, *, assessment: Assessment | None = None, question: Asked | None = None
) -> Shown | Withheld | Refused:
    """Takes the present stage's picture, keeps it and reveals it: of traits (``assessment``), or of the votes on the
    question that the stage is about.

    REFUSED with the field ``kind``: the stage shows nothing of the room, or what it is about was not given.
    """
    done = asked(lambda store: _take(store, who, seen, assessment, question))
    if isinstance(done, Shown):
        beats.learn(done.workshop.id, done.workshop.beat)
    return done


def shown(who: Token, seen: Workshop) -> Snapshot | Refused | None:
    """The present stage's last picture; None where none was taken since it was started."""
    found = all_shown(who, seen.id)
    if isinstance(found, Refused):
        return found
    return next((one for one in reversed(found) if _of_stage(one, seen)), None)


def all_shown(who: Token, workshop: str) -> tuple[Snapshot, ...] | Refused:
    """Every picture of the workshop, the first one first."""
    return asked(lambda store: store.workshops.snapshots(who, workshop))


def _take(
    store: Store, who: Token, seen: Workshop, assessment: Assessment | None, question: Asked | None
) -> Shown | Withheld | Refused:
    kind = SNAPSHOT_OF.get(seen.stage.kind)
    for tries_left in reversed(range(TRIES)):
        before = [
            people.Shown(one.members, one.lost, same_stage=_of_stage(one, seen), measured=one.kind in MEASURED)
            for one in store.workshops.snapshots(who, seen.id)
        ]
        rows = _rows(store, who, seen, assessment, question)
        if kind is None or rows is None:
            return Refused(Outcome.REFUSED, "kind")
        chosen = choose(frozenset(rows), before, measured=kind in MEASURED)
        if isinstance(chosen, Withheld):
            return chosen
        content = _content(seen, assessment, question, [rows[seat] for seat in sorted(chosen)])
        try:
            return Shown(*store.workshops.keep(who, seen.id, kind, seen.stage.about, chosen, content, seen.beat))
        except WorkshopChanged as changed:
            # The same beat: somebody left or deleted their data while this was looked at. Without them, once more.
            if changed.current.beat != seen.beat or changed.current.ended or not tries_left:
                raise
    raise AssertionError("unreachable")


def _rows(
    store: Store, who: Token, seen: Workshop, assessment: Assessment | None, question: Asked | None
) -> Mapping[str, Any] | None:
    """By seat what the picture is made of; None where it cannot be made at all."""
    kind = SNAPSHOT_OF.get(seen.stage.kind)
    if kind == "picture" and assessment is not None:
        return _measured(store, who, seen, assessment, 1)
    if kind == "change" and assessment is not None:
        before, after = (_measured(store, who, seen, assessment, which) for which in (1, 2))
        return {seat: (before[seat], after[seat]) for seat in before.keys() & after.keys()}
    if kind in ("check", "poll") and question is not None:
        votes = store.workshops.votes(who, seen.id, seen.stage.about)
        return {seat: choice for seat, choice in votes if question.takes(choice)}
    return None


def _measured(
    store: Store, who: Token, seen: Workshop, assessment: Assessment, which: int
) -> Mapping[str, Mapping[str, Any]]:
    """Of those who were measured whole, by the version that the site has now."""
    found = store.workshops.measured(who, seen.id, 1 if which == 1 else 2)
    return {
        one.seat: one.scores for one in found if one.version == assessment.version and whole(assessment, one.scores)
    }


def _content(
    seen: Workshop, assessment: Assessment | None, question: Asked | None, rows: Sequence[Any]
) -> Mapping[str, Any]:
    if question is not None and seen.stage.kind in ("check", "wrap_up"):
        return counted(question, rows)
    assert assessment is not None
    if seen.stage.kind == "change":
        return change(assessment, [before for before, _ in rows], [after for _, after in rows])
    return picture(assessment, rows)


def _of_stage(one: Snapshot, seen: Workshop) -> bool:
    """Whether it was shown in the present stage since that was started."""
    stage = seen.stage
    return (one.kind, one.about, one.round) == (SNAPSHOT_OF.get(stage.kind), stage.about, seen.round)
