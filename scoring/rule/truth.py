"""What the answers say of the true traits and preferences, and so of each role, once errors are allowed for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key
from scoring.rule.liking import Preference

HALF = 50.0
FEWEST = 2
"""So many roles make an order."""


@dataclass(frozen=True, slots=True)
class Truth:
    """What truly speaks for each compared role: N(mean, covariance), in halves of the scale (1 = 50 points).

    roles: indexes of the roles compared, those with a weight other than 0. mean (roles, rows); covariance (roles,
    roles, rows). trait_mean and trait_variance (traits, rows): of each true trait, the mean counted from the norm's.
    comparable (rows,): whether the answers say anything of at least two of these roles. Where they do not there is no
    order: of the others the model would only repeat the norm.
    """

    roles: tuple[int, ...]
    mean: Floats
    covariance: Floats
    trait_mean: Floats
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
    return Truth(compared, mean, covariance, a, q, _comparable(key, compared, ~np.isnan(scores)))


def liked(key: Key, roles: tuple[int, ...], preferred: Preference) -> tuple[Floats, Floats]:
    """How much each of ``roles`` is truly preferred: mean (roles, rows) and covariance (roles, roles, rows).

    Regressed like traits: v = reliability sd^2 (1 - shared) is the true variance that roles do not share, s2 the mean
    of the SEM_r^2, rho = v / (v + s2); e_r = c rho d_r / 50, cov(r, u) = c^2 v (1 - rho) ((r = u) - 1 / R) / 2500: over
    all R roles preferences add up to nothing. 0 where liking does not count.
    """
    rows = preferred.counts.shape[0]
    if key.liking is None:
        return np.zeros((len(roles), rows)), np.zeros((len(roles), len(roles), rows))
    variance = key.liking.reliability * key.liking.sd * key.liking.sd * (1.0 - key.liking.shared)
    rho = np.where(preferred.counts, variance / (variance + preferred.noise), 0.0)
    spread = np.where(preferred.counts, key.stretch * key.stretch * variance * (1.0 - rho) / (HALF * HALF), 0.0)
    every = len(key.roles)
    apart = np.full((len(roles), len(roles)), -1.0 / every)
    np.fill_diagonal(apart, 1.0 - 1.0 / every)
    mean = np.array([key.stretch * rho * preferred.above[role] / HALF for role in roles]).reshape(len(roles), rows)
    return mean, apart[:, :, None] * spread


def together(key: Key, true: Truth, preferred: Preference) -> Truth:
    """Traits and liking by their shares; the traits alone where liking does not count."""
    if key.liking is None:
        return true
    share = key.liking.share
    mean, covariance = liked(key, true.roles, preferred)
    own = 1.0 - share
    return replace(
        true,
        mean=np.where(preferred.counts, own * true.mean + share * mean, true.mean),
        covariance=np.where(
            preferred.counts, own * own * true.covariance + share * share * covariance, true.covariance
        ),
        comparable=true.comparable | (preferred.counts & (len(true.roles) >= FEWEST)),
    )


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
