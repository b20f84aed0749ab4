"""The foundation warning: what all of these roles ask for, and the answers do not show."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key
from scoring.rule.parts import Part
from scoring.rule.sem import Z80

LEVEL = 40.0
WHOLE = "score"


def foundation_warning(key: Key, scores: Floats, errors: Floats, part: Part) -> NDArray[np.bool_]:
    """Where even the upper end of the 80 % interval is under 40: (traits + 1, rows), the last row the whole foundation.

    The end is taken before it is cut at 0 and 100. What is not measured warns of nothing.
    """
    stands = np.array([weight != 0 for weight in key.foundation], dtype=np.bool_)
    traits = _under(scores, errors) & stands[:, None]
    return np.concatenate([traits, _under(part.value, part.error)[None, :]])


def _under(value: Floats, error: Floats) -> NDArray[np.bool_]:
    return value + Z80 * error < LEVEL
