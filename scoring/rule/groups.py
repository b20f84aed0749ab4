"""Traits that belong together -> one score for all of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key


@dataclass(frozen=True, slots=True)
class Grouped:
    """Score and SEM of each group, (groups, rows), NaN where under half of its traits are measured."""

    score: Floats
    sem: Floats


def grouped(key: Key, scores: Floats, errors: Floats) -> Grouped:
    """The mean of the n measured traits' scores, (traits, rows), and sqrt(sum SEM^2) / n.

    Every trait counts alike, whatever the number of its items. No item is in two traits, so their errors are
    independent; F. M. Lord and M. R. Novick (1968), Statistical Theories of Mental Test Scores, chapter 4 (composites).
    """
    rows = scores.shape[1]
    score, sem = np.full((len(key.groups), rows), np.nan), np.full((len(key.groups), rows), np.nan)
    for group, traits in enumerate(key.groups):
        total, variance, number = np.zeros(rows), np.zeros(rows), np.zeros(rows)
        for trait in traits:
            measured = ~np.isnan(scores[trait])
            error = np.where(measured, errors[trait], 0.0)
            total = total + np.where(measured, scores[trait], 0.0)
            variance = variance + error * error
            number = number + measured
        enough = (number > 0) & (2 * number >= len(traits))
        safe = np.where(enough, number, 1.0)
        score[group] = np.where(enough, total / safe, np.nan)
        sem[group] = np.where(enough, np.sqrt(variance) / safe, np.nan)
    return Grouped(score, sem)
