"""How finely the mean of a room may be told: the smaller the room, the wider the steps.

Whoever knows their own score and the mean of five people in steps of 5 names another's level in far more than their
share of cases (attack.py plays it, docs/decisions/0019-steps-of-a-room.md has the numbers). What they learn of others
is the sum of all scores. So that sum is told to no less than 200 points, the whole scale of two people: steps of 40 for
5 people, 20 for 10, 10 for 20, 5 from 40 people on. A small room's mean is not much surer than that anyway.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from statistics import fmean
from typing import Any

import numpy as np

from scoring.rule.sem import Z80
from scoring.told.group import FEWEST, STEP

SUM = 200
"""No step is so narrow that the sum of a room's scores would be told to less than this."""


def step(people: int) -> int:
    """The width of the steps for a room of ``people``: a multiple of 5."""
    return STEP * ceil(SUM / (STEP * people))


def middle(norm_mean: float) -> int:
    """From where the steps of a trait are counted: its norm's mean, so that no border lies where most means are."""
    return STEP * int(np.floor(norm_mean / STEP + 0.5))


def in_steps(means: Any, width: int, centre: int) -> Any:
    """``means`` (a number or an array) to the nearest step of ``width`` from ``centre`` that lies within 0 to 100."""
    steps = np.floor((means - centre) / width + 0.5)
    return centre + width * np.clip(steps, -(centre // width), (100 - centre) // width)


def room_mean(values: Sequence[float], norm_mean: float) -> int:
    """The mean of a room as it may be shown. Raises ValueError for fewer than FEWEST values."""
    if len(values) < FEWEST:
        raise ValueError(f"a room of {len(values)} is too small to be spoken of")
    return int(in_steps(fmean(values), step(len(values)), middle(norm_mean)))


def reach_in_room(sd: float, people: int) -> float:
    """How far what is shown may be from the mean of such people: the 80 % interval of theirs, and half a step."""
    return Z80 * sd / sqrt(people) + step(people) / 2
