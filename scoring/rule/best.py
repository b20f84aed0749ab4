"""The probability that a role is the greatest of all."""

from __future__ import annotations

import numpy as np

from scoring.numbers.bivariate import bivariate_cdf
from scoring.numbers.elementary import Floats
from scoring.numbers.lattice import POINTS, orthant
from scoring.numbers.normal import cdf

_RIDGE = 1e-12
"""A variance too small to move any P, which makes two roles that are one and the same share their P."""
_LATTICE_CELLS = 1 << 17


def p_best(mean: Floats, covariance: Floats) -> Floats:
    """P(role r is the greatest of N(mean, covariance)): (roles, rows), (roles, roles, rows) -> (roles, rows).

    Within 0.001 before and after they are made to add up to 1. Two roles: the normal distribution of the difference;
    three: the bivariate normal of two differences; more: Genz's method on a fixed lattice.
    """
    roles, rows = mean.shape
    if roles == 0:
        return np.empty((0, rows))
    if roles == 1:
        return np.ones((1, rows))
    if roles <= 3:
        chances = [_against_two(r, mean, covariance) for r in range(roles)]
    else:
        step = max(1, _LATTICE_CELLS // POINTS)
        chances = [
            np.concatenate(
                [_against_many(r, mean[:, i : i + step], covariance[:, :, i : i + step]) for i in range(0, rows, step)]
                or [np.empty(0)]
            )
            for r in range(roles)
        ]
    total = np.zeros(rows)
    for chance in chances:
        total = total + chance
    return np.array([chance / total for chance in chances])


def difference(mean: Floats, covariance: Floats, role: int, other: int) -> tuple[Floats, Floats]:
    """Mean and standard deviation of ``role`` less ``other``: (rows,), (rows,)."""
    variance = covariance[role, role] + covariance[other, other] - 2.0 * covariance[role, other]
    return mean[role] - mean[other], np.sqrt(np.maximum(variance, 0.0) + 2.0 * _RIDGE)


def _against_two(role: int, mean: Floats, covariance: Floats) -> Floats:
    others = [other for other in range(mean.shape[0]) if other != role]
    limits, correlations = _limits(role, others, mean, covariance)
    if len(others) == 1:
        return cdf(limits[0])
    return bivariate_cdf(limits[0], limits[1], correlations[0, 1])


def _against_many(role: int, mean: Floats, covariance: Floats) -> Floats:
    others = [other for other in range(mean.shape[0]) if other != role]
    return orthant(*_limits(role, others, mean, covariance))


def _limits(role: int, others: list[int], mean: Floats, covariance: Floats) -> tuple[Floats, Floats]:
    """``role`` less each other role, in its own standard deviations, and how these differences correlate."""
    apart = [difference(mean, covariance, role, other) for other in others]
    rows = mean.shape[1]
    correlations = np.ones((len(others), len(others), rows))
    for i, first in enumerate(others):
        for j, second in enumerate(others[:i]):
            shared = covariance[role, role] - covariance[role, first] - covariance[role, second]
            shared = shared + covariance[first, second] + _RIDGE
            correlations[i, j] = correlations[j, i] = shared / (apart[i][1] * apart[j][1])
    return np.array([value / sd for value, sd in apart]), correlations
