"""What people of known traits would tick: graded responses, with the error that the norms' reliabilities leave."""

from __future__ import annotations

import numpy as np

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key
from scoring.rule.pomp import Responses
from scoring.simulation.people import People


def draw_answers(key: Key, people: People, rng: np.random.Generator) -> Responses:
    """(n, K) answers to everything that the full form ``key`` asks, none left out.

    Each answer has a latent value, the true score plus a normal error, and is the point of the scale nearest to it (the
    normal-ogive graded response model of F. Samejima 1969, with thresholds at equal distances). The error's variance
    is sd^2 (1 - reliability) K0, as in the rule, less what rounding to whole points adds. Of a scenario the option is
    taken whose points are nearest to the latent values of the traits that it shows.
    """
    n = people.traits.shape[1]
    answers = np.zeros((n, len(key.columns)), dtype=np.int8)
    for item in key.items:
        keyed = _graded(_latent(key, people, item.trait, rng), key.points)
        answers[:, item.column] = key.points + 1 - keyed if item.reverse else keyed
    for column in sorted({scenario.column for scenario in key.scenarios}):
        distance = np.zeros((int(key.greatest[column]), n))
        for shown in key.scenarios:
            if shown.column == column:
                points = 1 + (key.points - 1) * _latent(key, people, shown.trait, rng) / 100
                distance += (shown.keyed[1:, None] - np.clip(points, 1, key.points)) ** 2
        answers[:, column] = 1 + distance.argmin(axis=0)
    for task in key.tasks:
        assert key.liking is not None, "tasks come with liking"
        variance = key.liking.sd**2 * (1 - key.liking.reliability) * float(key.tasks_full[task.role])
        error = rng.normal(0, _without_rounding(variance, key.task_points), n)
        answers[:, task.column] = _graded(people.liking[task.role] + error, key.task_points)
    return answers


def _latent(key: Key, people: People, trait: int, rng: np.random.Generator) -> Floats:
    variance = key.norm_sd[trait] ** 2 * (1 - key.reliability[trait]) * float(key.full[trait])
    latent: Floats = people.traits[trait] + rng.normal(
        0, _without_rounding(variance, key.points), people.traits.shape[1]
    )
    return latent


def _graded(latent: Floats, points: int) -> Responses:
    """The nearest point of the scale, 1..points, to a value of 0..100; beyond the ends the end."""
    return np.clip(np.rint(1 + (points - 1) * latent / 100), 1, points).astype(np.int8)


def _without_rounding(variance: float, points: int) -> float:
    """The sd that leaves ``variance`` once answers are whole points, which adds step^2 / 12 (W. F. Sheppard 1898)."""
    step = 100 / (points - 1)
    return float(np.sqrt(max(variance - step * step / 12, 0.0)))
