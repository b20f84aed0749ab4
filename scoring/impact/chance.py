"""What chance alone does with two groups: exact, by adding up probabilities; no random numbers, no approximation."""

from __future__ import annotations

from fractions import Fraction
from itertools import accumulate
from math import exp, lgamma, log, log1p

NEXT_TO = 1 + 1e-7
"""Tables as probable as the one seen count as such, though rounding tells them apart (R and SciPy do the same)."""


def fisher_two_sided(selected: int, n: int, others_selected: int, others: int) -> float:
    """Fisher's exact test of two rates: how probable a table is that is at most as probable as this one.

    All four counts at least 0, ``selected <= n``, ``others_selected <= others``. Source: R. A. Fisher (1935), The logic
    of inductive inference; two-sided by adding up the tables that are no more probable, as R's ``fisher.test`` does.
    """
    total, marked = n + others, selected + others_selected
    least, most = max(0, marked - others), min(marked, n)
    # Log of the hypergeometric probability of each possible number of selected people in the first group.
    logs = [_log_choose(n, k) + _log_choose(others, marked - k) for k in range(least, most + 1)]
    shift = _log_choose(total, marked)
    seen = exp(logs[selected - least] - shift) * NEXT_TO
    return min(1.0, sum(one for each in logs if (one := exp(each - shift)) <= seen))


def chance_of_ratio(n: int, others: int, rate: float, ratio: Fraction, *, below: bool = False) -> float:
    """How often two groups with one and the same true ``rate`` show a ratio of rates of at most ``ratio`` (0 to 1).

    The ratio is the lower of the two rates to the higher, whichever group has it; 1 where nobody is selected. With
    ``below`` only ratios under ``ratio`` count: for four-fifths, as the Uniform Guidelines (29 CFR 1607.4 D) put it.
    Both numbers selected are binomial and independent; everything that can happen is added up.
    """
    if ratio >= 1 and not below:
        return 1.0
    first, second = _binomial(n, rate), _binomial(others, rate)
    return min(1.0, _lower(first, second, ratio, below) + _lower(second, first, ratio, below))


def _lower(low: list[float], high: list[float], ratio: Fraction, below: bool) -> float:
    """The probability that the first group's rate is at most ``ratio`` times the second one's, which is not 0."""
    n, others = len(low) - 1, len(high) - 1
    up_to = list(accumulate(low))
    found = 0.0
    for selected in range(1, others + 1):
        # k/n <= ratio * selected/others, in whole numbers; one less where it has to be under it.
        bound = ratio.numerator * selected * n
        most = (bound - below) // (ratio.denominator * others)
        if most >= 0:
            found += high[selected] * up_to[min(most, n)]
    return found


def _binomial(n: int, rate: float) -> list[float]:
    """The probabilities of 0 to ``n`` selected people."""
    if rate <= 0 or rate >= 1:
        return [float(k == (n if rate >= 1 else 0)) for k in range(n + 1)]
    yes, no = log(rate), log1p(-rate)
    return [exp(_log_choose(n, k) + k * yes + (n - k) * no) for k in range(n + 1)]


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
