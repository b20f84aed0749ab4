"""What made-up people tick and tap: drawn from the questionnaire's norms, so that a picture of them looks like one."""

from __future__ import annotations

import random
from typing import Any

import numpy as np

from catalog.questionnaire.assessment import FULL, Assessment
from people.respondent.sheet import screens
from people.trainer.choices import Asked
from scoring.rule.key import scoring_key
from scoring.simulation.answers import draw_answers
from scoring.simulation.people import draw_people

LATER = 4.0
"""By how many points true scores lie higher when the room is asked again, so that the change has something to show."""
LIKELY, LESS = 5, 2

Answers = dict[str, int | str]
"""By question, in the order in which the form asks."""


def answers_of(assessment: Assessment, form: str, people: int, seed: int) -> tuple[list[Answers], list[Answers]]:
    """Of each of the people, the first time and again."""
    key, rng = scoring_key(assessment, FULL), np.random.default_rng(seed)
    drawn = draw_people(key, people, rng)
    first = draw_answers(key, drawn, rng)
    drawn.traits[:] += LATER
    again = draw_answers(key, drawn, rng)
    return [given(assessment, form, row) for row in first], [given(assessment, form, row) for row in again]


def given(assessment: Assessment, form: str, row: Any) -> Answers:
    """A row of numbers, one a question of the full form, as the answers to ``form``."""
    place = {name: column for column, name in enumerate(scoring_key(assessment, FULL).columns)}
    options = {scenario.id: [option.id for option in scenario.options] for scenario in assessment.scenarios}
    asked = [question for ids in screens(assessment, (form,)) for question in ids]
    codes = {name: int(row[place[name]]) for name in asked}
    return {name: options[name][code - 1] if name in options else code for name, code in codes.items()}


def choice_on(asked: Asked, chance: random.Random) -> Any:
    """A whole answer to a question. The option that the files name first is tapped most."""
    options = list(asked.options)
    if asked.kind == "single":
        return chance.choices(options, [LIKELY, *[LESS] * (len(options) - 1)])[0]
    if asked.kind == "several":
        return [one for one in options if chance.random() < 0.5] or [chance.choice(options)]
    if asked.kind == "match":
        return {one: chance.choice(asked.places) for one in options}
    # Most have the order nearly right.
    return sorted(options, key=lambda one: options.index(one) + chance.uniform(0, 2))
