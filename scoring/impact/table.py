"""The table of groups: rates, their ratio to the highest, what one person would change, and what chance alone does.

Sources: Uniform Guidelines on Employee Selection Procedures (1978), 29 CFR 1607.4 D, and their questions and answers
(1979), no. 21; 6 RCNY 5-300 and 5-301 (New York City, 2023) for rates of scores above the median. The EEOC is
rescinding the Guidelines (RIN 3046-AB43, final rule stage on 5 July 2026): the arithmetic stays, and is no law.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from typing import Final

from scoring.impact.chance import chance_of_ratio, fisher_two_sided

LEAST: Final = 30
"""A group of fewer people gets no figures: a single person would move them too much."""
FOUR_FIFTHS: Final = Fraction(4, 5)


@dataclass(frozen=True, slots=True)
class ImpactRow:
    """One group against the group with the highest rate; all ratios and probabilities from 0 to 1.

    ``ratio``: its rate to the highest one; None where nobody was selected in any group. ``one_more``, ``one_less``: the
    ratio if one person more, or one less, of this group had been selected and nothing else were changed; None where
    that cannot be. ``turns``: whether one different person selected, of this group in place of the highest one, would
    give this group the higher rate. ``exact``: Fisher's exact test against the highest group, two-sided. ``chance``:
    how often two groups of these sizes with equal true rates show this ratio or a lower one. Of the highest group
    itself the last four say nothing (None).
    """

    group: str
    n: int
    selected: int
    rate: float
    highest: bool
    ratio: float | None
    under: bool
    """Under four-fifths of the highest rate."""
    one_more: float | None = None
    one_less: float | None = None
    turns: bool | None = None
    exact: float | None = None
    chance: float | None = None

    @property
    def one_person_decides(self) -> bool:
        """Whether one person more or less would bring the ratio to the other side of four-fifths."""
        changed = self.one_more if self.under else self.one_less
        return changed is not None and (changed < FOUR_FIFTHS) is not self.under


@dataclass(frozen=True, slots=True)
class ImpactTable:
    """``rows``: groups of 30 and more, the highest rate first; none where fewer than two groups are that large.

    ``small``: the other groups with their numbers of people. ``unknown``: people without a group.
    """

    rows: tuple[ImpactRow, ...]
    small: tuple[tuple[str, int], ...]
    unknown: int


def impact_table(groups: Sequence[str], selected: Sequence[bool]) -> ImpactTable:
    """The table of people, one entry each in ``groups`` (an empty text: not known) and ``selected``.

    Raises ValueError where the two are of different length.
    """
    people = Counter(groups)
    chosen = Counter(group for group, taken in zip(groups, selected, strict=True) if taken)
    unknown = people.pop("", 0)
    large = sorted((group for group, n in people.items() if n >= LEAST), key=lambda one: (-people[one], one))
    small = tuple(sorted((group, n) for group, n in people.items() if n < LEAST))
    if len(large) < 2:
        return ImpactTable((), tuple(sorted(people.items())), unknown)
    rates = {group: Fraction(chosen[group], people[group]) for group in large}
    highest = max(large, key=rates.__getitem__)  # Of equal ones the largest group, which comes first.
    rows = [_row(group, highest, people, chosen, rates) for group in large]
    return ImpactTable(tuple(sorted(rows, key=lambda row: (not row.highest, -row.rate, row.group))), small, unknown)


def _row(group: str, highest: str, people: Counter[str], chosen: Counter[str], rates: dict[str, Fraction]) -> ImpactRow:
    n, taken, rate, top = people[group], chosen[group], rates[group], rates[highest]
    if group == highest or not top:
        return ImpactRow(group, n, taken, float(rate), group == highest, 1.0 if top else None, under=False)
    others, others_taken = people[highest], chosen[highest]
    ratio = rate / top

    def ratio_with(number: int) -> float | None:
        changed = Fraction(number, n)
        return float(changed / max(changed, top)) if 0 <= number <= n else None

    return ImpactRow(
        group,
        n,
        taken,
        float(rate),
        False,
        float(ratio),
        under=ratio < FOUR_FIFTHS,
        one_more=ratio_with(taken + 1),
        one_less=ratio_with(taken - 1),
        turns=taken < n and Fraction(taken + 1, n) > Fraction(others_taken - 1, others),
        exact=fisher_two_sided(taken, n, others_taken, others),
        chance=chance_of_ratio(n, others, (taken + others_taken) / (n + others), ratio),
    )


def above_median(scores: Sequence[float]) -> tuple[bool, ...]:
    """Who scored above the median of all ``scores``: with it the table's rates are New York's "scoring rates".

    A score at the median is not above it. Raises ValueError where a score is no number.
    """
    if any(score != score for score in scores):
        raise ValueError("a score that is no number has no place above or below the median")
    middle = median(scores) if scores else 0.0
    return tuple(score > middle for score in scores)
