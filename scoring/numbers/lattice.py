"""The probability that any number of correlated normals are all below their limits, from a fixed set of points."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.numbers.normal import cdf, quantile

POINTS = 1024
_LEAST = 1e-300
_PIVOT = 1e-14


def orthant(limits: Floats, correlations: Floats) -> Floats:
    """P(X_1 < limit_1, …, X_d < limit_d) for standard normals: (d, rows), (d, d, rows) -> (rows,). Error below 0.001.

    Formula: A. Genz (1992), Numerical computation of multivariate normal probabilities, Journal of Computational and
    Graphical Statistics 1, 141-149: each limit given the ones before it, the strictest first, averaged over a lattice
    of 1,024 points that never change.
    """
    size, rows = limits.shape
    order = np.argsort(limits, axis=0, kind="stable")
    across = np.arange(rows)
    limit = limits[order, across]
    factor = _cholesky(correlations[order[:, None, :], order[None, :, :], across])
    lattice = _lattice(size - 1)
    share = np.broadcast_to(cdf(limit[0] / factor[0][0]), (POINTS, rows))
    product = share
    drawn: list[Floats] = []
    for i in range(1, size):
        inside = np.minimum(np.maximum(lattice[i - 1][:, None] * share, _LEAST), 1.0 - 1e-16)
        drawn.append(quantile(inside))
        shift = np.zeros((POINTS, rows))
        for j in range(i):
            shift = shift + factor[i][j] * drawn[j]
        share = cdf((limit[i] - shift) / factor[i][i])
        product = product * share
    return _mean(product)


def _cholesky(matrix: Floats) -> list[list[Floats]]:
    """The lower factor by rows; a pivot that rounding leaves at nothing is held just above it."""
    factor: list[list[Floats]] = []
    for i in range(matrix.shape[0]):
        row: list[Floats] = []
        for j in range(i):
            rest = matrix[i, j]
            for before in range(j):
                rest = rest - row[before] * factor[j][before]
            row.append(rest / factor[j][j])
        rest = matrix[i, i]
        for before in range(i):
            rest = rest - row[before] * row[before]
        row.append(np.sqrt(np.maximum(rest, _PIVOT)))
        factor.append(row)
    return factor


def _lattice(size: int) -> NDArray[np.float64]:
    """Richtmyer's lattice (multiples of the square roots of primes) folded by the baker's map: (size, POINTS)."""
    steps = np.arange(1, POINTS + 1, dtype=np.float64)
    turns = [steps * (sqrt(prime) % 1.0) + 0.5 for prime in _primes(size)]
    return np.array([np.abs(2.0 * (turn % 1.0) - 1.0) for turn in turns]).reshape(size, POINTS)


def _primes(count: int) -> list[int]:
    found: list[int] = []
    candidate = 2
    while len(found) < count:
        if all(candidate % prime for prime in found):
            found.append(candidate)
        candidate += 1
    return found


def _mean(values: Floats) -> Floats:
    """Mean over the first axis by halving: the same order of additions for one row and for many."""
    while values.shape[0] > 1:
        half = values.shape[0] // 2
        values = values[:half] + values[half:]
    return np.ascontiguousarray(values[0]) / POINTS
