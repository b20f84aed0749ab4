"""A picture's traits as rows: where the room stands between the two ends of each, and to which end it leans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from catalog.questionnaire.assessment import Trait
from people.trainer.shapes import Snapshot, Workshop
from scoring.group.steps import reach_in_room
from views.frame.context import Site
from views.workshop.running import assessment_of

MIDDLE = 50
End = Literal["low", "high"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitRow:
    """``low``, ``high``: the two ends in words. ``mean``, ``after``: multiples of 5. ``reach``: how far off the mean
    may be. ``lean``: the end to which the room leans beyond that, None for neither.
    """

    trait: str
    name: str
    low: str
    high: str
    mean: int
    reach: float
    lean: End | None = None
    apart: str = ""
    after: int | None = None

    @property
    def said(self) -> str:
        return str(self.mean)


def traits(here: Site, workshop: Workshop, found: Snapshot) -> list[TraitRow]:
    """In the files' order; a trait that they do not hold any more is left out."""
    rows = []
    for trait, one in _told(here, workshop, found):
        row = _row(here, trait, found, one["mean"])
        apart = here.words(f"charts.team.spread.{one['spread']}") if one.get("spread") else ""
        end: End = "high" if row.mean > MIDDLE else "low"
        rows.append(replace(row, lean=end if abs(row.mean - MIDDLE) > row.reach else None, apart=apart))
    return rows


def changes(here: Site, workshop: Workshop, found: Snapshot) -> list[TraitRow]:
    """As ``traits``, with the mean before and the one ``after``."""
    return [
        replace(_row(here, trait, found, one["before"]), after=int(one["after"]))
        for trait, one in _told(here, workshop, found)
    ]


def _told(here: Site, workshop: Workshop, found: Snapshot) -> list[tuple[Trait, Mapping[str, Any]]]:
    assessment = assessment_of(here, workshop)
    told = {one["trait"]: one for one in found.content.get("traits", ())}
    return [(trait, told[trait.id]) for trait in (assessment.traits if assessment else ()) if trait.id in told]


def _row(here: Site, trait: Trait, found: Snapshot, mean: int) -> TraitRow:
    of = here.words.of
    return TraitRow(
        trait=trait.id,
        name=of(trait.short or trait.name),
        low=of(trait.low),
        high=of(trait.high),
        mean=int(mean),
        reach=reach_in_room(trait.norm.sd, found.people),
    )
