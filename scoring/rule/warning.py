"""The foundation warning: what all of these roles ask for, and the answers do not show."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key
from scoring.rule.parts import Part
from scoring.rule.sem import Z80
from scoring.rule.truth import HALF, Truth

LEVEL = 40.0
WHOLE = "score"
REGRESSED = 2
"""From this rule on a trait warns by what it truly is, not by the score alone."""


def foundation_warning(key: Key, scores: Floats, errors: Floats, part: Part, true: Truth) -> NDArray[np.bool_]:
    """Where even the upper end of the 80 % interval is under 40: (traits + 1, rows), the last row the whole foundation.

    A trait's interval is that of the true trait, mu + 1.2816 s: with a dozen traits somebody's lowest score is mostly
    low by chance. Under the first rule it is that of the score. The end is taken before it is cut at 0 and 100. What is
    not measured warns of nothing.
    """
    stands = np.array([weight != 0 for weight in key.foundation], dtype=np.bool_)
    if key.rule < REGRESSED:
        low = _under(scores, errors)
    else:
        means = np.array(key.norm_mean)[:, None] + HALF * true.trait_mean
        low = _under(means, HALF * np.sqrt(true.trait_variance)) & ~np.isnan(scores)
    return np.concatenate([low & stands[:, None], _under(part.value, part.error)[None, :]])


def _under(value: Floats, error: Floats) -> NDArray[np.bool_]:
    return value + Z80 * error < LEVEL
