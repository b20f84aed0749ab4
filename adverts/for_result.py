"""How an advertisement sits with somebody's own result: traits, tasks and conditions of the kind that it describes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from adverts.reading import ConditionReading, Reading
from catalog.content.content import Content
from catalog.questionnaire.assessment import Assessment, Condition, Task
from scoring.rule.result import Result, RoleFit
from scoring.told.reasons import Reason


@dataclass(frozen=True, slots=True)
class ForResult:
    """What a result says about an advertisement. Ids and numbers only: the words are reports/told's and the files'.

    roles: the roles of the assessment that its kinds are (one of a clear or leaning one, several of a mixed one, none
    where the assessment has no such role, as for sales: then only ``conditions`` speak).
    fits: each role's fit as in the result. strengths, watch_outs: by role, as the result page has them.
    liked, disliked: tasks of the roles that the text itself speaks of (marked places), the person having rated them
    above or below the middle. conditions: guidance's conditions with what the advertisement states of them.
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
    raise NotImplementedError
