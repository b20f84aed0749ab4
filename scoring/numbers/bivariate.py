"""The probability that two correlated normals are both below their limits."""

from __future__ import annotations

from math import pi, sqrt

import numpy as np

from scoring.numbers.elementary import Floats, exp
from scoring.numbers.normal import cdf

_SPLIT = 0.925
_FAR = 9.0
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(20)
# From [-1, 1] to [0, 1].
_STEPS = tuple(zip(((_NODES + 1.0) / 2.0).tolist(), (_WEIGHTS / 2.0).tolist(), strict=True))


def bivariate_cdf(h: Floats, k: Floats, r: Floats) -> Floats:
    """P(X < h and Y < k) for standard normals with correlation ``r``; three arrays of one shape, error below 1e-7.

    Formulas: Z. Drezner and G. O. Wesolowsky (1990), On the computation of the bivariate normal integral, Journal of
    Statistical Computation and Simulation 35, 101-107, by 20-point Gauss-Legendre; beyond |r| = 0.925 the integral
    from r to 1 with its singular part in closed form, after A. Genz (2004), Numerical computation of rectangular
    bivariate and trivariate normal and t probabilities, Statistics and Computing 14, 251-260.
    """
    h, k = np.minimum(np.maximum(h, -_FAR), _FAR), np.minimum(np.maximum(k, -_FAR), _FAR)
    r = np.minimum(np.maximum(r, -1.0), 1.0)
    result = np.empty_like(h)
    strong = np.abs(r) > _SPLIT
    weak = ~strong
    result[weak] = _from_independence(h[weak], k[weak], r[weak])
    negative = strong & (r < 0)
    positive = strong & ~negative
    result[positive] = _from_identity(h[positive], k[positive], r[positive])
    result[negative] = cdf(h[negative]) - _from_identity(h[negative], -k[negative], -r[negative])
    return np.minimum(np.maximum(result, 0.0), 1.0)


def _from_independence(h: Floats, k: Floats, r: Floats) -> Floats:
    # x = 2 t / (1 + t^2) takes the place of the usual sine: no function but exp is needed.
    upper = r / (1.0 + np.sqrt((1.0 - r) * (1.0 + r)))
    squares, product = (h * h + k * k) * 0.5, h * k
    total = np.zeros_like(h)
    for node, weight in _STEPS:
        t = upper * node
        tt = t * t
        one = 1.0 + tt
        cosine = (1.0 - tt) / one
        total = total + weight * (exp((product * (2.0 * t / one) - squares) / (cosine * cosine)) / one)
    return cdf(h) * cdf(k) + upper * total / pi


def _from_identity(h: Floats, k: Floats, r: Floats) -> Floats:
    width = np.sqrt((1.0 - r) * (1.0 + r))
    # Where the correlation is 1, nothing lies between; the guard keeps 0 / 0 away.
    safe = np.maximum(width, 1e-150)
    gap, product = np.abs(h - k), h * k
    half = gap * gap * 0.5
    limit = exp(-0.5 * product)
    ratio = np.minimum(gap / safe, 1e3)
    between = limit * (width * exp(-0.5 * (ratio * ratio)) - gap * (sqrt(2.0 * pi) * cdf(-ratio)))
    for node, weight in _STEPS:
        y = safe * node
        x = np.sqrt((1.0 - y) * (1.0 + y))
        smooth = exp(-product / (1.0 + x)) / x - limit
        near = np.minimum(half / (y * y), 1e3)
        between = between + weight * width * (exp(-near) * smooth)
    return cdf(np.minimum(h, k)) - between / (2.0 * pi)
