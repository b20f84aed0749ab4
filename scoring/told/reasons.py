"""Which traits a result speaks of: what counts for a role, what counts against it, what speaks for the second one.

Numbers and ids only; the words are the files'. Everything here follows from the contributions, so that each sentence on
a page can be traced to a trait, a weight and its facts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from catalog.questionnaire.assessment import Assessment
from scoring.rule.result import Contribution, Part, Result

FOUNDATION_CENTRE = 50.0


@dataclass(frozen=True, slots=True)
class Reason:
    """One trait as it bears on ``role``.

    pole: the end of the trait that the score leans to. points: what it adds to the role's fit - 50. plain: the trait's
    80 % interval leaves out the centre, so that the lean may be stated without a reserve.
    """

    trait: str
    role: str
    pole: Literal["high", "low"]
    part: Part
    weight: int
    points: float
    plain: bool


@dataclass(frozen=True, slots=True)
class Lean:
    """A trait's distance from its centre, in SEM, with its sign's pole."""

    trait: str
    pole: Literal["high", "low"]
    distance: float
    plain: bool


def centre(assessment: Assessment, trait: str) -> float:
    """The score from which a trait counts: 50 in the foundation, the norm's mean elsewhere."""
    return FOUNDATION_CENTRE if trait in assessment.foundation else assessment.trait[trait].norm.mean


def leans(result: Result, assessment: Assessment) -> tuple[Lean, ...]:
    """Every measured trait off its centre, the furthest first; ties in the files' order."""
    found = []
    for trait in assessment.traits:
        score = result.traits[trait.id]
        if score.estimate is None or score.sem is None:
            continue
        middle = centre(assessment, trait.id)
        offset = score.estimate.value - middle
        if offset:
            plain = not score.estimate.low <= middle <= score.estimate.high
            found.append(Lean(trait.id, "high" if offset > 0 else "low", abs(offset) / score.sem, plain))
    return tuple(sorted(found, key=lambda lean: -lean.distance))


def strengths(result: Result, assessment: Assessment, role: str, most: int = 3) -> tuple[Reason, ...]:
    """The traits that add most to the role's fit, greatest first."""
    return _reasons(result, assessment, role, 1.0)[:most]


def watch_outs(result: Result, assessment: Assessment, role: str, most: int = 3) -> tuple[Reason, ...]:
    """The traits that take most from the role's fit, greatest first."""
    return _reasons(result, assessment, role, -1.0)[:most]


def for_the_second(result: Result, assessment: Assessment, most: int = 2) -> tuple[Reason, ...]:
    """What speaks for the second role against the best: the traits whose contribution to it is higher by most.

    Empty when unscored, with fewer than two roles, or when nothing speaks for it.
    """
    if result.verdict.best is None or len(result.ranking) < 2:
        return ()
    best = {part.trait: part.points for part in result.roles[result.ranking[0]].contributions}
    second = result.ranking[1]
    gain = {
        part.trait: part.points - best.get(part.trait, 0.0)
        for part in result.roles[second].contributions
        if part.part == "direction"
    }
    mine = [reason for reason in _reasons(result, assessment, second, 1.0) if gain.get(reason.trait, 0.0) > 0]
    return tuple(sorted(mine, key=lambda reason: -gain[reason.trait]))[:most]


def nothing_stands_out(result: Result, assessment: Assessment) -> bool:
    """True when something is measured, no trait's interval leaves out its centre, and no role's work is liked apart."""
    measured = any(score.estimate is not None for score in result.traits.values())
    return measured and not any(lean.plain for lean in leans(result, assessment)) and not _liked_apart(result)


def _liked_apart(result: Result) -> bool:
    """Whether some role's liking leaves out, with its interval, the mean of all roles' liking."""
    mean = result.liking.mean if result.liking else None
    if mean is None:
        return False
    liked = [fit.liking.estimate for fit in result.roles.values() if fit.liking]
    return any(one is not None and not one.low <= mean <= one.high for one in liked)


def _reasons(result: Result, assessment: Assessment, role: str, sign: float) -> tuple[Reason, ...]:
    lean = {lean.trait: lean for lean in leans(result, assessment)}
    counted = [part for part in result.roles[role].contributions if part.points * sign > 0 and part.trait in lean]
    return tuple(
        Reason(part.trait, role, lean[part.trait].pole, part.part, part.weight, part.points, lean[part.trait].plain)
        for part in sorted(counted, key=_size)
    )


def _size(part: Contribution) -> float:
    return -abs(part.points)
