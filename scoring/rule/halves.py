"""One respondent's traits and liking side by side: what each of them says by itself, and both together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.numbers.elementary import Floats
from scoring.rule.best import p_best
from scoring.rule.key import Key
from scoring.rule.liking import Preference, liking_points, preference
from scoring.rule.matrix import Scores
from scoring.rule.truth import Truth, liked, together, truth
from scoring.rule.verdict import KINDS


@dataclass(frozen=True, slots=True)
class Halves:
    """Of the one row of ``scores``. true: both halves together, as P has them. counts: whether liking counts.

    trait_share: the part of a role's own side that its traits make; points (roles, 1): what liking adds to each fit.
    p_traits, p_liking: P by role index from one half alone; empty where liking does not count or there is no order.
    """

    true: Truth
    preferred: Preference
    counts: bool
    trait_share: float
    points: Floats
    p_traits: Mapping[int, float]
    p_liking: Mapping[int, float]


def halves(key: Key, scores: Scores) -> Halves:
    preferred = preference(key, scores.liking, scores.liking_sem)
    traits = truth(key, scores.score, scores.sem)
    counts = bool(preferred.counts[0])
    ordered = counts and KINDS[int(scores.verdict[0])] != "unscored"
    return Halves(
        true=together(key, traits, preferred),
        preferred=preferred,
        counts=counts,
        trait_share=1.0 - key.liking.share if key.liking is not None and counts else 1.0,
        points=liking_points(key, preferred),
        p_traits=_by_role(traits.roles, p_best(traits.mean, traits.covariance)) if ordered else {},
        p_liking=_by_role(traits.roles, p_best(*liked(key, traits.roles, preferred))) if ordered else {},
    )


def _by_role(roles: tuple[int, ...], chances: Floats) -> Mapping[int, float]:
    return {role: float(chance) for role, chance in zip(roles, chances[:, 0], strict=True)}
