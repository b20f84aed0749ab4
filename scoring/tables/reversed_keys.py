"""Whether a table's answers look as if somebody had reversed the "-" items already: scoring would turn them back.

As ticked, the answers to a trait's "-" items fall where those to its "+" items rise. For each trait with both keys, r
is the correlation over respondents of the two means. The answers look already reversed where

- at least ROWS respondents answered both keys of every such trait: with fewer, chance alone moves r too far;
- the traits' mean r is at least LEAST: unreversed answers of real people stay far below 0 (about -0.4 on the 2,800
  sheets of R's ``bfi``, +0.4 once they are reversed), and whoever likes to agree lifts r, but seldom above 0;
- that mean is SURE standard errors above 0 (Fisher's z, 1 / sqrt(n - 3) each): answers at random do not come so far;
- it is BEYOND above the mean correlation of one trait's "+" with other traits' "-": where everything rises with
  everything, it is a way of answering (straight lines, agreeing with all), no key.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from scoring.numbers.elementary import Floats
from scoring.rule.key import Key
from scoring.rule.pomp import Responses
from scoring.tables.said import Sentence, says

ROWS = 50
LEAST = 0.2
SURE = 4.0
BEYOND = 0.1
MOST = 5000
"""Rows looked at, evenly spaced: more would change nothing and cost time."""


def looks_reversed(groups: Sequence[tuple[Key, Responses]]) -> list[Sentence]:
    """A note for the first form whose (rows, K) answers look already reversed; the answers are never changed."""
    for key, responses in groups:
        every = max(1, -(-len(responses) // MOST))
        found = _mean_correlation(key, responses[::every])
        if found is not None:
            turn = key.points + 1
            return [says("reversed", rows=f"{len(responses):,}", r=f"{found:.2f}", turn=turn)]
    return []


def _mean_correlation(key: Key, responses: Responses) -> float | None:
    """The traits' mean correlation, where it is a sign that the keys are reversed; None otherwise."""
    if len(responses) < ROWS:
        return None
    plus, minus = _means(key, responses)
    whole = ~(np.isnan(plus).any(axis=0) | np.isnan(minus).any(axis=0))
    traits, rows = len(plus), int(whole.sum())
    if not traits or rows < ROWS:
        return None
    plus, minus = _standard(plus[:, whole]), _standard(minus[:, whole])
    correlations = plus @ minus.T / rows
    within = np.diag(correlations)
    mean = float(within.mean())
    across = (correlations.sum() - within.sum()) / (traits * (traits - 1)) if traits > 1 else 0.0
    z = np.arctanh(np.clip(within, -0.999, 0.999)).mean() * np.sqrt((rows - 3) * traits)
    return mean if mean >= LEAST and z >= SURE and mean - across >= BEYOND else None


def _means(key: Key, responses: Responses) -> tuple[Floats, Floats]:
    """(traits, rows) means of the raw answers to "+" and to "-" items of the traits that have both; NaN without any."""
    sides: tuple[list[Floats], list[Floats]] = ([], [])
    for trait in range(len(key.traits)):
        columns = [
            [item.column for item in key.items if item.trait == trait and item.reverse is reverse]
            for reverse in (False, True)
        ]
        if all(columns):
            for side, own in zip(sides, columns, strict=True):
                answers = responses[:, own].astype(np.float64)
                given = (answers > 0).sum(axis=1)
                side.append(np.where(given > 0, answers.sum(axis=1) / np.maximum(given, 1), np.nan))
    rows = len(responses)
    plus, minus = (np.array(side, dtype=np.float64).reshape(len(side), rows) for side in sides)
    return plus, minus


def _standard(values: Floats) -> Floats:
    """Each row with mean 0 and sd 1; zeros where everybody answered alike, so that it correlates with nothing."""
    centred = values - values.mean(axis=1, keepdims=True)
    sd = values.std(axis=1, keepdims=True)
    return np.where(sd > 0, centred / np.where(sd > 0, sd, 1.0), 0.0)
