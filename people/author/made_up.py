"""Made-up sheets of answers, so that an author sees what a page says without answering everything each time.

The same kind, form and ``turn`` give the same answers for the same files.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final, Literal, get_args

import numpy as np

from catalog.questionnaire.assessment import FULL, Assessment
from people.rehearsal.answers import Answers, given
from people.respondent.sheet import screens
from scoring import Scores, score_matrix
from scoring.rule.key import Key, scoring_key
from scoring.rule.pomp import Responses
from scoring.rule.verdict import KINDS
from scoring.simulation.answers import draw_answers
from scoring.simulation.people import MIDDLE, People, draw_people

Kind = Literal["empty", "flat", "clear", "tied", "warned", "half", "random", "traits"]
"""empty: nothing answered. flat: the same point everywhere. clear, tied, warned: what the result says. half: the first
half. random: somebody of the norms. traits: as the author sets each trait."""
KINDS_OF_SHEETS: Final[tuple[Kind, ...]] = get_args(Kind)
PEOPLE = 240
AIMED = (1.0, 1.75, 2.5)
"""By how many standard deviations somebody is made for a role."""
LEANS = 30.0
"""By how many points somebody made for a role likes its tasks more than the middle, and the others' less."""
LITTLE = 8.0
"""The true score of what is warned of, in points."""

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
    if kind in ("random", "half"):
        key = scoring_key(assessment, FULL)
        rng = np.random.default_rng(turn)
        answers = given(assessment, form, draw_answers(key, draw_people(key, 1, rng), rng)[0])
        return answers if kind == "random" else dict(list(answers.items())[: len(answers) // 2])
    asked = (assessment.files_hash, form, kind)
    if asked not in _told_before:
        if len(_told_before) >= MOST_KEPT:
            _told_before.clear()
        _told_before[asked] = _told(assessment, form, kind)
    return _told_before[asked]


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


def _told(assessment: Assessment, form: str, kind: Kind) -> Answers | None:
    """The one of many people of whom that is said most plainly, and of whose answers nothing else is said."""
    key = scoring_key(assessment, FULL)
    drawn = _many(key)
    here = [key.columns.index(column) for column in scoring_key(assessment, form).columns]
    scores = score_matrix(assessment, form, drawn[:, here])
    wanted = _fitting(scores, kind)
    if not wanted.any():
        return None
    disturbed = scores.flags.sum(axis=0) + (scores.warning.any(axis=0) if kind != "warned" else 0)
    order = np.lexsort((_by_plainness(scores, kind), disturbed, ~wanted))
    return given(assessment, form, drawn[order[0]])


def _fitting(scores: Scores, kind: Kind) -> Any:
    if kind == "warned":
        return scores.warning.any(axis=0)
    told = scores.verdict == KINDS.index("clear" if kind == "clear" else "close")
    return told & (scores.tied.sum(axis=0) > 1) if kind == "tied" else told


def _by_plainness(scores: Scores, kind: Kind) -> Any:
    """Small where it is plain."""
    if kind == "warned" or not len(scores.p_best):
        return scores.foundation
    greatest = np.fmax.reduce(scores.p_best, axis=0)
    return greatest if kind == "tied" else -greatest


def _many(key: Key) -> Responses:
    """Answers of people of the norms, of people made for each role, and of such as are warned."""
    rng = np.random.default_rng(0)
    people = draw_people(key, PEOPLE, rng)
    made = [people]
    for role, weights in enumerate(key.directions):
        made += [_made_for(key, role, weights, by) for by in AIMED]
    warned = np.array(key.foundation) > 0
    if warned.any():
        low = replace(people, traits=np.where(warned[:, None], LITTLE, people.traits))
        made.append(low)
    return np.concatenate([draw_answers(key, one, rng) for one in made])


def _made_for(key: Key, role: int, weights: tuple[float, ...], by: float) -> People:
    mean, sd = np.array(key.norm_mean), np.array(key.norm_sd)
    side = np.where(np.array(key.foundation) > 0, 1.0, np.sign(weights))
    traits = np.clip(mean + by * sd * side, 0, 100)
    liking = np.full(len(key.roles), MIDDLE - LEANS)
    liking[role] = MIDDLE + LEANS
    return People(traits[:, None], liking[:, None], np.array(key.directions)[:, :, None])
