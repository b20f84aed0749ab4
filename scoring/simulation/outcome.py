"""What an assessment tells simulated people in one form, and how often that is so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from catalog.questionnaire.assessment import FULL, Assessment
from scoring.rule.key import scoring_key
from scoring.rule.matrix import score_matrix
from scoring.rule.truth import FEWEST
from scoring.rule.verdict import KINDS
from scoring.simulation.answers import draw_answers
from scoring.simulation.people import draw_people

BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Edges of the bands of P; a band holds its lower edge."""


class NothingToCompare(ValueError):
    """The assessment has no two roles that weights set apart."""


@dataclass(frozen=True, slots=True)
class Band:
    """People whose best role has a P from ``low`` to ``high``: how many, the mean P told, the share told rightly."""

    low: float
    high: float
    people: int
    told: float
    right: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """Shares of the people, 0 to 1. ``bests``: told best, by role. ``right``: told the role that is truly best."""

    form: str
    questions: int
    verdicts: Mapping[str, float]
    right: float
    bands: tuple[Band, ...]
    bests: Mapping[str, float]
    warned: float


def simulate(assessment: Assessment, people: int, seed: int, shift: float = 0.0) -> tuple[Outcome, ...]:
    """One outcome a form, of the same people with the same answers; the same for the same seed.

    shift: by how many points everybody's true scores lie above the norm's means. Raises NothingToCompare.
    """
    whole = scoring_key(assessment, FULL)
    if sum(any(weights) for weights in whole.directions) < FEWEST:
        raise NothingToCompare(assessment.id)
    rng = np.random.default_rng(seed)
    drawn = draw_people(whole, people, rng, shift)
    answers = draw_answers(whole, drawn, rng)
    place = {column: index for index, column in enumerate(whole.columns)}
    outcomes = []
    for form in assessment.forms:
        key = scoring_key(assessment, form)
        scores = score_matrix(assessment, form, answers[:, [place[column] for column in key.columns]])
        told, best = scores.p_best[scores.order[0], np.arange(people)], scores.order[0]
        right = best == drawn.best(key)
        outcomes.append(
            Outcome(
                form=form,
                questions=len(key.columns),
                verdicts={kind: float(np.mean(scores.verdict == code)) for code, kind in enumerate(KINDS)},
                right=float(right.mean()),
                bands=tuple(
                    Band(low, high, int(inside.sum()), float(told[inside].mean()), float(right[inside].mean()))
                    for low, high in pairwise(BANDS)
                    if (inside := (told >= low) & ((told < high) | (high == BANDS[-1]))).any()
                ),
                bests={role: float(np.mean(best == index)) for index, role in enumerate(key.roles)},
                warned=float(scores.warning.any(axis=0).mean()),
            )
        )
    return tuple(outcomes)
