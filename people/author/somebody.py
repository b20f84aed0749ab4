"""Somebody of whom a result says what an author wants to see: made up, and sought among many.

How likely each of many roles is the best takes the longest to compute. So the people are put in an order by what it
follows from, and looked at in that order until one fits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

import numpy as np

from catalog.questionnaire.assessment import FULL, Assessment
from people.rehearsal.answers import Answers, given
from scoring import Scores, score_matrix
from scoring.rule.best import difference
from scoring.rule.key import Key, scoring_key
from scoring.rule.liking import preference, ratings
from scoring.rule.matrix import checked_columns
from scoring.rule.pomp import Responses, keyed_sums, trait_scores
from scoring.rule.sem import standard_errors
from scoring.rule.truth import Truth, together, truth
from scoring.rule.verdict import KINDS
from scoring.simulation.answers import draw_answers
from scoring.simulation.people import MIDDLE, People, draw_people

Told = Literal["clear", "tied", "warned"]
PEOPLE = 240
AIMED = (1.0, 1.75, 2.5)
"""By how many standard deviations somebody is made for a role."""
LEANS = 30.0
"""By how many points somebody made for a role likes its tasks more than the middle, and the others' less."""
LITTLE = 8.0
"""The true score of what is warned of, in points."""
FIRST, MOST = 8, 56
"""So many are looked at first, then twice as many each time, and so many at most."""


def somebody(assessment: Assessment, form: str, told: Told) -> Answers | None:
    """The answers of somebody of whom that is said, and if it can be nothing else; None where nobody is found.

    The same files and form give the same person.
    """
    whole, key = scoring_key(assessment, FULL), scoring_key(assessment, form)
    if told == "warned" and not any(key.foundation):
        return None
    drawn = _many(whole)
    here = drawn[:, [whole.columns.index(column) for column in key.columns]]
    disturbed: Answers | None = None
    for some in _in_turn(_promising(key, here, told)):
        scores = score_matrix(assessment, form, here[some])
        besides = scores.flags.sum(axis=0) + (scores.warning.any(axis=0) if told != "warned" else 0)
        fitting = _fitting(scores, told)
        if (fitting & (besides == 0)).any():
            return given(assessment, form, drawn[some[np.argmax(fitting & (besides == 0))]])
        if disturbed is None and fitting.any():
            disturbed = given(assessment, form, drawn[some[np.lexsort((besides, ~fitting))[0]]])
    return disturbed


def _in_turn(order: Any) -> Iterator[Any]:
    start, size = 0, FIRST
    while start < min(len(order), MOST):
        yield order[start : min(start + size, MOST)]
        start, size = start + size, 2 * size


def _promising(key: Key, answers: Responses, told: Told) -> Any:
    """Places in ``answers``, those first of whom it is the likeliest to be told."""
    columns = checked_columns(key, answers)
    score = trait_scores(key, *(counted := keyed_sums(key, columns)))
    if told == "warned":
        return np.argsort(np.array(key.foundation) @ np.nan_to_num(score, nan=MIDDLE), kind="stable")
    rated = ratings(key, columns)
    true = truth(key, score, standard_errors(key, score, counted[1]))
    ahead = _ahead(together(key, true, preference(key, rated.score, rated.sem)))
    return np.argsort(ahead if told == "tied" else -ahead, kind="stable")


def _ahead(true: Truth) -> Any:
    """(rows,): by how many standard deviations of the difference the first role is ahead of the next one."""
    roles, rows = true.mean.shape
    if roles < 2:
        return np.zeros(rows)
    every = np.full((roles, rows), np.inf)
    first = true.mean.argmax(axis=0)
    for role in range(roles):
        for other in range(roles):
            if other != role:
                mean, sd = difference(true.mean, true.covariance, role, other)
                every[other] = np.where(first == role, mean / sd, every[other])
    return every.min(axis=0)


def _fitting(scores: Scores, told: Told) -> Any:
    if told == "warned":
        return scores.warning.any(axis=0)
    verdict = scores.verdict == KINDS.index("clear" if told == "clear" else "close")
    return verdict & (scores.tied.sum(axis=0) > 1) if told == "tied" else verdict


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
