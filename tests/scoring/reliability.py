"""How consistently a trait's items measure it, estimated from a sample of answers."""

from __future__ import annotations

import numpy as np

from catalog.questionnaire.assessment import Assessment
from scoring.numbers.elementary import Floats
from scoring.rule.key import scoring_key
from scoring.rule.pomp import Responses


def keyed_answers(assessment: Assessment, form: str, responses: Responses, trait: str) -> Floats:
    """The keyed answers to the items of ``trait``, (n, items), NaN where not answered. ``responses``: as score_matrix.

    Raises ValueError for an unknown form or trait.
    """
    key = scoring_key(assessment, form)
    if trait not in key.traits:
        raise ValueError(f"{assessment.id} has no trait {trait!r}; it has {', '.join(key.traits)}")
    items = [item for item in key.items if item.trait == key.traits.index(trait)]
    raw = responses[:, [item.column for item in items]].astype(np.float64)
    reverse = np.array([item.reverse for item in items], dtype=np.bool_)
    keyed = np.where(reverse[None, :], key.points + 1 - raw, raw)
    return np.where(raw > 0, keyed, np.nan)


def cronbach_alpha(keyed: Floats) -> float:
    """Cronbach's alpha of (n, k) keyed answers, k >= 2, NaN = not answered; NaN where there is no variance.

    alpha = k / (k - 1) (1 - sum_i c_ii / sum_ij c_ij), c the covariances (n - 1), each from the respondents who
    answered both items. Source: L. J. Cronbach (1951), Coefficient alpha and the internal structure of tests,
    Psychometrika 16, 297-334; pairwise covariances as in the R package psych (W. Revelle), function alpha.
    """
    items = keyed.shape[1]
    if items < 2:
        raise ValueError("alpha needs at least two items")
    covariances: Floats = np.array(
        [[_covariance(keyed[:, i], keyed[:, j]) for j in range(items)] for i in range(items)]
    )
    total = float(covariances.sum())
    if not total > 0:
        return float("nan")
    return float(items / (items - 1) * (1.0 - float(np.trace(covariances)) / total))


def _covariance(x: Floats, y: Floats) -> float:
    both = ~(np.isnan(x) | np.isnan(y))
    pairs = int(np.count_nonzero(both))
    if pairs < 2:
        return float("nan")
    a, b = x[both], y[both]
    return float(((a - a.mean()) * (b - b.mean())).sum() / (pairs - 1))
