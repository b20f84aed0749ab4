"""What the played attacker gained, as it was measured: the numbers that participants read, and the document shares."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

KEPT = Path(__file__).with_name("played.yaml")


@dataclass(frozen=True, slots=True)
class Gained:
    """Points of a hundred over chance, the most of all traits: by the first picture alone, and by all that is shown."""

    people: int
    first: float
    most: float


@dataclass(frozen=True, slots=True)
class Played:
    """``chance``: how often somebody is right who saw nothing, in percent. ``rooms``: simulated for each size."""

    assessment: str
    version: str
    rooms: int
    chance: int
    sizes: tuple[Gained, ...]


@cache
def played() -> Played:
    given = yaml.safe_load(KEPT.read_text(encoding="utf-8"))
    return Played(**given | {"sizes": tuple(Gained(**one) for one in given["sizes"])})
