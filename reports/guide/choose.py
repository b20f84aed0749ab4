"""Which of an assessment's interview questions are a person's own: at most five, the same at every call.

What is chosen must not be a score sheet in code. Nothing here reads which end of a trait somebody is at: a choice
follows from the roles in play, from the traits that decide between them, and from which the answers left open.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from catalog.questionnaire.assessment import Assessment, TraitQuestion
from reports.told.aligned import aligned
from scoring.rule.result import Result
from scoring.told.reasons import centre

About = Literal["deciding", "uncertain", "asked"]
REASONS: tuple[About, ...] = get_args(About)
MOST = 5
KEPT = 1
"""So many places are kept for what the roles ask most of, which is worth hearing about from anybody."""


@dataclass(frozen=True, slots=True)
class OwnQuestion:
    """``about``: the roles differ in this, the answers left it open, or the roles ask most of it."""

    trait: str
    about: About
    question: TraitQuestion


def own_questions(result: Result, assessment: Assessment) -> tuple[OwnQuestion, ...]:
    """At most five, no two on one trait: the deciding ones first, then the uncertain ones, then those asked most of.

    ``assessment``: the files of today, whatever version the result was scored with. Empty where they hold no questions.
    Every other question is on an experience, the ones between on a situation. Raises ValueError for a result of another
    assessment.
    """
    told = aligned(result, assessment)
    guide = assessment.guide
    if guide is None:
        return ()
    chosen = _chosen(told, assessment, guide.traits)
    return tuple(
        OwnQuestion(trait, about, guide.traits[trait].situation if at % 2 else guide.traits[trait].experience)
        for at, (trait, about) in enumerate(chosen)
    )


def asked_most(assessment: Assessment, roles: Collection[str]) -> tuple[str, ...]:
    """The traits that weigh in any of ``roles``, the heaviest first.

    A trait's weight is the greatest of theirs, whichever end they ask for. Of equal weights a role's own go before
    those of the foundation, then the files' order holds.
    """
    weights = {trait.id: _weight(assessment, roles, trait.id) for trait in assessment.traits}
    weighing = [trait for trait, weight in weights.items() if weight]
    return tuple(sorted(weighing, key=lambda trait: (-weights[trait], trait in assessment.foundation)))


def in_play(result: Result, assessment: Assessment) -> tuple[str, ...]:
    """The roles that a result is close between, or the leading one; all of them where none leads."""
    if result.verdict.tied:
        return result.verdict.tied
    return tuple(assessment.role) if result.leading is None else (result.leading,)


def is_open(result: Result, assessment: Assessment, trait: str) -> bool:
    """Whether the answers leave a trait open: it is not measured, or its 80 % interval holds its centre."""
    estimate = result.traits[trait].estimate
    return estimate is None or estimate.low <= centre(assessment, trait) <= estimate.high


def _chosen(result: Result, assessment: Assessment, known: Collection[str]) -> list[tuple[str, About]]:
    """``known``: the traits that there are questions on."""
    deciding = [trait for trait in result.verdict.deciding if trait in known][:MOST]
    asked = asked_most(assessment, in_play(result, assessment)) or tuple(assessment.trait)
    left = [trait for trait in asked if trait in known and trait not in deciding]
    kept = left[: min(KEPT, MOST - len(deciding))]
    # The heaviest is taken whether or not it is open, so that its being asked tells nothing of the answers.
    others = [trait for trait in left if trait not in kept]
    uncertain = [trait for trait in others if is_open(result, assessment, trait)]
    uncertain = uncertain[: MOST - len(deciding) - len(kept)]
    more = [trait for trait in others if trait not in uncertain]
    most = [*kept, *more[: MOST - len(deciding) - len(kept) - len(uncertain)]]
    groups: Iterable[tuple[About, list[str]]] = zip(REASONS, (deciding, uncertain, most), strict=True)
    return list(_labelled(groups))


def _labelled(groups: Iterable[tuple[About, list[str]]]) -> Iterator[tuple[str, About]]:
    for about, traits in groups:
        for trait in traits:
            yield trait, about


def _weight(assessment: Assessment, roles: Collection[str], trait: str) -> int:
    if trait in assessment.foundation:
        return assessment.foundation[trait].weight
    own = (assessment.role[role].weights.get(trait) for role in roles)
    return max((abs(weight.weight) for weight in own if weight), default=0)
