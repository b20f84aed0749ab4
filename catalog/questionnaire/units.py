"""The units of norms: points of 0 to 100 (POMP), the sum of a trait's answers, or their mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["pomp", "sum", "mean"]


@dataclass(frozen=True, slots=True)
class Answered:
    """How a trait is answered in the full form: so many answers, each from 1 to ``points``."""

    answers: int
    points: int

    def range(self, unit: Unit) -> tuple[float, float]:
        """The least and the greatest score in ``unit``."""
        if unit == "pomp":
            return 0.0, 100.0
        times = self.answers if unit == "sum" else 1
        return float(times), float(times * self.points)


def to_pomp(value: float, unit: Unit, answered: Answered, *, spread: bool = False) -> float:
    """A score in points of 0 to 100; with ``spread`` a standard deviation, which begins at no end of the scale."""
    if unit == "pomp":
        return value
    low, high = answered.range(unit)
    return 100.0 * (value if spread else value - low) / (high - low)


def from_pomp(value: float, unit: Unit, answered: Answered, *, spread: bool = False) -> float:
    """What ``to_pomp`` turns back."""
    if unit == "pomp":
        return value
    low, high = answered.range(unit)
    return value * (high - low) / 100.0 + (0.0 if spread else low)
