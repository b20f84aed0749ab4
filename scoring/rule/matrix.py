"""Many respondents at once: a matrix of answers, one row each."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

from catalog.questionnaire.assessment import Assessment
from scoring.numbers.elementary import Floats
from scoring.rule.best import p_best
from scoring.rule.flags import answer_flags
from scoring.rule.groups import grouped
from scoring.rule.key import Key, scoring_key
from scoring.rule.liking import preference, ratings, with_liking
from scoring.rule.parts import direction, fit, foundation
from scoring.rule.pomp import Responses, keyed_sums, trait_scores
from scoring.rule.sem import standard_errors
from scoring.rule.truth import together, truth
from scoring.rule.verdict import ranking, tied_roles, unlikely_roles, verdict_codes
from scoring.rule.warning import foundation_warning

BLOCK = 8192
"""Rows scored together: few enough for the processor's cache, many enough that numpy's overhead vanishes."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Arrays with one column a respondent: T traits, R roles in the files' order, n respondents. NaN = not measured.

    answered (T, n); score, sem (T, n); group, group_sem (G, n), of the G groups of traits; foundation,
    foundation_error (n,); direction, direction_error, fit, fit_error,
    p_best (R, n), errors being standard errors in points; tasks_answered, liking, liking_sem (R, n); order (R, n) role
    indexes by falling P; verdict (n,) index into verdict.KINDS; tied, unlikely (R, n); warning (T + 1, n), the last row
    the foundation itself; flags (len(ANSWER_FLAGS), n).
    """

    answered: NDArray[np.int32]
    score: Floats
    sem: Floats
    group: Floats
    group_sem: Floats
    foundation: Floats
    foundation_error: Floats
    direction: Floats
    direction_error: Floats
    fit: Floats
    fit_error: Floats
    p_best: Floats
    tasks_answered: NDArray[np.int32]
    liking: Floats
    liking_sem: Floats
    order: NDArray[np.int16]
    verdict: NDArray[np.int8]
    tied: NDArray[np.bool_]
    unlikely: NDArray[np.bool_]
    warning: NDArray[np.bool_]
    flags: NDArray[np.bool_]

    def __len__(self) -> int:
        return int(self.verdict.shape[0])


def score_matrix(assessment: Assessment, form: str, responses: Responses) -> Scores:
    """Scores (n, K) answers: columns are the form's items, its scenarios, its tasks; 0 = not answered.

    An item's or task's cell is the answer 1..points, a scenario's the chosen option, 1-based. Raises ValueError for an
    unknown form, another number of columns or a cell out of range (naming the row and the column).
    """
    key = scoring_key(assessment, form)
    if responses.ndim != 2 or responses.shape[1] != len(key.columns):
        raise ValueError(f"form {form!r} has {len(key.columns)} columns, the matrix has the shape {responses.shape}")
    rows = len(responses)
    whole: dict[str, NDArray[np.generic]] = {}
    for start in range(0, max(rows, 1), BLOCK):
        block = score_block(key, checked_columns(key, responses[start : start + BLOCK], start))
        for field in fields(Scores):
            part = getattr(block, field.name)
            if not start:
                whole[field.name] = np.empty((*part.shape[:-1], rows), dtype=part.dtype)
            whole[field.name][..., start : start + BLOCK] = part
    return Scores(**whole)  # type: ignore[arg-type]


def checked_columns(key: Key, responses: Responses, first: int = 0) -> Responses:
    """The block as (K, rows), each column of answers in one piece. ``first``: the number of its first row."""
    columns = np.ascontiguousarray(responses.T)
    wrong = (columns < 0) | (columns > key.greatest[:, None])
    if wrong.any():
        row, column = np.argwhere(wrong.T)[0]
        raise ValueError(f"row {first + row}, {key.columns[column]}: {columns[column, row]} is out of range")
    return columns.astype(np.int8, copy=False)


def score_block(key: Key, columns: Responses) -> Scores:
    """Scores (K, rows) of checked answers. Every step is elementwise along the rows: no row sees another."""
    rows, roles = columns.shape[1], len(key.roles)
    sums, counts = keyed_sums(key, columns)
    score = trait_scores(key, sums, counts)
    sem = standard_errors(key, score, counts)
    groups = grouped(key, score, sem)
    base = foundation(key, score, sem)
    parts = [direction(key, role, score, sem) for role in range(roles)]
    rated = ratings(key, columns)
    preferred = preference(key, rated.score, rated.sem)
    fits = [fit(base, with_liking(key, role, part, preferred)) for role, part in enumerate(parts)]
    values = _stacked([value for value, _ in fits], rows)
    chances = np.full((roles, rows), np.nan)
    true = together(key, truth(key, score, sem), preferred)
    ordered = np.logical_or.reduce(~np.isnan(values), axis=0) & true.comparable
    if ordered.any():
        chances[list(true.roles)] = p_best(true.mean, true.covariance)
    chances[:, ~ordered] = np.nan
    order = ranking(chances)
    verdict = verdict_codes(chances, ordered)
    tied = tied_roles(chances, order, verdict)
    return Scores(
        answered=counts,
        score=score,
        sem=sem,
        group=groups.score,
        group_sem=groups.sem,
        foundation=base.value,
        foundation_error=base.error,
        direction=_stacked([part.value for part in parts], rows),
        direction_error=_stacked([part.error for part in parts], rows),
        fit=values,
        fit_error=_stacked([error for _, error in fits], rows),
        p_best=chances,
        tasks_answered=rated.answered,
        liking=rated.score,
        liking_sem=rated.sem,
        order=order,
        verdict=verdict,
        tied=tied,
        unlikely=unlikely_roles(chances, tied),
        warning=foundation_warning(key, score, sem, base, true),
        flags=answer_flags(key, columns),
    )


def _stacked(arrays: list[Floats], rows: int) -> Floats:
    return np.array(arrays, dtype=np.float64).reshape(len(arrays), rows)
