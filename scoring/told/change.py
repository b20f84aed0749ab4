"""Two results of one person: which traits changed by more than the error of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from scoring.rule.result import Result

Z_80 = 1.2816


@dataclass(frozen=True, slots=True)
class Change:
    """A trait's scores before and after (0..100)."""

    trait: str
    before: float
    after: float


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
