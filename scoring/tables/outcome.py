"""Scores -> the columns of the table of results."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from catalog.questionnaire.assessment import Assessment
from scoring.numbers.elementary import Floats
from scoring.rule.flags import ANSWER_FLAGS
from scoring.rule.matrix import Scores
from scoring.rule.respondent import interval
from scoring.rule.verdict import KINDS
from scoring.rule.warning import WHOLE

LIKED = ("liking", "liking_sem")
"""A role's columns where its tasks are rated."""


def result_columns(assessment: Assessment) -> list[str]:
    """The columns of the results, in their order."""
    traits = [f"{trait.id}_{part}" for trait in assessment.traits for part in ("score", "sem")]
    parts = ("fit", "low", "high", "p_best", *(LIKED if assessment.tasks else ()))
    roles = [f"{role.id}_{part}" for role in assessment.roles for part in parts]
    groups = [f"{group.id}_{part}" for group in assessment.groups for part in ("score", "sem")]
    return [*traits, *groups, "foundation", *roles, "best", "verdict", "tied", "foundation_warning", "flags", "version"]


def result_table(assessment: Assessment, scores: Scores) -> pl.DataFrame:
    """One row each, in the order of ``scores``; null where something is not measured or there is nothing to name."""
    traits, roles = [trait.id for trait in assessment.traits], [role.id for role in assessment.roles]
    columns: dict[str, pl.Series] = {}
    for index, trait in enumerate(traits):
        columns[f"{trait}_score"] = _numbers(scores.score[index])
        columns[f"{trait}_sem"] = _numbers(scores.sem[index])
    for index, group in enumerate(assessment.groups):
        columns[f"{group.id}_score"] = _numbers(scores.group[index])
        columns[f"{group.id}_sem"] = _numbers(scores.group_sem[index])
    columns["foundation"] = _numbers(scores.foundation)
    for index, role in enumerate(roles):
        low, high = interval(scores.fit[index], scores.fit_error[index])
        columns[f"{role}_fit"] = _numbers(scores.fit[index])
        columns[f"{role}_low"] = _numbers(low)
        columns[f"{role}_high"] = _numbers(high)
        columns[f"{role}_p_best"] = _numbers(scores.p_best[index])
        columns[f"{role}_liking"] = _numbers(scores.liking[index])
        columns[f"{role}_liking_sem"] = _numbers(scores.liking_sem[index])
    unscored = scores.verdict == KINDS.index("unscored")
    rows = np.arange(len(scores))
    ordered_tied = [np.where(scores.tied[place, rows], place + 1, 0) for place in scores.order]
    best = np.where(unscored, 0, scores.order[0] + 1) if roles else np.zeros(len(scores))
    columns["best"] = _joined(roles, [best], len(scores))
    columns["verdict"] = _joined(KINDS, [scores.verdict + 1], len(scores))
    columns["tied"] = _joined(roles, ordered_tied, len(scores))
    columns["foundation_warning"] = _joined((*traits, WHOLE), _picked(scores.warning), len(scores))
    columns["flags"] = _joined(ANSWER_FLAGS, _picked(scores.flags), len(scores))
    columns["version"] = pl.Series([assessment.version], dtype=pl.String).new_from_index(0, len(scores))
    return pl.DataFrame({name: columns[name] for name in result_columns(assessment)})


def _numbers(values: Floats) -> pl.Series:
    return pl.Series(values, dtype=pl.Float64, nan_to_null=True)


def _picked(chosen: NDArray[np.bool_]) -> list[NDArray[np.int16]]:
    """Which names stand in each row: the name's number + 1, or 0."""
    return [np.where(row, index + 1, 0).astype(np.int16) for index, row in enumerate(chosen)]


def _joined(names: Sequence[str], picks: Sequence[NDArray[np.generic]], rows: int) -> pl.Series:
    """The names of each row joined by |, null where there are none; a few patterns serve all the rows."""
    if not picks or not rows:
        return pl.Series([None], dtype=pl.String).new_from_index(0, rows)
    table = np.ascontiguousarray(np.array(picks, dtype=np.int16).T)
    patterns, which = np.unique(table, axis=0, return_inverse=True)
    words = ["|".join(names[pick - 1] for pick in pattern if pick) or None for pattern in patterns.tolist()]
    return pl.Series(words, dtype=pl.String).gather(which.reshape(-1))
