"""The lessons that stages touch: those whose questions they ask."""

from __future__ import annotations

from collections.abc import Iterable

from people.participant.shapes import Stage
from reports.workshop.questions import asked_text
from views.frame.context import Site
from views.learning.shared import learning


def touched(here: Site, stages: Iterable[Stage]) -> tuple[str, ...]:
    """Their ids, each once, in the order of the stages."""
    asked = (asked_text(here.content, here.words, stage.about) for stage in stages)
    known = learning(here).lesson
    return tuple(dict.fromkeys(lesson for one in asked if one is not None for lesson in one.lessons if lesson in known))
