"""Two results of one person: which traits are the same measure in both, and which changed beyond the answers' error."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from catalog.questionnaire.assessment import Assessment
from scoring.rule.result import Result

Z_80 = 1.2816


@dataclass(frozen=True, slots=True)
class Change:
    """A trait's scores before and after (0..100)."""

    trait: str
    before: float
    after: float


def same_measure(before: Assessment, after: Assessment) -> frozenset[str]:
    """The traits that both versions of an assessment measure by the same questions.

    A question whose meaning changes gets a new id, so the ids tell. A trait with other questions is another measure,
    and a difference of its two scores says nothing of the person.
    """
    return frozenset(
        trait
        for trait in before.trait.keys() & after.trait.keys()
        if before.scale.points == after.scale.points and _asked(before, trait) == _asked(after, trait)
    )


def _asked(assessment: Assessment, trait: str) -> frozenset[tuple[str, str]]:
    items = ((item.id, item.keyed) for item in assessment.items if item.trait == trait)
    scenes = ((scene.id, "") for scene in assessment.scenarios if any(trait in one.shows for one in scene.options))
    return frozenset((*items, *scenes))


def changes(before: Result, after: Result) -> tuple[Change, ...]:
    """The traits whose difference exceeds 1.2816 sqrt(SEM_before^2 + SEM_after^2), the largest first.

    The standard error of a difference of two scores (Gulliksen, Theory of Mental Tests, 1950), at 80 %. A trait that is
    not measured in both is left out.
    """
    found = []
    for trait, then in before.traits.items():
        now = after.traits.get(trait)
        if now is None or then.estimate is None or now.estimate is None or then.sem is None or now.sem is None:
            continue
        apart = now.estimate.value - then.estimate.value
        if abs(apart) > Z_80 * sqrt(then.sem**2 + now.sem**2):
            found.append(Change(trait, then.estimate.value, now.estimate.value))
    return tuple(sorted(found, key=lambda change: -abs(change.after - change.before)))
