"""The normal distribution on arrays: probability below z, and its inverse."""

from __future__ import annotations

import numpy as np

from scoring.numbers.elementary import Floats, exp, log

_SPLIT_CENTRE, _SPLIT_TAIL = 0.67448975, 5.656854249492381
_ONE_OVER_SQRT_2PI = 0.3989422804014327

_CENTRE = (
    (
        0.065682337918207449113,
        2.2352520354606839287,
        161.02823106855587881,
        1067.6894854603709582,
        18154.981253343561249,
    ),
    (1.0, 47.20258190468824187, 976.09855173777669322, 10260.932208618978205, 45507.789335026729956),
)
_MIDDLE = (
    (
        1.0765576773720192317e-8,
        0.39894151208813466764,
        8.8831497943883759412,
        93.506656132177855979,
        597.27027639480026226,
        2494.5375852903726711,
        6848.1904505362823326,
        11602.651437647350124,
        9842.7148383839780218,
    ),
    (
        1.0,
        22.266688044328115691,
        235.38790178262499861,
        1519.377599407554805,
        6485.558298266760755,
        18615.571640885098091,
        34900.952721145977266,
        38912.003286093271411,
        19685.429676859990727,
    ),
)
_TAIL = (
    (
        0.02307344176494017303,
        0.21589853405795699,
        0.1274011611602473639,
        0.022235277870649807,
        0.001421619193227893466,
        2.9112874951168792e-5,
    ),
    (
        1.0,
        1.28426009614491121,
        0.468238212480865118,
        0.0659881378689285515,
        0.00378239633202758244,
        7.29751555083966205e-5,
    ),
)


def cdf(z: Floats) -> Floats:
    """Probability that a standard normal is below ``z`` (any shape), absolute error below 1e-15; NaN stays NaN.

    Source: W. J. Cody (1969), Rational Chebyshev approximation for the error function, Mathematics of Computation 23,
    631-637; the coefficients for the normal distribution in W. J. Cody (1993), Algorithm 715, ACM TOMS 19, 22-30.
    """
    flat = np.ravel(z)
    size = np.abs(flat)
    result = np.where(np.isnan(flat), np.nan, 0.0)
    centre = size <= _SPLIT_CENTRE
    middle = (size > _SPLIT_CENTRE) & (size <= _SPLIT_TAIL)
    tail = size > _SPLIT_TAIL
    result[centre] = _centre(flat[centre])
    result[middle] = _upper(flat[middle], _middle(size[middle]))
    result[tail] = _upper(flat[tail], _tail(np.minimum(size[tail], 37.0)))
    return result.reshape(np.shape(z))


def _centre(z: Floats) -> Floats:
    return 0.5 + z * _ratio(_CENTRE, z * z)


def _middle(size: Floats) -> Floats:
    return _ratio(_MIDDLE, size) * exp(-0.5 * (size * size))


def _tail(size: Floats) -> Floats:
    inverse = 1.0 / (size * size)
    return (_ONE_OVER_SQRT_2PI - inverse * _ratio(_TAIL, inverse)) / size * exp(-0.5 * (size * size))


def _upper(z: Floats, beyond: Floats) -> Floats:
    return np.where(z > 0, 1.0 - beyond, beyond)


def _ratio(coefficients: tuple[tuple[float, ...], tuple[float, ...]], x: Floats) -> Floats:
    above, below = coefficients
    return _polynomial(above, x) / _polynomial(below, x)


def _polynomial(coefficients: tuple[float, ...], x: Floats) -> Floats:
    value = np.full_like(x, coefficients[0])
    for coefficient in coefficients[1:]:
        value = value * x + coefficient
    return value


_INNER = (
    (
        2.5090809287301226727e3,
        3.3430575583588128105e4,
        6.7265770927008700853e4,
        4.5921953931549871457e4,
        1.3731693765509461125e4,
        1.9715909503065514427e3,
        1.3314166789178437745e2,
        3.3871328727963666080e0,
    ),
    (
        5.2264952788528545610e3,
        2.8729085735721942674e4,
        3.9307895800092710610e4,
        2.1213794301586595867e4,
        5.3941960214247511077e3,
        6.8718700749205790830e2,
        4.2313330701600911252e1,
        1.0,
    ),
)
_OUTER = (
    (
        7.74545014278341407640e-4,
        2.27238449892691845833e-2,
        2.41780725177450611770e-1,
        1.27045825245236838258e0,
        3.64784832476320460504e0,
        5.76949722146069140550e0,
        4.63033784615654529590e0,
        1.42343711074968357734e0,
    ),
    (
        1.05075007164441684324e-9,
        5.47593808499534494600e-4,
        1.51986665636164571966e-2,
        1.48103976427480074590e-1,
        6.89767334985100004550e-1,
        1.67638483018380384940e0,
        2.05319162663775882187e0,
        1.0,
    ),
)
_FAR = (
    (
        2.01033439929228813265e-7,
        2.71155556874348757815e-5,
        1.24266094738807843860e-3,
        2.65321895265761230930e-2,
        2.96560571828504891230e-1,
        1.78482653991729133580e0,
        5.46378491116411436990e0,
        6.65790464350110377720e0,
    ),
    (
        2.04426310338993978564e-15,
        1.42151175831644588870e-7,
        1.84631831751005468180e-5,
        7.86869131145613259100e-4,
        1.48753612908506148525e-2,
        1.36929880922735805310e-1,
        5.99832206555887937690e-1,
        1.0,
    ),
)


def quantile(p: Floats) -> Floats:
    """The z with probability ``p`` below it, 0 < p < 1, relative error below 1e-14.

    Source: M. J. Wichura (1988), Algorithm AS 241, Applied Statistics 37, 477-484 (PPND16).
    """
    flat = np.ravel(p)
    q = flat - 0.5
    result = np.empty_like(flat)
    inner = np.abs(q) <= 0.425
    result[inner] = q[inner] * _ratio(_INNER, 0.180625 - q[inner] * q[inner])
    outside = ~inner
    r = np.sqrt(-log(np.where(q[outside] < 0, flat[outside], 1.0 - flat[outside])))
    size = np.where(r <= 5.0, _ratio(_OUTER, r - 1.6), _ratio(_FAR, r - 5.0))
    result[outside] = np.where(q[outside] < 0, -size, size)
    return result.reshape(np.shape(p))
