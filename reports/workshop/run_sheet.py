"""The agenda on one sheet for the facilitator's hand: when, what, what to say, which answer is right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.paper.runs import GETA
from charts.palette import PALETTES
from charts.sentence import quoted
from reports.paper.printed_name import printed_name
from reports.paper.set_text import as_set_in, has_gaps
from reports.paper.typesetting import page_count, typeset_pdf
from reports.workshop.questions import asked_text, discussed

if TYPE_CHECKING:
    from store import Stage

TEMPLATE = "run_sheet.typ"
TITLE_EMS = 30.0
SCALES = (1.0, 0.91, 0.83, 0.76)
"""What is a little too much for a page is set smaller; what is far too much runs on in full size."""


def run_sheet_pdf(agenda: Sequence[Stage], title: str, content: Content, words: Words, on: date) -> bytes:
    """``title``: the workshop's. The same arguments give the same bytes. Raises FontsMissing."""
    moment = datetime.combine(on, time(12), UTC)
    data = sheet_of(agenda, title, content, words)
    first = b""
    for scale in SCALES:
        made = typeset_pdf(TEMPLATE, data | {"scale": scale}, moment)
        if page_count(made) == 1:
            return made
        first = first or made
    return first


def sheet_of(agenda: Sequence[Stage], title: str, content: Content, words: Words) -> dict[str, Any]:
    """What the template takes, as JSON can hold it."""
    palette = asdict(PALETTES["light"])
    begins = [0, *accumulate(stage.minutes for stage in agenda)]
    page: dict[str, Any] = {
        "language": words.language,
        "palette": {key: value for key, value in palette.items() if isinstance(value, str)},
        "site": words("site.name"),
        "title": words("shown.sheet_of_agenda.title"),
        "workshop": printed_name(title, TITLE_EMS),
        "total": words("shown.sheet_of_agenda.total", n=len(agenda), minutes=begins[-1]),
        "columns": [words(f"shown.sheet_of_agenda.{name}") for name in ("from", "stage", "say")],
        "stages": [_stage(stage, begins[at], content, words) for at, stage in enumerate(agenda)],
        "foot": words("shown.sheet_of_agenda.foot"),
        "gaps": "",
    }
    page = as_set_in(page)
    if has_gaps(page):
        page["gaps"] = words("report.gaps", mark=GETA)
    return page


def _stage(stage: Stage, begins: int, content: Content, words: Words) -> dict[str, Any]:
    ready = content.workshops
    asked = asked_text(content, words, stage.about)
    question = asked.ask if asked is not None else discussed(content, words, stage.about)
    right = [asked.options[one] for one in asked.options if one in asked.right] if asked is not None else []
    return {
        "from": f"{begins // 60}:{begins % 60:02}",
        "name": words(f"workshop.stage.{stage.kind}"),
        "minutes": words("shown.sheet_of_agenda.minutes", n=stage.minutes),
        "question": question,
        "right": words("shown.sheet_of_agenda.right", answers=quoted(words, right)) if right else "",
        "say": [words.of(line) for line in ready.stages.of(stage.kind).what_to_say] if ready is not None else [],
    }
