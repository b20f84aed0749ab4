"""How a question is asked: its kind, what may be answered, and the parts that a questionnaire falls into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from catalog.questionnaire.assessment import Assessment, Scale

Kind = Literal["items", "scenarios", "tasks"]


@dataclass(frozen=True, slots=True)
class Part:
    """A run of screens that ask in one way. ``screens``: their numbers, from 0."""

    kind: Kind
    screens: range


def kind_of(assessment: Assessment, question: str) -> Kind:
    if question in assessment.task:
        return "tasks"
    return "scenarios" if question in assessment.scenario else "items"


def scale_of(assessment: Assessment, question: str) -> Scale:
    """The scale on which an item or a task is answered."""
    if question in assessment.task and assessment.task_scale is not None:
        return assessment.task_scale
    return assessment.scale


def codes(assessment: Assessment, question: str) -> tuple[int | str, ...]:
    """What may be answered, in the order shown: the points of a scale, or the ids of a scenario's options."""
    if question in assessment.scenario:
        return tuple(option.id for option in assessment.scenario[question].options)
    return tuple(range(1, scale_of(assessment, question).points + 1))


def parts(assessment: Assessment, screens: Sequence[tuple[str, ...]]) -> list[Part]:
    """The parts, in order. Whoever goes on from a short form to the whole one meets a kind more than once."""
    found: list[Part] = []
    for kind, run in groupby(range(len(screens)), key=lambda number: kind_of(assessment, screens[number][0])):
        numbers = list(run)
        found.append(Part(kind, range(numbers[0], numbers[-1] + 1)))
    return found


def open_questions(part: Part, screens: Sequence[tuple[str, ...]], answers: Mapping[str, int | str]) -> list[int]:
    """For each question of a part that has no answer, the screen on which it stands."""
    return [number for number in part.screens for question in screens[number] if question not in answers]
