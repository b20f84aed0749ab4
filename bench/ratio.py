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


def seconds(work: Callable[[], object], runs: int = 3, clock: Callable[[], float] = perf_counter) -> float:
    """The fastest of ``runs``: what the machine can do when nothing else disturbs it.

    ``clock`` gives seconds: of the wall, or of this process's own work (``time.process_time``).
    """
    taken = []
    for _ in range(runs):
        start = clock()
        work()
        taken.append(clock() - start)
    return min(taken)
