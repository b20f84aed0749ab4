"""How much of a result may be shared: four levels, each with all that stands before it."""

from __future__ import annotations

from typing import Literal, get_args

Level = Literal["took_part", "guide", "fits", "traits"]
LEVELS: tuple[Level, ...] = get_args(Level)
"""From the least to the most."""


def holds(level: Level, part: Level) -> bool:
    """Whether what is shared at ``level`` holds what ``part`` adds."""
    return LEVELS.index(level) >= LEVELS.index(part)
