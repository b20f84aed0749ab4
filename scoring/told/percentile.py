"""Where scores stand among the people of a norm, in percent of them; never where a norm is only assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np

from catalog.questionnaire.assessment import Assessment, Norm
from scoring.numbers.normal import cdf
from scoring.rule.result import Result, TraitScore


@dataclass(frozen=True, slots=True)
class Percentile:
    """Shares of 0 to 1: of the people who score lower, with those of the ends of the score's 80 % interval."""

    value: float
    low: float
    high: float


def norm_groups(result: Result, assessment: Assessment) -> Mapping[str, Norm]:
    """The groups of people to compare with, by basis, the one that scores first. None where a norm is assumed."""
    if result.provisional:
        return {}
    found: dict[str, Norm] = {}
    for trait in assessment.traits:
        found.setdefault(trait.norm.basis, trait.norm)
    for trait in assessment.traits:
        for norm in trait.other_norms:
            found.setdefault(norm.basis, norm)
    return {basis: norm for basis, norm in found.items() if not norm.assumed}


def percentiles(result: Result, assessment: Assessment, basis: str) -> Mapping[str, Percentile]:
    """By trait, group by group, of those that are measured and have a norm of that basis."""
    found = {}
    for trait in assessment.in_groups:
        norms = [norm for norm in (trait.norm, *trait.other_norms) if norm.basis == basis]
        if norms and (told := _percentile(result.traits[trait.id], trait.norm, norms[0])) is not None:
            found[trait.id] = told
    return found


def _percentile(score: TraitScore, scoring: Norm, beside: Norm) -> Percentile | None:
    """100 Phi((score - mean) / s), s^2 = r sd^2 + SEM^2: the spread of scores with as much error as this one has."""
    if score.estimate is None or score.sem is None:
        return None
    longer = score.sem**2 / (scoring.sd**2 * (1.0 - scoring.reliability))
    spread = sqrt(beside.sd**2 * (beside.reliability + (1.0 - beside.reliability) * longer))
    ends = np.array([score.estimate.value, score.estimate.low, score.estimate.high])
    value, low, high = cdf((ends - beside.mean) / spread).tolist()
    return Percentile(value, low, high)
