"""One respondent: a sheet of answers -> Result, by the very code that scores a matrix."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

import numpy as np

from catalog.questionnaire.assessment import Assessment
from scoring.numbers.elementary import Floats
from scoring.numbers.normal import cdf
from scoring.rule.best import difference
from scoring.rule.flags import ANSWER_FLAGS, FLAGS, PageTime, hasty
from scoring.rule.halves import Halves, halves
from scoring.rule.key import Key, scoring_key
from scoring.rule.matrix import Scores, checked_columns, score_block
from scoring.rule.parts import contributions, foundation_origins
from scoring.rule.pomp import Responses
from scoring.rule.result import (
    Contribution,
    Difference,
    Estimate,
    GroupScore,
    Liking,
    Result,
    RoleFit,
    RoleLiking,
    TraitScore,
    Verdict,
)
from scoring.rule.sem import Z80
from scoring.rule.truth import HALF, Truth
from scoring.rule.verdict import KINDS, deciding_traits
from scoring.rule.warning import WHOLE


def score_one(
    assessment: Assessment, form: str, answers: Mapping[str, int | str], pages: Sequence[PageTime] = ()
) -> Result:
    """Scores one sheet: answers by item or task id (1..points) and by scenario id (an option's id); absent = none.

    Raises ValueError for an unknown form, an id that the form does not hold, or a value that is no answer to it.
    """
    key = scoring_key(assessment, form)
    row = response_row(key, answers)
    return _result(key, score_block(key, checked_columns(key, row)), row, pages)


def response_row(key: Key, answers: Mapping[str, int | str]) -> Responses:
    """The answers as a matrix of one row, (1, K)."""
    place = {column: index for index, column in enumerate(key.columns)}
    row = np.zeros((1, len(key.columns)), dtype=np.int8)
    for name, value in answers.items():
        if name not in place:
            near = get_close_matches(name, key.columns, 1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ValueError(f"form {key.form!r} of {key.assessment.id} has no question {name!r}{hint}")
        if name in key.assessment.scenario:
            options = [option.id for option in key.assessment.scenario[name].options]
            if value not in options:
                raise ValueError(f"{name}: {value!r} is no option; it has {', '.join(options)}")
            row[0, place[name]] = options.index(str(value)) + 1
        else:
            most = int(key.greatest[place[name]])
            if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
                raise ValueError(f"{name}: {value!r} is no answer; it takes 1 to {most}")
            row[0, place[name]] = value
    return row


def _result(key: Key, scores: Scores, row: Responses, pages: Sequence[PageTime]) -> Result:
    split = halves(key, scores)
    true = split.true
    order = [int(role) for role in scores.order[:, 0]]
    kind = KINDS[int(scores.verdict[0])]
    compared = [role for role in order if not np.isnan(scores.p_best[role, 0])]
    tied = [role for role in order if scores.tied[role, 0]]
    deciding = deciding_traits(key, tied or compared[:2], true.trait_variance[:, 0])
    raised = {flag for flag, up in zip(ANSWER_FLAGS, scores.flags[:, 0], strict=True) if up}
    if hasty(pages):
        raised.add("hasty")
    measured = [trait for trait, value in zip(key.assessment.traits, scores.score[:, 0], strict=True) if value == value]
    roles = key.roles
    return Result(
        assessment=key.assessment.id,
        version=key.assessment.version,
        files_hash=key.assessment.files_hash,
        form=key.form,
        traits={trait: _trait_score(key, scores, index) for index, trait in enumerate(key.traits)},
        foundation=estimate(scores.foundation, scores.foundation_error),
        roles={role: _role_fit(key, scores, split, index) for index, role in enumerate(roles)},
        ranking=tuple(roles[role] for role in order),
        differences=tuple(_difference(key, true, compared[0], other) for other in compared[1:]),
        verdict=Verdict(
            kind=kind,
            best=roles[compared[0]] if compared else None,
            tied=tuple(roles[role] for role in tied),
            unlikely=tuple(roles[role] for role in order if scores.unlikely[role, 0]),
            deciding=tuple(key.traits[trait] for trait in deciding),
        ),
        foundation_warning=tuple(
            name for name, warns in zip((*key.traits, WHOLE), scores.warning[:, 0], strict=True) if warns
        ),
        flags=tuple(flag for flag in FLAGS if flag in raised),
        provisional=any(trait.norm.assumed for trait in measured),
        liking=_liking(key, split, row),
        groups={group.id: _group_score(key, scores, index) for index, group in enumerate(key.assessment.groups)},
    )


def estimate(value: Floats, error: Floats) -> Estimate | None:
    """A value, (1,), with its 80 % interval cut at 0 and 100; None where it is not measured."""
    low, high = interval(value, error)
    return None if np.isnan(value[0]) else Estimate(float(value[0]), float(low[0]), float(high[0]))


def interval(value: Floats, error: Floats) -> tuple[Floats, Floats]:
    """The ends of the 80 % interval, cut at 0 and 100; arrays of any one shape."""
    half = Z80 * error
    return np.minimum(np.maximum(value - half, 0.0), 100.0), np.minimum(np.maximum(value + half, 0.0), 100.0)


def _trait_score(key: Key, scores: Scores, trait: int) -> TraitScore:
    found = estimate(scores.score[trait], scores.sem[trait])
    return TraitScore(
        trait=key.traits[trait],
        estimate=found,
        sem=None if found is None else float(scores.sem[trait, 0]),
        answered=int(scores.answered[trait, 0]),
        asked=int(key.asked[trait]),
    )


def _group_score(key: Key, scores: Scores, group: int) -> GroupScore:
    found = estimate(scores.group[group], scores.group_sem[group])
    traits = key.groups[group]
    return GroupScore(
        group=key.assessment.groups[group].id,
        estimate=found,
        sem=None if found is None else float(scores.group_sem[group, 0]),
        measured=sum(not np.isnan(scores.score[trait, 0]) for trait in traits),
        traits=len(traits),
    )


def _liking(key: Key, split: Halves, row: Responses) -> Liking | None:
    if key.liking is None or not key.tasks:
        return None
    given = {key.columns[task.column]: int(row[0, task.column]) for task in key.tasks}
    return Liking(
        counts=split.counts,
        mean=float(split.preferred.mean[0]) if split.counts else None,
        share=key.liking.share,
        stretch=key.stretch,
        ratings={task: rating for task, rating in given.items() if rating},
    )


def _role_liking(key: Key, scores: Scores, split: Halves, role: int) -> RoleLiking | None:
    if key.liking is None or not key.tasks:
        return None
    found = estimate(scores.liking[role], scores.liking_sem[role])
    fitting = split.counts and not np.isnan(scores.fit[role, 0])
    return RoleLiking(
        role=key.roles[role],
        estimate=found,
        sem=None if found is None else float(scores.liking_sem[role, 0]),
        answered=int(scores.tasks_answered[role, 0]),
        asked=int(key.tasks_asked[role]),
        above=float(split.preferred.above[role, 0]) if split.counts else None,
        points=float(split.points[role, 0]) if fitting else None,
        p_traits=split.p_traits.get(role),
        p_liking=split.p_liking.get(role),
    )


def _role_fit(key: Key, scores: Scores, split: Halves, role: int) -> RoleFit:
    fit = estimate(scores.fit[role], scores.fit_error[role])
    chance = float(scores.p_best[role, 0])
    return RoleFit(
        role=key.roles[role],
        fit=fit,
        direction=estimate(scores.direction[role], scores.direction_error[role]),
        p_best=None if np.isnan(chance) else chance,
        contributions=() if fit is None else _contributions(key, scores, split, role),
        liking=_role_liking(key, scores, split, role),
    )


def _contributions(key: Key, scores: Scores, split: Halves, role: int) -> tuple[Contribution, ...]:
    weights = key.assessment.roles[role].weights
    base = contributions(key.foundation, foundation_origins(key), scores.score)
    own = contributions(key.directions[role], key.norm_mean, scores.score) * split.trait_share
    found = []
    for index, trait in enumerate(key.traits):
        if np.isnan(scores.score[index, 0]):
            continue
        if trait in key.assessment.foundation:
            weight = key.assessment.foundation[trait].weight
            found.append(Contribution(trait, "foundation", weight, float(base[index, 0])))
        if trait in weights:
            found.append(Contribution(trait, "direction", weights[trait].weight, float(own[index, 0])))
    return tuple(found)


def _difference(key: Key, true: Truth, role: int, other: int) -> Difference:
    """As the P model sees it, in points: its unit is half of the scale."""
    mean, sd = difference(true.mean, true.covariance, true.roles.index(role), true.roles.index(other))
    value, half = HALF * float(mean[0]), HALF * Z80 * float(sd[0])
    return Difference(key.roles[role], key.roles[other], value, value - half, value + half, float(cdf(mean / sd)[0]))
