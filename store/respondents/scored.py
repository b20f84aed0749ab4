"""A scoring result as the flat columns of a finished sheet."""

from __future__ import annotations

from scoring.rule.result import Result
from store.respondents.values import Cell, Scores


def scores_of(result: Result) -> Scores:
    """The columns of ``python -m scoring score``, by the files' ids, without those that are columns of the sheet."""
    columns: dict[str, Cell] = {}
    for trait, score in result.traits.items():
        columns[f"{trait}_score"] = None if score.estimate is None else score.estimate.value
        columns[f"{trait}_sem"] = score.sem
    for group, own in result.groups.items():
        columns[f"{group}_score"] = None if own.estimate is None else own.estimate.value
        columns[f"{group}_sem"] = own.sem
    for role, fit in result.roles.items():
        columns[f"{role}_fit"] = None if fit.fit is None else fit.fit.value
        columns[f"{role}_low"] = None if fit.fit is None else fit.fit.low
        columns[f"{role}_high"] = None if fit.fit is None else fit.fit.high
        columns[f"{role}_p_best"] = fit.p_best
        if fit.liking is not None:
            columns[f"{role}_liking"] = None if fit.liking.estimate is None else fit.liking.estimate.value
            columns[f"{role}_liking_sem"] = fit.liking.sem
    columns["tied"] = "|".join(result.verdict.tied)
    columns["foundation_warning"] = "|".join(result.foundation_warning)
    columns["flags"] = "|".join(result.flags)
    foundation = None if result.foundation is None else result.foundation.value
    return Scores(result.verdict.kind, result.verdict.best, foundation, columns)
