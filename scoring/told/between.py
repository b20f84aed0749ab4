"""Values of several people on one measure: how far two are apart, and whether by more than both measurements' error.

Two scores of different people differ by chance with the variance SEM_1^2 + SEM_2^2, as two scores of one person do
(Gulliksen, Theory of Mental Tests, 1950; Lord and Novick, Statistical Theories of Mental Test Scores, 1968, chapter 3).
An 80 % interval reaches 1.2816 SEM to both sides, so the reach of the difference is sqrt(reach_1^2 + reach_2^2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from scoring.rule.result import Estimate

SHOWN = 0.5
"""Points: less is shown as 0."""


@dataclass(frozen=True, slots=True)
class Gap:
    """One value less another, in points, with its 80 % interval, not cut.

    ``apart``: the interval leaves 0 out, and its near end is not rounded to 0 where it is shown.
    """

    value: float
    low: float
    high: float

    @property
    def apart(self) -> bool:
        return self.low >= SHOWN or self.high <= -SHOWN


def gap(one: Estimate, other: Estimate) -> Gap:
    """``one`` less ``other``; the two belong to different people, so that their errors have nothing in common."""
    value, reach = one.value - other.value, hypot(_reach(one), _reach(other))
    return Gap(value, value - reach, value + reach)


def _reach(estimate: Estimate) -> float:
    """Half of the interval as it was before its ends were cut at 0 and 100: the longer side is whole."""
    return max(estimate.value - estimate.low, estimate.high - estimate.value, 0.0)


def together(estimates: Sequence[Estimate]) -> tuple[tuple[int, ...], ...]:
    """Indexes in groups, greatest values first, within each of which no two are apart.

    Each group takes in whoever follows until somebody is apart from one of its members. That somebody begins the next
    group, and need not be apart from all of the last one: a group says who is alike, not who differs.
    """
    ordered = sorted(range(len(estimates)), key=lambda at: -estimates[at].value)
    groups: list[list[int]] = []
    for at in ordered:
        if groups and not any(gap(estimates[member], estimates[at]).apart for member in groups[-1]):
            groups[-1].append(at)
        else:
            groups.append([at])
    return tuple(tuple(group) for group in groups)
