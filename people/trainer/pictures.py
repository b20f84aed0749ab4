"""The pictures of a room that a projector shows: taken once at the reveal, kept, and never of too few."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from catalog.questionnaire.assessment import Assessment
from people.trainer.asking import Refused
from store import Snapshot, Token, Workshop


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why nothing may be shown now, and how many people are missing until it may."""

    reason: Literal["too_few", "few", "gone", "same"]
    missing: int


@dataclass(frozen=True, slots=True)
class Shown:
    """``workshop``: as it stands after the reveal."""

    workshop: Workshop
    snapshot: Snapshot


def take(
    who: Token, seen: Workshop, *, assessment: Assessment | None = None, options: Sequence[str] = ()
) -> Shown | Withheld | Refused:
    """Takes the present stage's picture, keeps it and reveals it: of traits (``assessment``), or of the votes on the
    question that the stage is about (``options``: the ids that could be chosen).
    """
    raise NotImplementedError


def shown(who: Token, seen: Workshop) -> Snapshot | Refused | None:
    """The present stage's last picture; None where none was taken since it was started."""
    raise NotImplementedError


def all_shown(who: Token, workshop: str) -> tuple[Snapshot, ...] | Refused:
    """Every picture of the workshop, the first one first."""
    raise NotImplementedError
