"""Ratings of tasks -> how much somebody would like each role's work, against what they would like of all of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key
from scoring.rule.parts import MIDDLE, Part
from scoring.rule.pomp import Counts, Responses

FEWEST = 2
"""So many roles can be liked one more than the other."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """POMP score and SEM of each role's tasks, (roles, rows), NaN where under half of those asked are rated.

    answered: (roles, rows).
    """

    score: Floats
    sem: Floats
    answered: Counts


@dataclass(frozen=True, slots=True)
class Preference:
    """What liking says of the roles against each other.

    counts (rows,): every role's liking is measured, and there are two roles or more; elsewhere the rest holds 0.
    mean (rows,): M, the mean of all roles' liking; above (roles, rows): d_r = L_r - M, in points, with its standard
    error; noise (rows,): the mean of the SEM^2.
    """

    counts: NDArray[np.bool_]
    mean: Floats
    above: Floats
    error: Floats
    noise: Floats


def ratings(key: Key, columns: Responses) -> Ratings:
    """(K, rows), 0 = not answered -> each role's liking.

    L_r is the POMP of the tasks rated; SEM_r = sqrt(sd^2 (1 - reliability) K0 / k), as for traits: K0 tasks of the role
    in the full form, k of them rated.
    """
    shape = (len(key.roles), columns.shape[1])
    sums, counts = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
    for task in key.tasks:
        answer = columns[task.column].astype(np.int32)
        sums[task.role] += answer
        counts[task.role] += answer > 0
    measured = (counts > 0) & (2 * counts >= key.tasks_asked[:, None])
    score = (100 * (sums - counts)).astype(np.float64) / np.maximum(counts * (key.task_points - 1), 1)
    error = np.zeros(shape)
    if key.liking is not None:
        single = key.liking.sd * key.liking.sd * (1.0 - key.liking.reliability)
        error = np.sqrt(single * key.tasks_full.astype(np.float64)[:, None] / np.maximum(counts, 1))
    return Ratings(np.where(measured, score, np.nan), np.where(measured, error, np.nan), counts)


def preference(key: Key, score: Floats, sem: Floats) -> Preference:
    """Liking, (roles, rows) -> Preference. Who likes everything prefers nothing."""
    roles, rows = score.shape
    if key.liking is None or roles < FEWEST:
        nothing = np.zeros((roles, rows))
        return Preference(np.zeros(rows, dtype=np.bool_), np.zeros(rows), nothing, nothing, np.zeros(rows))
    counts = np.logical_and.reduce(~np.isnan(score), axis=0)
    liked, wrong = np.where(counts, score, 0.0), np.where(counts, sem, 0.0)
    mean, noise = np.zeros(rows), np.zeros(rows)
    for role in range(roles):
        mean = mean + liked[role]
        noise = noise + wrong[role] * wrong[role]
    mean, noise = mean / roles, noise / roles
    own, others = (1.0 - 1.0 / roles) ** 2, 1.0 / (roles * roles)
    error = np.zeros((roles, rows))
    for role in range(roles):
        variance = own * (wrong[role] * wrong[role])
        for other in range(roles):
            if other != role:
                variance = variance + others * (wrong[other] * wrong[other])
        error[role] = np.sqrt(variance)
    return Preference(counts, mean, liked - mean, error, noise)


def with_liking(key: Key, role: int, direction: Part, preferred: Preference) -> Part:
    """G_r = (1 - share) D_r + share E_r with E_r = 50 + c d_r; the direction alone where liking does not count."""
    if key.liking is None:
        return direction
    share = key.liking.share
    value = (1.0 - share) * direction.value + share * (MIDDLE + key.stretch * preferred.above[role])
    own, liked = (1.0 - share) * direction.error, share * key.stretch * preferred.error[role]
    return Part(
        value=np.where(preferred.counts, value, direction.value),
        error=np.where(preferred.counts, np.sqrt(own * own + liked * liked), direction.error),
    )


def liking_points(key: Key, preferred: Preference) -> Floats:
    """What liking adds to each role's fit - 50, share c d_r / 2: (roles, rows), 0 where it does not count."""
    share = 0.0 if key.liking is None else key.liking.share
    points: Floats = share * key.stretch * preferred.above / 2.0
    return points
