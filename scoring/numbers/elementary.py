"""exp and log from additions, multiplications and divisions alone.

numpy's own exp and log may choose another code path by processor, array length or stride, with another last bit. The
operations used here are rounded alike everywhere (IEEE 754), so a row scored alone equals the same row in a matrix.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

_LN2_HIGH, _LN2_LOW = 6.93145751953125e-1, 1.42860682030941723212e-6
_LOG2_E = 1.4426950408889634
_SQRT_HALF = 0.7071067811865476
_LEAST, _GREATEST = -700.0, 700.0


def exp(x: Floats) -> Floats:
    """e**x, relative error below 1e-15; ``x`` is cut at -700 and 700, NaN stays NaN.

    Source: the rational approximation of S. L. Moshier, Cephes Mathematical Library, exp.c (1984).
    """
    cut = np.minimum(np.maximum(x, _LEAST), _GREATEST)
    n = np.rint(cut * _LOG2_E)
    f = (cut - n * _LN2_HIGH) - n * _LN2_LOW
    ff = f * f
    p = f * ((1.26177193074810590878e-4 * ff + 3.02994407707441961300e-2) * ff + 1.0)
    q = ((3.00198505138664455042e-6 * ff + 2.52448340349684104192e-3) * ff + 2.27265548208155028766e-1) * ff + 2.0
    # A NaN has no integer exponent; it reaches the result through p and q.
    exponent = np.where(np.isnan(n), 0.0, n).astype(np.int32)
    return np.ldexp(1.0 + 2.0 * (p / (q - p)), exponent)


def log(x: Floats) -> Floats:
    """Natural logarithm of positive ``x``, relative error below 1e-15 away from 1.

    Formula: log m = 2 artanh((m - 1) / (m + 1)) on m in [sqrt(1/2), sqrt(2)), by its power series
    (Abramowitz and Stegun 1964, 4.1.27).
    """
    m, e = np.frexp(x)
    small = m < _SQRT_HALF
    m = np.where(small, m + m, m)
    exponent = np.where(small, e - 1, e).astype(np.float64)
    s = (m - 1.0) / (m + 1.0)
    ss = s * s
    series = np.full_like(s, 1.0 / 23.0)
    for odd in range(21, 0, -2):
        series = series * ss + 1.0 / odd
    return exponent * _LN2_HIGH + (exponent * _LN2_LOW + 2.0 * s * series)
