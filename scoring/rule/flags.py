"""Quality of the answers: patterns that a careless sheet often shows. A flag never changes a score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.questionnaire.assessment import FULL
from scoring.rule.key import Key
from scoring.rule.pomp import Responses

UNANSWERED_SHARE = (1, 5)
LONGEST_RUN = 12
HASTY_SECONDS = 2.0

ANSWER_FLAGS = ("unanswered", "same_answer", "flat", "inconsistent")
"""Flags that the answers alone can raise, in the order of the matrix; ``hasty`` needs the pages."""
FLAGS = ("unanswered", "same_answer", "flat", "hasty", "inconsistent")


@dataclass(frozen=True, slots=True)
class PageTime:
    """How long a page was open, and how many of its questions were answered there."""

    seconds: float
    answered: int


def answer_flags(key: Key, columns: Responses) -> NDArray[np.bool_]:
    """(K, rows), 0 = not answered -> (len(ANSWER_FLAGS), rows)."""
    items = columns[: key.item_count]
    return np.array([_unanswered(columns), _same_answer(items), _flat(items), _inconsistent(key, columns)])


def hasty(pages: Sequence[PageTime]) -> bool:
    """Under 2 s an answer on at least half of the pages that have one.

    Source: page times of under 2 s an item, N. A. Bowling, J. L. Huang, C. K. Brower and C. B. Bragg, The quick and
    the careless, Organizational Research Methods, 10.1177/10944281211056520.
    """
    spent = [page.seconds / page.answered for page in pages if page.answered > 0]
    return bool(spent) and 2 * sum(seconds < HASTY_SECONDS for seconds in spent) >= len(spent)


def _unanswered(columns: Responses) -> NDArray[np.bool_]:
    part, whole = UNANSWERED_SHARE
    missing = np.count_nonzero(columns == 0, axis=0)
    return np.asarray(whole * missing > part * len(columns))


def _same_answer(items: Responses) -> NDArray[np.bool_]:
    rows = items.shape[1]
    run, longest = np.zeros(rows, dtype=np.int32), np.zeros(rows, dtype=np.int32)
    before = np.zeros(rows, dtype=items.dtype)
    for answer in items:
        run = np.where(answer == 0, 0, np.where(answer == before, run + 1, 1))
        longest = np.maximum(longest, run)
        before = answer
    return np.asarray(longest >= LONGEST_RUN)


def _flat(items: Responses) -> NDArray[np.bool_]:
    rows = items.shape[1]
    given, total, squares = (np.zeros(rows, dtype=np.int64) for _ in range(3))
    for answer in items:
        raw = answer.astype(np.int64)
        given += raw > 0
        total += raw
        squares += raw * raw
    # sd < 1/2 in whole numbers: 4 (n sum x^2 - (sum x)^2) < n (n - 1), so that no rounding decides.
    return np.asarray((given >= 2) & (4 * (given * squares - total * total) < given * (given - 1)))


def _inconsistent(key: Key, columns: Responses) -> NDArray[np.bool_]:
    rows = columns.shape[1]
    if key.form != FULL:
        return np.zeros(rows, dtype=np.bool_)
    traits = len(key.asked)
    sums, counts = np.zeros((2, traits, rows), dtype=np.int32), np.zeros((2, traits, rows), dtype=np.int32)
    for item in key.items:
        answer = columns[item.column].astype(np.int32)
        side = int(item.reverse)
        sums[side, item.trait] += np.where(answer > 0, key.points + 1 - answer, 0) if item.reverse else answer
        counts[side, item.trait] += answer > 0
    apart, compared = np.zeros(rows), np.zeros(rows, dtype=np.int32)
    for trait in range(traits):
        both = (counts[0, trait] > 0) & (counts[1, trait] > 0)
        plus, minus = (sums[side, trait] / np.maximum(counts[side, trait], 1) for side in (0, 1))
        apart = apart + np.where(both, np.abs(plus - minus), 0.0)
        compared += both
    return np.asarray((compared > 0) & (4.0 * apart >= (key.points - 1) * compared))
