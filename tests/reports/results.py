"""A result with its answers, and sheets of answers made to measure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.questionnaire.assessment import Assessment
from scoring.rule.result import Result

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Told:
    """A result with the answers behind it."""

    result: Result
    answers: Mapping[str, int | str]


def answered(assessment: Assessment, score: Callable[[str], int | None], form: str = "full") -> dict[str, int | str]:
    """An answer to each item so that a trait's keyed answers are all ``score(trait)``; None leaves a trait open."""
    top = assessment.scale.points + 1
    given: dict[str, int | str] = {}
    for item in assessment.form_items(form):
        keyed = score(item.trait)
        if keyed is not None:
            given[item.id] = keyed if item.keyed == "+" else top - keyed
    return given
