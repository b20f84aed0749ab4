"""What the compare page shows: a choice of roles and dimensions, mended to the nearest one that is possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.lessons.learning import Comparison

FEWEST_ROLES, MOST_ROLES = 2, 4
FIRST_ROLES, FIRST_DIMENSIONS = 3, 6
"""How many are shown to a reader who has not chosen: the first ones of the file."""
EVERY = "all"


@dataclass(frozen=True, slots=True)
class Compared:
    """Ids in the file's order. ``mended``: the wish named something unknown, or too few or too many roles."""

    roles: tuple[str, ...]
    dimensions: tuple[str, ...]
    mended: bool


def compared(comparison: Comparison, roles: str | None, dimensions: str | None) -> Compared:
    """The choice that an address asks for; ``roles`` and ``dimensions`` are ids with commas, None where not given."""
    known_roles = [role.id for role in comparison.roles]
    chosen, mended = _known(roles, known_roles)
    least = min(FEWEST_ROLES, len(known_roles))
    if roles is None:
        chosen = known_roles[:FIRST_ROLES]
    elif len(chosen) < least:
        mended = True
        chosen = [*chosen, *(role for role in known_roles if role not in chosen)][:least]
    elif len(chosen) > MOST_ROLES:
        mended = True
        chosen = chosen[:MOST_ROLES]
    every = [dimension.id for dimension in comparison.dimensions]
    if dimensions is None:
        wanted = every[:FIRST_DIMENSIONS]
    elif dimensions == EVERY:
        wanted = every
    else:
        wanted, stray = _known(dimensions, every)
        mended = mended or stray or not wanted
        wanted = wanted or every[:FIRST_DIMENSIONS]
    return Compared(_in_order(chosen, known_roles), _in_order(wanted, every), mended)


def _known(asked: str | None, known: Sequence[str]) -> tuple[list[str], bool]:
    """Those of ``asked`` that are known, each once, and whether anything was left out."""
    names = [name.strip() for name in (asked or "").split(",") if name.strip()]
    kept = [name for name in dict.fromkeys(names) if name in known]
    return kept, len(kept) != len(names)


def _in_order(chosen: Sequence[str], order: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted(chosen, key=order.index))
