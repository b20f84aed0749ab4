"""docs/architecture.md tells the truth: its picture is of today, and its journeys pass the files that it names."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from catalog.questionnaire.assessment import Assessment
from people.respondent.editions import edition
from people.respondent.learned import Learned
from people.respondent.sheet import AnswerSheet
from people.respondent.stored import stored
from store import Token
from store.process import close_process_store, process_store
from tests.shipped import shipped_assessment, shipped_content
from tests.teaching.test_quizzes_of_the_site import right_answer
from tests.views.learning.test_quiz import choose
from tests.views.pages import FILES, SECONDS
from views.frame.cookie import NAME
from views.learning.progress import KEY as PROGRESS
from views.taking.question import answer_key
from views.taking.session import KEY

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
MOST = 9


def journey(title: str) -> list[str]:
    part = PAGE.split(f"**{title}**")[1].split("\n\n")[0]
    return re.findall(r"^\d+\. `([^`]+)`", part, re.MULTILINE)


def test_the_picture_is_the_one_of_today() -> None:
    drawn = subprocess.run(
        [sys.executable, "-c", "import draw; print(draw.picture(), end='')"],
        cwd=ROOT / "docs",
        env={"PYTHONPATH": f"{ROOT}:{ROOT / 'docs'}", "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert drawn == (ROOT / "docs/pictures/rooms.svg").read_text(encoding="utf-8"), "run: python docs/draw.py"


def test_every_room_and_the_pages_of_the_house_are_named() -> None:
    rooms = {path.parent.name for path in ROOT.glob("*/__init__.py") if path.parent.name not in ("tests", "bench")}
    assert {room for room in rooms if f"`{room}/`" not in PAGE} == set()


class Passed:
    """The files of the house in which something was called, in this thread and in those begun meanwhile."""

    def __init__(self) -> None:
        self.codes: set[CodeType] = set()
        self.secret = ""
        """What the visitor's browser presents."""

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            self.codes.add(frame.f_code)

    def during(self, act: Callable[[], object]) -> set[str]:
        self.codes.clear()
        threading.setprofile(self)
        try:
            act()
        finally:
            threading.setprofile(None)
        names = {code.co_filename for code in self.codes}
        return {name.removeprefix(f"{ROOT}/") for name in names if name.startswith(str(ROOT))}


@pytest.fixture
def passed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Passed]:
    """With a store of the test's own, whose writing thread is watched too."""
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    watch = Passed()
    monkeypatch.setattr(type(st.context), "cookies", property(lambda _: {NAME: watch.secret}))
    yield watch
    close_process_store()


def assessment() -> Assessment:
    return shipped_assessment()


def begun(watch: Passed) -> tuple[Token, AnswerSheet]:
    held = assessment()
    threading.setprofile(watch)
    # The thread that writes begins with the first write.
    token, row = process_store().sheets.begin(edition(held, "quick", "ja"))
    threading.setprofile(None)
    watch.secret = token.secret
    return token, AnswerSheet(held.id, path=("quick",), stored=stored(token, row))


def opened(name: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "views" / "site.py"), default_timeout=4 * SECONDS)
    for key, value in query.items():
        app.query_params[key] = value
    return app.run().switch_page(str(ROOT / "views" / FILES[name]))


def test_a_tap_passes_the_files_that_are_named(passed: Passed) -> None:
    named = journey("A tap on the scale, until it is durable")
    assert 0 < len(named) <= MOST
    token, sheet = begun(passed)
    app = opened("assessment")
    app.session_state[KEY + sheet.assessment] = sheet
    app.run()
    item = assessment().form_items("quick")[0].id
    files = passed.during(lambda: app.radio(key=answer_key(item, "ja")).set_value(4).run())
    assert set(named) - files == set()
    row = process_store().sheets.newest(token)
    assert row is not None
    assert row.codes == {item: 4}


def test_opening_a_result_passes_the_files_that_are_named(passed: Passed) -> None:
    named = journey("Opening a result")
    assert 0 < len(named) <= MOST
    _, sheet = begun(passed)
    sheet.answers = {item.id: 4 for item in assessment().form_items("quick")}
    app = opened("result")
    app.session_state[KEY + sheet.assessment] = sheet
    assert set(named) - passed.during(app.run) == set()
    assert not app.exception


def test_a_lesson_with_its_quiz_passes_the_files_that_are_named(passed: Passed) -> None:
    named = journey("A lesson with its quiz")
    assert 0 < len(named) <= MOST
    learning = shipped_content().learning
    assert learning is not None
    token, _ = begun(passed)
    app = opened("lesson", id="measures")
    app.session_state[PROGRESS] = Learned(token)
    question = next(one for one in learning.quizzes["measures"].questions if one.kind == "single")

    def learn() -> None:
        app.run()
        choose(app, question, right_answer(question))

    assert set(named) - passed.during(learn) == set()
    assert f"check.{question.id}" in process_store().progress.entries(token)
