"""What a benchmark gives back, and how it takes its times."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Ratio:
    """``work`` took ``seconds``, ``yardstick`` took ``yardstick_seconds``; more than ``most`` times it is a failure."""

    work: str
    seconds: float
    yardstick: str
    yardstick_seconds: float
    most: float

    @property
    def times(self) -> float:
        return self.seconds / self.yardstick_seconds


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The fastest of ``runs``: what the machine can do when nothing else disturbs it."""
    taken = []
    for _ in range(runs):
        start = perf_counter()
        work()
        taken.append(perf_counter() - start)
    return min(taken)
