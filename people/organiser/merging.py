"""Two organisers change one campaign: whose change stands in which field, so that nobody's work is lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from people.organiser.filled import Values


@dataclass(frozen=True, slots=True)
class Merged:
    """``values``: what the form holds from here on. ``taken``: fields in which the other's change was taken over;
    ``open``: fields that both changed, which hold one's own, with what the other put there.
    """

    values: Values
    taken: Mapping[str, Any]
    open: Mapping[str, Any]


def merged(base: Values, mine: Values, theirs: Values) -> Merged:
    """``base``: as one began; ``mine``: as one typed; ``theirs``: as it stands in the store now."""
    values, taken, still_open = dict(mine), {}, {}
    for name, value in theirs.items():
        if value == base.get(name) or value == mine.get(name):
            continue
        if mine.get(name) == base.get(name):
            values[name] = taken[name] = value
        else:
            still_open[name] = value
    return Merged(values, taken, still_open)
