"""The scoring key of one form: which column shows which trait, and what each role weighs, as arrays."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from catalog.questionnaire.assessment import FULL, Assessment, FoundationWeight, Liking, Weight

DIRECT_SD, OTHER_SD = 0.5, 0.75
"""How far a weight, which is a judgement, may be off: with direct evidence, and with indirect or mixed evidence."""


@dataclass(frozen=True, slots=True)
class ItemColumn:
    column: int
    trait: int
    reverse: bool


@dataclass(frozen=True, slots=True)
class ScenarioColumn:
    """``keyed[i]``: the keyed answer that option i (1-based) shows of ``trait``; ``keyed[0]`` is 0, not answered."""

    column: int
    trait: int
    keyed: NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class TaskColumn:
    column: int
    role: int


@dataclass(frozen=True, slots=True)
class Key:
    """Arrays over T traits and R roles in the files' order.

    columns: ids of items, then scenarios, then tasks, as the response matrix has them; greatest: (K,) the greatest
    value of each.
    groups: for each group of traits the places of its traits.
    asked: (T,) answers that the form asks for; full: (T,) those of the full form.
    foundation: (T,) weights; directions: (R, T) weights, 0 where the files say nothing; judged: (R, T) the variance of
    each weight, 0 where there is none. tasks_asked, tasks_full: (R,) as ``asked`` and ``full``, of each role's tasks.
    stretch: c, which makes liking spread as far as the traits' directions do in the norm.
    """

    assessment: Assessment
    form: str
    rule: int
    points: int
    task_points: int
    columns: tuple[str, ...]
    item_count: int
    greatest: NDArray[np.int8]
    items: tuple[ItemColumn, ...]
    scenarios: tuple[ScenarioColumn, ...]
    tasks: tuple[TaskColumn, ...]
    groups: tuple[tuple[int, ...], ...]
    asked: NDArray[np.int32]
    full: NDArray[np.int32]
    norm_mean: tuple[float, ...]
    norm_sd: tuple[float, ...]
    reliability: tuple[float, ...]
    foundation: tuple[float, ...]
    directions: tuple[tuple[float, ...], ...]
    judged: tuple[tuple[float, ...], ...]
    tasks_asked: NDArray[np.int32]
    tasks_full: NDArray[np.int32]
    liking: Liking | None
    stretch: float

    @property
    def traits(self) -> tuple[str, ...]:
        return tuple(trait.id for trait in self.assessment.traits)

    @property
    def roles(self) -> tuple[str, ...]:
        return tuple(role.id for role in self.assessment.roles)


def scoring_key(assessment: Assessment, form: str) -> Key:
    """The key of ``form``. Raises ValueError for a form that the assessment has not."""
    if form not in assessment.forms:
        raise ValueError(f"{assessment.id} has no form {form!r}; it has {', '.join(assessment.forms)}")
    place = {trait.id: index for index, trait in enumerate(assessment.traits)}
    role_place = {role.id: index for index, role in enumerate(assessment.roles)}
    items, scenarios, tasks = (
        assessment.form_items(form),
        assessment.form_scenarios(form),
        assessment.form_tasks(form),
    )
    task_points = 2 if assessment.task_scale is None else assessment.task_scale.points
    greatest = [assessment.scale.points] * len(items) + [len(scenario.options) for scenario in scenarios]
    greatest += [task_points] * len(tasks)
    directions = tuple(
        tuple(_weight(role.weights.get(trait.id)) for trait in assessment.traits) for role in assessment.roles
    )
    return Key(
        assessment=assessment,
        form=form,
        rule=assessment.rule,
        points=assessment.scale.points,
        task_points=task_points,
        columns=assessment.form_questions(form),
        item_count=len(items),
        greatest=np.array(greatest, dtype=np.int8),
        items=tuple(ItemColumn(i, place[item.trait], item.keyed == "-") for i, item in enumerate(items)),
        scenarios=tuple(
            ScenarioColumn(
                len(items) + i,
                place[trait],
                np.array([0, *(option.shows[trait] for option in scenario.options)], dtype=np.int32),
            )
            for i, scenario in enumerate(scenarios)
            for trait in scenario.options[0].shows
        ),
        tasks=tuple(TaskColumn(len(items) + len(scenarios) + i, role_place[task.role]) for i, task in enumerate(tasks)),
        groups=tuple(tuple(sorted(place[trait] for trait in group.traits)) for group in assessment.groups),
        asked=_asked(assessment, form),
        full=_asked(assessment, FULL),
        norm_mean=tuple(trait.norm.mean for trait in assessment.traits),
        norm_sd=tuple(trait.norm.sd for trait in assessment.traits),
        reliability=tuple(trait.norm.reliability for trait in assessment.traits),
        foundation=tuple(_weight(assessment.foundation.get(trait.id)) for trait in assessment.traits),
        directions=directions,
        judged=tuple(
            tuple(_variance(role.weights.get(trait.id)) for trait in assessment.traits) for role in assessment.roles
        ),
        tasks_asked=_tasks_asked(assessment, form),
        tasks_full=_tasks_asked(assessment, FULL),
        liking=assessment.liking,
        stretch=_stretch(assessment, directions),
    )


def _stretch(assessment: Assessment, directions: tuple[tuple[float, ...], ...]) -> float:
    """c = sdD / sdE, so that neither half of a role's side outweighs the other by its spread; 0 without liking.

    sdD: the mean over roles of the direction's standard deviation in the norm, traits taken as independent;
    sdE = sd sqrt((1 - shared) (R - 1) / R): that of a role's liking less the mean of all roles' liking.
    """
    liking, roles = assessment.liking, len(directions)
    if liking is None or roles < 2:
        return 0.0
    spreads = [
        sqrt(sum((w * trait.norm.sd) ** 2 for w, trait in zip(weights, assessment.traits, strict=True))) / size
        for weights in directions
        if (size := sum(abs(w) for w in weights))
    ]
    apart = liking.sd * sqrt((1.0 - liking.shared) * (roles - 1) / roles)
    return sum(spreads) / max(len(spreads), 1) / apart


def _tasks_asked(assessment: Assessment, form: str) -> NDArray[np.int32]:
    counts = {role.id: 0 for role in assessment.roles}
    for task in assessment.form_tasks(form):
        counts[task.role] += 1
    return np.array(list(counts.values()), dtype=np.int32)


def _asked(assessment: Assessment, form: str) -> NDArray[np.int32]:
    counts = {trait.id: 0 for trait in assessment.traits}
    for item in assessment.form_items(form):
        counts[item.trait] += 1
    for scenario in assessment.form_scenarios(form):
        for trait in scenario.options[0].shows:
            counts[trait] += 1
    return np.array(list(counts.values()), dtype=np.int32)


def _weight(weight: FoundationWeight | Weight | None) -> float:
    return 0.0 if weight is None else float(weight.weight)


def _variance(weight: Weight | None) -> float:
    if weight is None:
        return 0.0
    return DIRECT_SD**2 if weight.evidence == "direct" else OTHER_SD**2
