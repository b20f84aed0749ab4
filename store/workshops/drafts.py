"""What a trainer filled in: checked, and as the columns of a workshop's row."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from store.campaigns.checks import check_number, check_shape, check_words
from store.errors import BadValue
from store.respondents.checks import LANGUAGE, NAME
from store.workshops.values import KINDS, Stage, WorkshopDraft

HOUR_MS = 3_600_000
LONGEST_HOURS = 12
MOST_STAGES = 60
LONGEST_STAGE = 240
"""Minutes."""
ABOUT = re.compile(r"[A-Za-z0-9_./:-]{0,80}")
NEEDS_ASSESSMENT = frozenset({"assessment", "own_result", "picture", "again", "change"})


def check_draft(draft: WorkshopDraft) -> dict[str, Any]:
    """The columns of a workshop's row. Raises BadValue, whose ``field`` is a draft's, or a stage's with its number from
    1 (``agenda.2``).
    """
    assessment = None if draft.assessment is None else check_shape(draft.assessment, NAME, "assessment")
    if (draft.form is None) != (assessment is None):
        raise BadValue("A workshop with an assessment has a form of it.", "form")
    agenda = _agenda(draft.agenda)
    if assessment is None:
        for number, stage in enumerate(agenda, 1):
            if stage["kind"] in NEEDS_ASSESSMENT:
                raise BadValue("This stage needs an assessment.", f"agenda.{number}")
    return {
        "title": check_words(draft.title, 1, 120, "title"),
        "assessment": assessment,
        "form": None if draft.form is None else check_shape(draft.form, NAME, "form"),
        "language": None if draft.language is None else check_shape(draft.language, LANGUAGE, "language"),
        "agenda": agenda,
        "hours": check_number(draft.hours, 1, LONGEST_HOURS, "hours"),
    }


def _agenda(given: Iterable[Stage]) -> list[dict[str, Any]]:
    stages = list(given)
    if not 1 <= len(stages) <= MOST_STAGES:
        raise BadValue(f"An agenda has 1 to {MOST_STAGES} stages.", "agenda")
    return [_stage(stage, f"agenda.{number}") for number, stage in enumerate(stages, 1)]


def _stage(stage: Stage, field: str) -> dict[str, Any]:
    if stage.kind not in KINDS:
        raise BadValue("There is no such stage.", field)
    return {
        "kind": stage.kind,
        "minutes": check_number(stage.minutes, 0, LONGEST_STAGE, field),
        "about": check_shape(stage.about, ABOUT, field),
    }
