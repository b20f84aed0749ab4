"""The lessons that an agenda touches: those whose questions it asks."""

from __future__ import annotations

from people.participant.shapes import PublicWorkshop
from reports.workshop.questions import asked_text
from views.frame.context import Site
from views.learning.shared import learning


def touched(here: Site, workshop: PublicWorkshop) -> tuple[str, ...]:
    """Their ids, each once, in the order of the agenda."""
    asked = (asked_text(here.content, here.words, stage.about) for stage in workshop.agenda)
    known = learning(here).lesson
    return tuple(dict.fromkeys(lesson for one in asked if one is not None for lesson in one.lessons if lesson in known))
