"""The ready-made agendas, and what a workshop may be about, as the form offers them."""

from __future__ import annotations

from people.trainer.shapes import Kind, Stage
from views.frame.context import Site

LESSONS = "lessons"
"""No assessment."""
QUICK = "quick"
HOUR = 60
MEASURING: frozenset[Kind] = frozenset({"assessment", "own_result", "picture", "again", "change"})
"""The stages that need an assessment."""


def offered(here: Site) -> dict[str, str]:
    """Each form of each assessment, the quick ones first, then lessons only: by ``assessment/form``."""
    words, found = here.words, {}
    for assessment in here.assessments.values():
        for form, about in sorted(assessment.forms.items(), key=lambda one: (one[0] != QUICK, one[1].minutes)):
            part = words.of(about.title) if about.title else words.of(assessment.title)
            n = len(assessment.form_questions(form))
            title = words.of(assessment.title)
            said = words("trainer.new.form", title=title, part=part, n=n, minutes=about.minutes)
            found[f"{assessment.id}/{form}"] = said
    return found | {LESSONS: words("trainer.new.lessons")}


def ready_made(here: Site, measured: bool) -> dict[str, str]:
    """By id: its title, with what follows on what. ``measured``: with an assessment."""
    words, found = here.words, {}
    ready = here.content.workshops
    for agenda in ready.agendas if ready is not None else ():
        stages = agenda_for(here, agenda.id, measured)
        minutes = sum(stage.minutes for stage in stages)
        said = words("trainer.new.agenda_of", title=words.of(agenda.title), n=len(stages), minutes=minutes)
        found[agenda.id] = said
    return found


def usual(here: Site) -> str:
    """The agenda that is nearest to an hour; "" where there is none."""
    ready = here.content.workshops
    return min(ready.agendas, key=lambda one: abs(one.minutes - HOUR)).id if ready is not None else ""


def agenda_for(here: Site, name: str, measured: bool) -> tuple[Stage, ...]:
    ready = here.content.workshops
    stages = ready.agenda[name].stages if ready is not None and name in ready.agenda else ()
    return tuple(
        Stage(stage.kind, stage.minutes, stage.about or "")
        for stage in stages
        if measured or stage.kind not in MEASURING
    )
