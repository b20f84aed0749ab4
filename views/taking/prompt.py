"""What stands above a screen's questions: the part that begins, what is asked, and a hint."""

from __future__ import annotations

from people.respondent.asked import Part, parts
from people.respondent.sheet import AnswerSheet
from views.frame.context import Site
from views.frame.markup import Markup, esc, tag


def prompt(here: Site, sheet: AnswerSheet, asked: list[tuple[str, ...]]) -> Markup:
    """The heading and its hint. A new part is named in the heading itself, so that the ear meets it as the eye does."""
    words, found = here.words, parts(here.assessment, asked)
    number, part = next((n, part) for n, part in enumerate(found) if sheet.screen in part.screens)
    opens = sheet.screen == part.screens.start
    screen = words("assessment.screen.label", page=sheet.screen + 1, pages=len(asked))
    inner = f'<span class="fit-hidden">{esc(screen)}</span> '
    if opens and len(found) > 1:
        inner += f"{tag('span', part_name(here, part, number, len(found)), 'fit-part')} "
    heading = f'<h1 class="fit-focus fit-prompt" tabindex="-1">{inner}{esc(words(ASK[part.kind]))}</h1>'
    return heading + (tag("p", words(HINT[part.kind]), "fit-muted") if opens or part.kind != "items" else "")


ASK = {"items": "assessment.screen.ask", "scenarios": "assessment.screen.scenario", "tasks": "assessment.screen.task"}
HINT = {
    "items": "assessment.screen.ask_hint",
    "scenarios": "assessment.screen.scenario_hint",
    "tasks": "assessment.screen.task_hint",
}


def part_name(here: Site, part: Part, number: int, total: int) -> str:
    """``number`` counts from 0."""
    name = here.words(f"assessment.part.{part.kind}")
    return here.words("assessment.part.title", number=number + 1, total=total, name=name)
