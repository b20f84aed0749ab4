"""Made-up sheets of answers, so that an author sees what a page says without answering everything each time.

The same kind, form and ``turn`` give the same answers for the same files.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, get_args

import numpy as np

from catalog.questionnaire.assessment import FULL, Assessment
from people.author.somebody import somebody
from people.rehearsal.answers import Answers, given
from people.respondent.sheet import screens
from scoring.rule.key import scoring_key
from scoring.simulation.answers import draw_answers
from scoring.simulation.people import MIDDLE, draw_people

Kind = Literal["empty", "flat", "clear", "tied", "warned", "half", "random", "traits"]
"""empty: nothing answered. flat: the same point everywhere. clear, tied, warned: what the result says. half: the first
half. random: somebody of the norms. traits: as the author sets each trait."""
KINDS_OF_SHEETS: Final[tuple[Kind, ...]] = get_args(Kind)

MOST_KEPT = 50
_told_before: dict[tuple[str, str, Kind], Answers | None] = {}
"""By the files' hash, form and kind: a bar and its frame ask for the same, one after the other."""


def made_up(
    assessment: Assessment, form: str, kind: Kind, *, turn: int = 0, wanted: Mapping[str, float] | None = None
) -> Answers | None:
    """The answers of such a sheet; None where nobody can be told that by this form.

    turn: another person at random. wanted: for ``traits``, a score of 0..100 by trait, the middle where none is named.
    """
    if kind == "empty":
        return {}
    if kind == "flat":
        return _flat(assessment, form)
    if kind == "traits":
        return _by_traits(assessment, form, wanted or {})
    if kind == "random":
        return _random(assessment, form, turn)
    if kind == "half":
        answers = _random(assessment, form, turn)
        return dict(list(answers.items())[: len(answers) // 2])
    asked = (assessment.files_hash, form, kind)
    if asked not in _told_before:
        if len(_told_before) >= MOST_KEPT:
            _told_before.clear()
        _told_before[asked] = somebody(assessment, form, kind)
    return _told_before[asked]


def _random(assessment: Assessment, form: str, turn: int) -> Answers:
    key = scoring_key(assessment, FULL)
    rng = np.random.default_rng(turn)
    return given(assessment, form, draw_answers(key, draw_people(key, 1, rng), rng)[0])


def _asked(assessment: Assessment, form: str) -> list[str]:
    return [question for ids in screens(assessment, (form,)) for question in ids]


def _flat(assessment: Assessment, form: str) -> Answers:
    options = {one.id: one.options[0].id for one in assessment.scenarios}
    item = (assessment.scale.points + 1) // 2
    task = (assessment.task_scale.points + 1) // 2 if assessment.task_scale else 1
    return {name: options.get(name, task if name in assessment.task else item) for name in _asked(assessment, form)}


def _by_traits(assessment: Assessment, form: str, wanted: Mapping[str, float]) -> Answers:
    """Items come as near to the scores as their points allow; of a scenario the option that is nearest to them."""
    points = assessment.scale.points
    answers: Answers = {}
    keyed_mean = {trait.id: 1 + (points - 1) * wanted.get(trait.id, MIDDLE) / 100 for trait in assessment.traits}
    left: dict[str, float] = dict.fromkeys(keyed_mean, 0.0)
    for item in assessment.form_items(form):
        # What rounding takes from one answer, the next one of the trait is given.
        meant = keyed_mean[item.trait] + left[item.trait]
        keyed = min(max(round(meant), 1), points)
        left[item.trait] = meant - keyed
        answers[item.id] = keyed if item.keyed == "+" else points + 1 - keyed
    for scenario in assessment.form_scenarios(form):
        nearest = min(
            scenario.options,
            key=lambda option: sum((shown - keyed_mean[trait]) ** 2 for trait, shown in option.shows.items()),
        )
        answers[scenario.id] = nearest.id
    middle = (assessment.task_scale.points + 1) // 2 if assessment.task_scale else 1
    answers.update({task.id: middle for task in assessment.form_tasks(form)})
    return {name: answers[name] for name in _asked(assessment, form)}
