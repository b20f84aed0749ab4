"""A result of an older version beside the files of today: what the files no longer hold is left out."""

from __future__ import annotations

from dataclasses import replace

from catalog.questionnaire.assessment import Assessment
from scoring.rule.result import GroupScore, Result, RoleFit, TraitScore
from scoring.rule.truth import FEWEST

WHOLE = "score"


def is_older(result: Result, assessment: Assessment) -> bool:
    """Whether the result was scored by another version than the files in hand."""
    return result.version != assessment.version


def aligned(result: Result, assessment: Assessment) -> Result:
    """The result with the files' traits, groups and roles: new ones as not measured, ones that are gone left out.

    The same object where nothing differs. Raises ValueError for a result of another assessment.
    """
    if result.assessment != assessment.id:
        raise ValueError(f"a result of {result.assessment} cannot be told with the files of {assessment.id}")
    alike = (result.traits, assessment.trait), (result.roles, assessment.role), (result.groups, assessment.group)
    if all(set(told) == set(known) for told, known in alike):
        return result
    traits = {trait: result.traits.get(trait) or TraitScore(trait, None, None, 0, 0) for trait in assessment.trait}
    groups = {
        group.id: result.groups.get(group.id) or GroupScore(group.id, None, None, 0, len(group.traits))
        for group in assessment.groups
    }
    roles = {}
    for role in assessment.role:
        fit = result.roles.get(role) or RoleFit(role, None, None, None, ())
        roles[role] = replace(fit, contributions=tuple(part for part in fit.contributions if part.trait in traits))
    ranking = tuple(role for role in result.ranking if role in roles)
    verdict = result.verdict
    compared = sum(fit.p_best is not None for fit in roles.values())
    if verdict.best is not None and (verdict.best not in roles or compared < FEWEST):
        # What is left makes no order: it is told as a result that never had one.
        verdict = replace(verdict, kind="unscored", best=None, tied=(), unlikely=(), deciding=())
        roles = {role: replace(fit, p_best=None) for role, fit in roles.items()}
    return replace(
        result,
        traits=traits,
        groups=groups,
        roles=roles,
        ranking=ranking + tuple(role for role in roles if role not in ranking),
        differences=tuple(gap for gap in result.differences if gap.role in roles and gap.other in roles),
        verdict=replace(
            verdict,
            tied=tuple(role for role in verdict.tied if role in roles),
            unlikely=tuple(role for role in verdict.unlikely if role in roles),
            deciding=tuple(trait for trait in verdict.deciding if trait in traits),
        ),
        foundation_warning=tuple(name for name in result.foundation_warning if name in traits or name == WHOLE),
    )
