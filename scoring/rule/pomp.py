"""Answers -> trait scores in percent of the maximum possible (POMP)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key

Responses = NDArray[np.int8]
Counts = NDArray[np.int32]


def keyed_sums(key: Key, columns: Responses) -> tuple[Counts, Counts]:
    """Sum and number of the keyed answers given: (K, rows), 0 = not answered -> two of (traits, rows).

    An item keyed "-" counts points + 1 - x; a scenario's option counts as one keyed answer to each trait it shows.
    """
    shape = (len(key.asked), columns.shape[1])
    sums, counts = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
    for item in key.items:
        answer = columns[item.column].astype(np.int32)
        given = answer > 0
        sums[item.trait] += np.where(given, key.points + 1 - answer, 0) if item.reverse else answer
        counts[item.trait] += given
    for scenario in key.scenarios:
        answer = columns[scenario.column]
        sums[scenario.trait] += scenario.keyed[answer]
        counts[scenario.trait] += answer > 0
    return sums, counts


def trait_scores(key: Key, sums: Counts, counts: Counts) -> Floats:
    """POMP = 100 (m - 1) / (points - 1), m the mean keyed answer; NaN where under half of what was asked is answered.

    (traits, rows) -> (traits, rows), 0 to 100. Source: P. Cohen, J. Cohen, L. S. Aiken and S. G. West (1999), The
    problem of units and the circumstance for POMP, Multivariate Behavioral Research 34, 315-346.
    """
    measured = (counts > 0) & (2 * counts >= key.asked[:, None])
    share = (100 * (sums - counts)).astype(np.float64) / np.maximum(counts * (key.points - 1), 1)
    return np.where(measured, share, np.nan)
