"""Foundation (whether these roles suit) and direction (which of them): weighted sums of trait scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key

MIDDLE = 50.0


@dataclass(frozen=True, slots=True)
class Part:
    """A value and its standard error, (rows,), NaN where under half of the part's weight is measured."""

    value: Floats
    error: Floats


def foundation(key: Key, scores: Floats, errors: Floats) -> Part:
    """F = 50 + 50 sum(b (score - 50) / 50) / sum(b) over the measured traits; arrays (traits, rows)."""
    return _part(key.foundation, foundation_origins(key), scores, errors)


def foundation_origins(key: Key) -> tuple[float, ...]:
    """The foundation asks for a level, so it counts from the scale's middle, not from a norm."""
    return (MIDDLE,) * len(key.foundation)


def direction(key: Key, role: int, scores: Floats, errors: Floats) -> Part:
    """D = 50 + 50 sum(w (score - norm.mean) / 50) / sum(|w|) over the measured traits; arrays (traits, rows)."""
    return _part(key.directions[role], key.norm_mean, scores, errors)


def fit(one: Part, other: Part) -> tuple[Floats, Floats]:
    """(F + G) / 2 and its standard error, G the role's own side. No question is in both, so errors are independent."""
    value = (one.value + other.value) / 2.0
    return value, np.sqrt(one.error * one.error + other.error * other.error) / 2.0


def contributions(weights: Sequence[float], origins: Sequence[float], scores: Floats) -> Floats:
    """What each trait of a part adds to fit - 50: (traits, rows), 0 where it is not measured or weighs nothing.

    Holds where the part itself is measured; both parts' contributions together add up to fit - 50.
    """
    measured = ~np.isnan(scores)
    weight_sum = np.zeros(scores.shape[1])
    for trait, weight in enumerate(weights):
        weight_sum = weight_sum + np.where(measured[trait], abs(weight), 0.0)
    safe = np.where(weight_sum > 0, weight_sum, 1.0)
    points = np.zeros(scores.shape)
    for trait, weight in enumerate(weights):
        points[trait] = np.where(measured[trait], weight * (scores[trait] - origins[trait]), 0.0) / safe / 2.0
    return points


def _part(weights: Sequence[float], origins: Sequence[float], scores: Floats, errors: Floats) -> Part:
    rows = scores.shape[1]
    shift, variance, weight_sum = np.zeros(rows), np.zeros(rows), np.zeros(rows)
    total = 0.0
    for trait, weight in enumerate(weights):
        if not weight:
            continue
        total += abs(weight)
        measured = ~np.isnan(scores[trait])
        shift = shift + np.where(measured, weight * (scores[trait] - origins[trait]), 0.0)
        error = np.where(measured, weight * errors[trait], 0.0)
        variance = variance + error * error
        weight_sum = weight_sum + np.where(measured, abs(weight), 0.0)
    enough = (weight_sum > 0) & (2.0 * weight_sum >= total)
    safe = np.where(enough, weight_sum, 1.0)
    return Part(
        value=np.where(enough, MIDDLE + shift / safe, np.nan),
        error=np.where(enough, np.sqrt(variance) / safe, np.nan),
    )
