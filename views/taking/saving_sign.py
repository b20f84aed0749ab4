"""The quiet sign near the bar: what has become of this person's answers."""

from __future__ import annotations

import time

from catalog.questionnaire.assessment import Assessment
from people.respondent.asked import codes
from people.respondent.sheet import AnswerSheet, screens
from views.frame.context import Site
from views.frame.markup import Markup, esc
from views.taking.leaving import lost_on_leaving, only_in_session


def sign(here: Site, sheet: AnswerSheet) -> Markup:
    """The quiet sign in the bar.

    A stored sheet's sign says when it was drawn and which options of this screen it holds, so that the browser can tell
    when an answer is on its way. ``data-lost-on-leaving`` makes the browser ask before the page is left.
    """
    now = sheet.standing
    words = here.words
    given = f' data-drawn="{time.time_ns()}" data-held="{esc(_held(here, sheet))}"' if now != "off" else ""
    if now == "saved":
        given += f' data-saving="{esc(words("saving.sign.saving"))}"'
    if now not in ("off", "saved") or only_in_session(sheet):
        given += lost_on_leaving(sheet)
    css = "fit-unsaved" if now in ("waiting", "gone", "changed", "refused") else "fit-saved"
    unsaved = sheet.stored.outbox.unsaved if sheet.stored else 0
    return f'<span class="{css}"{given}>{esc(words(f"saving.sign.{now}", n=unsaved))}</span>'


def _held(here: Site, sheet: AnswerSheet) -> str:
    """``question:place`` for each answer on this screen, the option's place counted from 0."""
    assessment = here.assessment
    asked = screens(assessment, sheet.path)
    ids = asked[sheet.screen] if sheet.screen < len(asked) else ()
    places = {question: _place(assessment, question, sheet.answers.get(question)) for question in ids}
    return " ".join(f"{question}:{place}" for question, place in places.items() if place is not None)


def _place(assessment: Assessment, question: str, code: int | str | None) -> int | None:
    """None where nothing is answered, or an option that these files do not have."""
    options = codes(assessment, question)
    return options.index(code) if code in options else None
