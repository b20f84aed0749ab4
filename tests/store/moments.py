"""Moments, and a clock that a test sets."""

from __future__ import annotations

NOW = 1_900_000_000_000
DAY = 86_400_000


class Clock:
    """Gives ``now`` in ms until the test moves it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now
