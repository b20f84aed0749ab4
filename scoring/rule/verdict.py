"""How sure it is which role comes first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key
from scoring.rule.result import VerdictKind

CLEAR, LEANING = 0.90, 0.70
TOGETHER = 0.90
UNLIKELY = 0.10
MOST_DECIDING = 3

KINDS: tuple[VerdictKind, ...] = get_args(VerdictKind)
"""The verdicts by their code."""


def ranking(p_best: Floats) -> NDArray[np.int16]:
    """Role indexes by falling P, then the files' order, (roles, rows); the files' order where there is no P."""
    return np.argsort(np.where(np.isnan(p_best), 1.0, -p_best), axis=0, kind="stable").astype(np.int16)


def verdict_codes(p_best: Floats, ordered: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Index into KINDS, (rows,); ``ordered`` tells the rows with a fit and at least two roles to compare."""
    codes = np.full(ordered.shape, KINDS.index("unscored"), dtype=np.int8)
    if not len(p_best):
        return codes
    greatest = np.fmax.reduce(p_best, axis=0)
    codes[ordered] = KINDS.index("close")
    codes[ordered & (greatest >= LEANING)] = KINDS.index("leaning")
    codes[ordered & (greatest >= CLEAR)] = KINDS.index("clear")
    return codes


def tied_roles(p_best: Floats, order: NDArray[np.int16], codes: NDArray[np.int8]) -> NDArray[np.bool_]:
    """The fewest roles whose P add up to 0.90, (roles, rows) by role; none unless the verdict is close."""
    tied = np.zeros(p_best.shape, dtype=np.bool_)
    rows = np.arange(p_best.shape[1])
    open_still = codes == KINDS.index("close")
    total = np.zeros(p_best.shape[1])
    for place in order:
        tied[place, rows] = open_still
        total = total + np.nan_to_num(p_best[place, rows])
        open_still = open_still & (total < TOGETHER)
    return tied


def unlikely_roles(p_best: Floats, tied: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Roles with P < 0.10, (roles, rows); neither a role without P nor a ``tied`` one is among them.

    With four roles or more a tied one may well have P < 0.10: it is no less likely than what it is tied with.
    """
    return (np.nan_to_num(p_best, nan=1.0) < UNLIKELY) & ~tied


def deciding_traits(key: Key, roles: Sequence[int], trait_variance: Floats) -> tuple[int, ...]:
    """The traits that would most help to tell ``roles`` apart, at most three, strongest first.

    A trait's use is q times the variance of w / Z over the roles: how much of what is unknown about the differences
    between these roles comes from this trait. Traits of no use are left out. ``trait_variance``: (traits,) q.
    """
    uses = []
    for trait, q in enumerate(trait_variance.tolist()):
        shares = [key.directions[role][trait] / sum(abs(weight) for weight in key.directions[role]) for role in roles]
        if len(shares) > 1 and min(shares) < max(shares):
            middle = sum(shares) / len(shares)
            uses.append((-q * sum((share - middle) ** 2 for share in shares) / len(shares), trait))
    return tuple(trait for use, trait in sorted(uses) if use < 0)[:MOST_DECIDING]
