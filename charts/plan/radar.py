"""What the radar draws: the person over one role's wished profile.

How a wish becomes a radius is a convention of drawing, not a score: a weight of +2 is drawn at 85, +1 at 70, -1 at 30,
-2 at 15. The articles say which end of a trait suits a role and how strongly, never how many points are enough. A
larger marker is a greater weight. A trait without a weight has no wish, and an unmeasured trait leaves a gap.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.label import author_lines, short_name
from charts.palette import role_place
from scoring.rule.result import Part, Result

WISH_RADIUS: Mapping[int, float] = {2: 85.0, 1: 70.0, -1: 30.0, -2: 15.0}
LABEL_WIDTH, LONGEST_WORD = 5.2, 8.2
"""Ems of an axis label's line, and of a word that cannot be broken: more would leave a phone no circle."""
HOLE = 0.12
"""The centre stays open, so that the markers of low wishes do not cover each other."""
MOST_NAMED = 16
"""Above this many traits the axes carry numbers, and the table says which is which."""


@dataclass(frozen=True, slots=True)
class Spoke:
    """One axis. ``score``: the person's, 0 to 100, None where not measured. ``wish``: a radius, None without a weight.

    ``lean``: how far the score lies on the wished side, in points; negative on the other side, None without both.
    """

    trait: str
    name: str
    label: tuple[str, ...]
    part: Part | None
    score: float | None
    weight: int | None
    wish: float | None
    lean: float | None


@dataclass(frozen=True, slots=True)
class RadarPlan:
    """``spokes`` run clockwise from the top: the foundation's traits side by side, then the others."""

    role: str
    place: int
    spokes: tuple[Spoke, ...]
    you: str
    wished: str
    not_measured: str
    numbered: bool


def plan_radar(result: Result, assessment: Assessment, words: Words, role: str) -> RadarPlan | None:
    """None when no trait is measured, and for fewer than three traits. Raises KeyError for an unknown role."""
    chosen = assessment.role[role]
    ordered = sorted(assessment.traits, key=lambda trait: trait.id not in assessment.foundation)
    if len(ordered) < 3 or all(result.traits[trait.id].estimate is None for trait in ordered):
        return None
    numbered = len(ordered) > MOST_NAMED
    spokes = []
    for at, trait in enumerate(ordered, start=1):
        shared = trait.id in assessment.foundation
        given = assessment.foundation.get(trait.id) or chosen.weights.get(trait.id)
        weight = given.weight if given and given.weight else None
        estimate = result.traits[trait.id].estimate
        middle = 50.0 if shared else trait.norm.mean
        lean = None if weight is None or estimate is None else (estimate.value - middle) * (1 if weight > 0 else -1)
        label = (
            (str(at),) if numbered else author_lines(short_name(assessment, trait.id, words), LABEL_WIDTH, LONGEST_WORD)
        )
        spokes.append(
            Spoke(
                trait.id,
                words.of(trait.name),
                label,
                None if weight is None else "foundation" if shared else "direction",
                estimate.value if estimate else None,
                weight,
                None if weight is None else WISH_RADIUS[weight],
                lean,
            )
        )
    name = words.of(chosen.name)
    return RadarPlan(
        name,
        role_place(assessment, role),
        tuple(spokes),
        words("charts.radar.you"),
        words("charts.radar.wished", role=name),
        words("charts.radar.not_measured"),
        numbered,
    )


def measured_runs(plan: RadarPlan) -> list[list[int]]:
    """Indexes of neighbouring measured spokes, run by run.

    A run may go over the top; a full circle ends where it began.
    """
    count = len(plan.spokes)
    missing = [at for at, spoke in enumerate(plan.spokes) if spoke.score is None]
    if not missing:
        return [[*range(count), 0]]
    runs: list[list[int]] = [[]]
    for step in range(1, count + 1):
        at = (missing[0] + step) % count
        if plan.spokes[at].score is None:
            runs.append([])
        else:
            runs[-1].append(at)
    return [run for run in runs if run]
