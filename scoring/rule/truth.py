"""What the answers say of the true traits, and of each role's direction, once errors are allowed for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key

HALF = 50.0
FEWEST = 2
"""So many roles make an order."""


@dataclass(frozen=True, slots=True)
class Truth:
    """The true direction of each compared role: N(mean, covariance), in halves of the scale (1 = 50 points).

    roles: indexes of the roles compared, those with a weight other than 0. mean (roles, rows); covariance (roles,
    roles, rows); trait_variance (traits, rows). comparable (rows,): whether the answers say anything of at least two of
    these roles. Where they do not there is no order: of the others the model would only repeat the norm.
    """

    roles: tuple[int, ...]
    mean: Floats
    covariance: Floats
    trait_variance: Floats
    comparable: NDArray[np.bool_]


def truth(key: Key, scores: Floats, errors: Floats) -> Truth:
    """Scores and SEM, (traits, rows), NaN where not measured -> the distribution of the true directions.

    Each trait by T. L. Kelley's regression towards the norm (1927, Interpretation of Educational Measurements): with
    v = r sd^2 and rho = v / (v + SEM^2), 0 if not measured, mean a = rho (score - norm.mean) / 50 and variance
    q = v (1 - rho) / 2500. Then m_r = sum(w_r a) / Z_r, cov(r, u) = sum(w_r w_u q) / (Z_r Z_u), Z_r = sum|w_r|, and for
    r = u also sum(sigma^2 (a^2 + q)) / Z_r^2: the variance that comes from weights known only to within sigma.
    """
    a, q = _traits(key, scores, errors)
    sizes = [sum(abs(weight) for weight in weights) for weights in key.directions]
    compared = tuple(role for role, size in enumerate(sizes) if size)
    rows = scores.shape[1]
    mean = np.zeros((len(compared), rows))
    covariance = np.zeros((len(compared), len(compared), rows))
    for i, role in enumerate(compared):
        weights, judged = key.directions[role], key.judged[role]
        for trait, weight in enumerate(weights):
            if weight:
                mean[i] += weight * a[trait]
            if judged[trait]:
                covariance[i, i] += judged[trait] * (a[trait] * a[trait] + q[trait])
        mean[i] /= sizes[role]
        covariance[i, i] /= sizes[role] * sizes[role]
        for j, other in enumerate(compared[: i + 1]):
            shared = np.zeros(rows)
            for trait, weight in enumerate(weights):
                product = weight * key.directions[other][trait]
                if product:
                    shared = shared + product * q[trait]
            shared = shared / (sizes[role] * sizes[other])
            covariance[i, j] += shared
            if other != role:
                covariance[j, i] += shared
    return Truth(compared, mean, covariance, q, _comparable(key, compared, ~np.isnan(scores)))


def _comparable(key: Key, compared: tuple[int, ...], measured: NDArray[np.bool_]) -> NDArray[np.bool_]:
    told = np.zeros(measured.shape[1], dtype=np.int32)
    for role in compared:
        weighs = np.array([weight != 0 for weight in key.directions[role]], dtype=np.bool_)
        told += np.logical_or.reduce(measured & weighs[:, None], axis=0)
    return told >= FEWEST


def _traits(key: Key, scores: Floats, errors: Floats) -> tuple[Floats, Floats]:
    a, q = np.zeros(scores.shape), np.zeros(scores.shape)
    for trait, (mean, sd, reliability) in enumerate(zip(key.norm_mean, key.norm_sd, key.reliability, strict=True)):
        variance = reliability * sd * sd
        measured = ~np.isnan(scores[trait])
        error = np.where(measured, errors[trait], 0.0)
        rho = np.where(measured, variance / (variance + error * error), 0.0)
        a[trait] = rho * np.where(measured, scores[trait] - mean, 0.0) / HALF
        q[trait] = variance * (1.0 - rho) / (HALF * HALF)
    return a, q
