"""The front page says how long it takes and where a person stands, counting every kind of question."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.questionnaire.assessment import FULL
from catalog.site import site_catalog
from people.respondent.asked import codes
from tests.shipped import shipped_content
from tests.views.other_files import Visitor, serve
from tests.views.pages import ROOT, assessment, open_page, text

HELD = assessment()
WORDS = shipped_content()


@pytest.fixture
def served_again() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


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


@pytest.mark.usefixtures("served_again")
@pytest.mark.parametrize("name", ["grouped", "one_role"])
def test_only_what_a_result_keeps_is_promised(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str) -> None:
    """``grouped`` has the norms of people, and compares; ``one_role`` has none, and no articles behind its weights."""
    shutil.copytree(ROOT / "tests" / "fixtures" / name, tmp_path / "questions" / name)
    shown = Visitor(serve(monkeypatch, tmp_path / "questions")[name], "en").open("start", assessment=name)
    words, compares = WORDS.words("en"), name == "grouped"
    assert (words("start.not.rank") in shown) is not compares
    assert (words("start.not.better") in shown) is compares
    assert words("start.gain.why") not in shown
    assert (words("start.gain.why_plain") in shown) is not compares


def test_the_shipped_one_promises_sources_and_no_ranks() -> None:
    shown, words = text(open_page("start")), WORDS.words("ja")
    assert words("start.gain.why") in shown
    assert words("start.not.rank") in shown
