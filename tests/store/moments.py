"""Moments, a clock that a test sets, and the edition that most tests answer."""

from __future__ import annotations

from store import Edition

NOW = 1_900_000_000_000
DAY = 86_400_000
ROLES = Edition("roles", "1.0.0", "ab", "full", "ja")


class Clock:
    """Gives ``now`` in ms until the test moves it."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> int:
        return self.now
