"""How an advertisement sits with somebody's own result: traits, tasks and conditions of the kind that it describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from adverts.reading import ConditionReading, Reading
from catalog.content.content import Content
from catalog.questionnaire.assessment import Assessment, Condition, Task
from scoring.rule.result import Result, RoleFit
from scoring.told.liked import liked_least, liked_most
from scoring.told.reasons import Reason, strengths, watch_outs


@dataclass(frozen=True, slots=True)
class ForResult:
    """What a result says about an advertisement. Ids and numbers only: the words are reports/told's and the files'.

    roles: the roles of the assessment that its kinds are (one of a clear or leaning one, several of a mixed one, none
    where the assessment has no such role, as for sales: then only ``conditions`` speak).
    fits: each role's fit as in the result. strengths, watch_outs: by role, as the result page has them.
    liked, disliked: tasks that the text itself speaks of (``Finding.tasks``), rated above or below the middle.
    conditions: those of the assessment's guidance that the advertisement could state, with what it states of them.
    """

    roles: tuple[str, ...]
    fits: Mapping[str, RoleFit]
    strengths: Mapping[str, tuple[Reason, ...]]
    watch_outs: Mapping[str, tuple[Reason, ...]]
    liked: tuple[Task, ...]
    disliked: tuple[Task, ...]
    conditions: tuple[tuple[Condition, ConditionReading], ...]


def for_result(reading: Reading, content: Content, assessment: Assessment, result: Result) -> ForResult:
    """What ``result`` says about ``reading``."""
    kinds = content.adverts.kind if content.adverts else {}
    named = [kinds[kind].role for kind in reading.kinds if kind in kinds]
    roles = tuple(role for role in named if role is not None and role in result.roles)
    spoken_of = {task for one in reading.findings for task in one.tasks}
    everything = len(assessment.tasks)
    wishes = {one.id: one for one in assessment.guidance.conditions} if assessment.guidance else {}
    return ForResult(
        roles=roles,
        fits={role: result.roles[role] for role in roles},
        strengths={role: strengths(result, assessment, role) for role in roles},
        watch_outs={role: watch_outs(result, assessment, role) for role in roles},
        liked=tuple(one for one in liked_most(result, assessment, most=everything) if one.id in spoken_of),
        disliked=tuple(one for one in liked_least(result, assessment, most=everything) if one.id in spoken_of),
        conditions=tuple((wishes[one.guidance], one) for one in reading.conditions if one.guidance in wishes),
    )
