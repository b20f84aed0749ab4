"""The standard error of measurement of a trait score, and the interval it draws."""

from __future__ import annotations

import numpy as np

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key
from scoring.rule.pomp import Counts

Z80 = 1.2816
"""Half of a normal's middle 80 % in standard deviations."""


def standard_errors(key: Key, scores: Floats, counts: Counts) -> Floats:
    """SEM = sqrt(sd^2 (1 - r) K0 / k) in POMP points, NaN where the trait is not measured: (traits, rows).

    r belongs to the K0 answers of the full form; the error's variance goes with 1 / k, k the answers given. Sources:
    F. M. Lord and M. R. Novick (1968), Statistical Theories of Mental Test Scores, chapters 3 and 5 (SEM; length).
    """
    errors = []
    for trait, (sd, reliability) in enumerate(zip(key.norm_sd, key.reliability, strict=True)):
        variance = sd * sd * (1.0 - reliability) * float(key.full[trait])
        errors.append(np.sqrt(variance / np.maximum(counts[trait], 1)))
    return np.where(np.isnan(scores), np.nan, np.array(errors).reshape(scores.shape))
