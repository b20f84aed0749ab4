"""What parts the two roles in front: the traits, or what somebody would like to do."""

from __future__ import annotations

from scoring.rule.result import Result

PARTED = 2


def liking_parts(result: Result) -> bool:
    """Whether liking parts the best role from the second more than all traits together do.

    False where liking does not count or there is no order.
    """
    if result.verdict.best is None or len(result.ranking) < PARTED:
        return False
    first, second = (result.roles[role] for role in result.ranking[:PARTED])
    liked = [fit.liking.points for fit in (first, second) if fit.liking and fit.liking.points is not None]
    if len(liked) < PARTED:
        return False
    traits = [sum(part.points for part in fit.contributions) for fit in (first, second)]
    return abs(liked[0] - liked[1]) > abs(traits[0] - traits[1])
