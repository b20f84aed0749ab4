"""Whether traits and liking, each by itself, put the same role first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scoring.rule.result import Result
from scoring.rule.verdict import LEANING

SAME = 9
"""Chances alike to so many digits are one."""


@dataclass(frozen=True, slots=True)
class Halves:
    """``traits``, ``liking``: the role that each half alone makes most probable; ``_sure``: with P >= 0.70."""

    traits: str
    liking: str
    traits_sure: bool
    liking_sure: bool

    @property
    def agree(self) -> bool:
        return self.traits == self.liking


def halves(result: Result) -> Halves | None:
    """None where liking does not count or there is no order. Ties go by the files' order."""
    traits = {role: fit.liking.p_traits for role, fit in result.roles.items() if fit.liking}
    liking = {role: fit.liking.p_liking for role, fit in result.roles.items() if fit.liking}
    first, liked = _first(traits), _first(liking)
    if first is None or liked is None:
        return None
    return Halves(first[0], liked[0], first[1] >= LEANING, liked[1] >= LEANING)


def _first(chances: Mapping[str, float | None]) -> tuple[str, float] | None:
    known = [(role, chance) for role, chance in chances.items() if chance is not None]
    # Chances that are equal may differ in their last bits.
    return max(known, key=lambda one: round(one[1], SAME)) if known else None
