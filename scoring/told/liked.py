"""The tasks that somebody would most like to do, and those that they would rather not."""

from __future__ import annotations

from catalog.questionnaire.assessment import Assessment, Task
from scoring.rule.result import Result


def liked_most(result: Result, assessment: Assessment, role: str | None = None, most: int = 3) -> tuple[Task, ...]:
    """Tasks rated above the middle, the highest first, then in the form's order; of ``role`` or of all roles."""
    return _rated(result, assessment, role, 1)[:most]


def liked_least(result: Result, assessment: Assessment, role: str | None = None, most: int = 3) -> tuple[Task, ...]:
    """Tasks rated below the middle, the lowest first, then in the form's order; of ``role`` or of all roles."""
    return _rated(result, assessment, role, -1)[:most]


def _rated(result: Result, assessment: Assessment, role: str | None, sign: int) -> tuple[Task, ...]:
    if result.liking is None or assessment.task_scale is None:
        return ()
    above = {
        task: sign * (2 * rating - assessment.task_scale.points - 1)
        for task, rating in result.liking.ratings.items()
        if task in assessment.task and role in (None, assessment.task[task].role)
    }
    return tuple(assessment.task[task] for task in sorted(above, key=lambda task: -above[task]) if above[task] > 0)
