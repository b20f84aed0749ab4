"""On whose answers a picture may rest: decided by who is there and by what was shown before, never by an answer.

Two pictures that rest on almost the same people tell of those by whom they differ. So any two rest on the same people
or differ by at least 3, and none on fewer than 5. Where that does not hold for everybody who is there, up to 3 people
are left out, or the picture rests on the same people as an earlier one. Every further group of people tells a little
more of each, so that what was measured is shown of two different groups at most; docs/decisions/ has the numbers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations_with_replacement, count
from typing import Literal

from scoring.told.group import FEWEST, NEWCOMERS

Reason = Literal["too_few", "few", "gone", "same", "many"]
MOST_LEFT_OUT = NEWCOMERS
MOST_GROUPS = 2
MOST_KINDS = 40
"""Of people who were in the same pictures: so many kinds are tried, the most common ones."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """Why there is no picture, and how many more people it needs; 0 where more people do not help.

    too_few: under 5. same: nobody has come since. few: too few have. gone: somebody of the stage's last picture has
    left; it may be begun anew. many: two different groups were shown, and neither is here as a whole.
    """

    reason: Reason
    missing: int


@dataclass(frozen=True, slots=True)
class Shown:
    """An earlier picture. ``members``: those of it who are still known. ``lost``: how many of it were deleted.

    ``same_stage``: it was shown in the stage that asks now, and the stage was not begun anew since. ``measured``: it
    shows scores (a group picture, a change), not votes.
    """

    members: frozenset[str]
    lost: int = 0
    same_stage: bool = False
    measured: bool = False


def choose(
    present: frozenset[str], shown: Sequence[Shown], *, anew: bool = False, measured: bool = False
) -> frozenset[str] | Withheld:
    """The people of ``present`` on whom the next picture rests, as many as may be.

    ``anew``: the trainer begins the stage anew; then its own earlier pictures count as those of other stages.
    ``measured``: it shows scores; then, once two groups were shown, it rests on one of the two.
    """
    own = [] if anew else [one for one in shown if one.same_stage]
    groups = {(one.members, one.lost) for one in shown if one.measured}
    only = {members for members, lost in groups if not lost} if measured and len(groups) >= MOST_GROUPS else None
    chosen = _choice(present, shown, own, only)
    if chosen is not None:
        return chosen
    if any(one.lost or one.members - present for one in own):
        return Withheld("gone", 0)
    if only is not None and len(present) >= FEWEST:
        return Withheld("many", 0)
    few: Reason = "same" if any(one.members == present for one in own) else "few"
    return Withheld("too_few" if len(present) < FEWEST else few, _missing(present, shown, own))


def _missing(present: frozenset[str], shown: Sequence[Shown], own: Sequence[Shown]) -> int:
    """How many newcomers would be enough. Three differ from whatever was shown, so that the search ends."""
    for more in count(1):
        newcomers = frozenset(f"+{number}" for number in range(more))
        if _choice(present | newcomers, shown, own, None) is not None:
            return more
    raise AssertionError("unreachable")


def _choice(
    present: frozenset[str], shown: Sequence[Shown], own: Sequence[Shown], only: Collection[frozenset[str]] | None
) -> frozenset[str] | None:
    """The largest set found that keeps the rule. People are bits of a number here: rooms are large, and phones many."""
    names = sorted(present.union(*(one.members for one in shown)))
    bit = {name: 1 << at for at, name in enumerate(names)}

    def bits(people: frozenset[str]) -> int:
        return sum(bit[name] for name in people)

    whole = bits(present)
    before = [(bits(one.members), one.lost) for one in shown]
    last = [(bits(one.members), one.lost) for one in own]

    def keeps(people: int) -> bool:
        return (
            people.bit_count() >= FEWEST
            and all(_apart(people, *one) for one in before)
            and all(_grown(people, *one) for one in last)
        )

    again = {people for people, _ in before} if only is None else {bits(one) for one in only}
    earlier = sorted((one for one in again if one & ~whole == 0), key=lambda one: (-one.bit_count(), one))
    tried = (whole & ~out for out in _left_out(whole, [people for people, _ in before]))
    for people in earlier if only is not None else chain(tried, earlier):
        if keeps(people):
            return frozenset(name for name in names if bit[name] & people)
    return None


def _apart(people: int, others: int, lost: int) -> bool:
    """Whether a picture of ``people`` may stand beside one of ``others`` and of ``lost`` who are gone."""
    differ = (people ^ others).bit_count() + lost
    return differ == 0 or differ >= NEWCOMERS


def _grown(people: int, others: int, lost: int) -> bool:
    return lost == 0 and others & ~people == 0 and (people & ~others).bit_count() >= NEWCOMERS


def _left_out(whole: int, before: Sequence[int]) -> Iterator[int]:
    """Who may be left out of ``whole``, fewest first. Of people who were in the same pictures it is always the same."""
    alike: dict[tuple[bool, ...], list[int]] = {}
    for at in range(whole.bit_length()):
        one = 1 << at
        if one & whole:
            alike.setdefault(tuple(bool(one & people) for people in before), []).append(one)
    kinds = sorted(alike.values(), key=lambda kind: (-len(kind), kind))[:MOST_KINDS]
    for number in range(MOST_LEFT_OUT + 1):
        for taken in combinations_with_replacement(range(len(kinds)), number):
            times = {kind: taken.count(kind) for kind in taken}
            if all(len(kinds[kind]) >= many for kind, many in times.items()):
                yield sum(sum(kinds[kind][-many:]) for kind, many in times.items())
