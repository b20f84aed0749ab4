"""The front page says how long it takes and where a person stands, counting every kind of question."""

from __future__ import annotations

import pytest

from catalog.questionnaire.assessment import FULL
from people.respondent.asked import codes
from tests.shipped import shipped_content
from tests.views.pages import assessment, open_page, text

HELD = assessment()
WORDS = shipped_content()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_minutes_are_those_of_the_forms(language: str) -> None:
    quick, full = HELD.forms["quick"].minutes, HELD.forms[FULL].minutes
    assert WORDS.words(language)("start.minutes", quick=quick, full=full) in text(open_page("start", lang=language))


def test_whoever_stopped_at_the_tasks_is_told_what_is_answered() -> None:
    asked = HELD.form_questions("quick")
    given = {question: codes(HELD, question)[0] for question in asked if question not in HELD.task}
    app = open_page("start", given, "quick")
    words = WORDS.words("ja")
    assert words("assessment.bar.done", done=len(given), total=len(asked)) in text(app)
    assert app.button(key="go").label == words("start.resume")
