"""What may be said of a group on one measure without saying it of anybody in it.

From the mean and the spread of five people in whole points, who knows their own score can often work out the others';
from a mean in steps of 5 they cannot (docs/scoring.md). So: nothing under 5 people, means in steps of 5, and the spread
from 8 people on as one of three words. A picture that grows gives away who came last: another one needs 3 newcomers
and nobody gone.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, sqrt
from statistics import fmean, stdev
from typing import Literal

from scoring.rule.sem import Z80

FEWEST = 5
STEP = 5
FEWEST_WITH_SPREAD = 8
NEWCOMERS = 3
ALIKE, FAR = 10.0, 20.0
"""Standard deviations in points. Somebody's own answers vary by about 10; people at large by about 17."""
Spread = Literal["alike", "parted", "far"]
Another = Literal["may", "same", "few", "gone"]


def mean_in_steps(values: Sequence[float]) -> int:
    """The mean to the nearest 5 points, halves up. Raises ValueError for fewer than FEWEST values."""
    if len(values) < FEWEST:
        raise ValueError(f"a group of {len(values)} is too small to be spoken of")
    return STEP * floor(fmean(values) / STEP + 0.5)


def spread(values: Sequence[float]) -> Spread | None:
    """How far a group is apart; None where it is too small to say."""
    if len(values) < FEWEST_WITH_SPREAD:
        return None
    apart = stdev(values)
    return "alike" if apart < ALIKE else "far" if apart >= FAR else "parted"


def reach(sd: float, people: int) -> float:
    """How far the mean of ``people`` may be from what is said of it, in points: its 80 % interval, and the rounding.

    ``sd``: of people at large, not of the group, so that the interval tells of nobody.
    """
    return Z80 * sd / sqrt(people) + STEP / 2


def another(before: frozenset[str], now: frozenset[str]) -> Another:
    """Whether a picture of ``now`` may follow one of ``before``: the same people, too few new ones, or some gone.

    A group that has nobody in common with the one before is another group, and may have its own picture.
    """
    if not before & now:
        return "may"
    if before - now:
        return "gone"
    if before == now:
        return "same"
    return "may" if len(now - before) >= NEWCOMERS else "few"
