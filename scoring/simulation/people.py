"""People drawn from the norms: true traits and liking, and the role that is truly best for each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key

MIDDLE = 50.0


@dataclass(frozen=True, slots=True)
class People:
    """traits (T, n) and liking (R, n): true scores in POMP points, in the files' order.

    weights (R, T, n): the weights that hold for each person, which the files' judgements miss by their error.
    """

    traits: Floats
    liking: Floats
    weights: Floats

    def best(self, key: Key) -> NDArray[np.int64]:
        """Each person's truly best role, (n,), by what the form of ``key`` asks: traits, with liking or without."""
        n = self.traits.shape[1]
        speaks = np.zeros((len(key.roles), n))
        for role, weights in enumerate(key.directions):
            size = sum(abs(weight) for weight in weights)
            for trait, mean in enumerate(key.norm_mean):
                if size and trait_weighs(key, role, trait):
                    speaks[role] += self.weights[role, trait] * (self.traits[trait] - mean) / size
        if key.liking is not None and key.tasks:
            above = self.liking - self.liking.mean(axis=0)
            speaks = (1.0 - key.liking.share) * speaks + key.liking.share * key.stretch * above
        return np.asarray(speaks.argmax(axis=0))


def trait_weighs(key: Key, role: int, trait: int) -> bool:
    """Whether the files say anything of the trait for the role, were it that it pulls both ways."""
    return bool(key.directions[role][trait] or key.judged[role][trait])


def draw_people(key: Key, n: int, rng: np.random.Generator, shift: float = 0.0) -> People:
    """``n`` people. shift: by how many points all true scores lie above the norm's means.

    A true trait is normal with the norm's variance times its reliability. True liking has the variance
    sd^2 reliability, of which the part ``shared`` is the same for all roles. Weights are normal around the files'.
    """
    traits = np.array(
        [
            rng.normal(mean + shift, sd * np.sqrt(reliability), n)
            for mean, sd, reliability in zip(key.norm_mean, key.norm_sd, key.reliability, strict=True)
        ]
    )
    liking = np.full((len(key.roles), n), MIDDLE + shift)
    if key.liking is not None:
        variance = key.liking.reliability * key.liking.sd**2
        liking = liking + rng.normal(0, np.sqrt(variance * key.liking.shared), n)
        liking = liking + rng.normal(0, np.sqrt(variance * (1 - key.liking.shared)), liking.shape)
    shape = (len(key.roles), len(key.traits), 1)  # Said, for an assessment without roles has none to show it.
    error = np.sqrt(key.judged).reshape(shape) * rng.normal(size=(*shape[:2], n))
    weights = np.array(key.directions).reshape(shape) + error
    return People(traits, liking, weights)
