"""Sites with other files than the shipped ones, under AppTest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from catalog.questionnaire.assessment import Assessment
from catalog.site import site_catalog
from people.respondent.sheet import AnswerSheet
from tests.views.pages import FILES, ROOT, SECONDS, text
from views.frame.addresses import ADDRESSES
from views.taking.session import KEY

PAGES = tuple(address.name for address in ADDRESSES)
UNFILLED = re.compile(r"\b(?:nan|NaN)\b|>None<|\bNone[,)%]|\{[a-z_]+\}")


def serve(monkeypatch: pytest.MonkeyPatch, questions: Path, content: Path | None = None) -> Mapping[str, Assessment]:
    """Lets this process serve these folders as the settings would; gives the assessments."""
    monkeypatch.setenv("FIT_QUESTIONS", str(questions))
    monkeypatch.setenv("FIT_CONTENT", str(content or ROOT / "content"))
    site_catalog.cache_clear()
    return site_catalog().get().assessments


class Visitor:
    """Goes from page to page in one session, as a person does; every page has to open whole."""

    def __init__(self, assessment: Assessment, language: str = "ja") -> None:
        self.assessment = assessment
        self.app = AppTest.from_file(str(ROOT / "views" / "site.py"), default_timeout=SECONDS)
        self.app.query_params["assessment"] = assessment.id
        self.app.query_params["lang"] = language
        self.app.run()
        self.whole("start")

    def answer(self, answers: Mapping[str, int | str]) -> None:
        sheet = AnswerSheet(self.assessment.id, path=("full",), answers=dict(answers))
        self.app.session_state[KEY + self.assessment.id] = sheet

    def open(self, name: str, **query: str) -> str:
        """The page's own HTML."""
        for key in [key for key in self.app.query_params if key != "lang"]:
            del self.app.query_params[key]
        self.app.switch_page(str(ROOT / "views" / FILES[name]))
        for key, value in query.items():
            self.app.query_params[key] = value
        self.app.run()
        return self.whole(name)

    def whole(self, name: str) -> str:
        assert not self.app.exception, (self.assessment.id, name, self.app.exception)
        assert not self.app.error, (self.assessment.id, name, self.app.error[0].value)
        shown = text(self.app)
        assert "<h1" in shown, (self.assessment.id, name)
        assert not UNFILLED.search(shown), (self.assessment.id, name, UNFILLED.search(shown))
        return shown


def at_the(assessment: Assessment, end: str) -> dict[str, int | str]:
    """Every item answered at the high or the low end of its trait, or in the middle."""
    points = assessment.scale.points
    level = {"high": points, "low": 1, "middle": (points + 1) // 2}[end]
    return {item.id: level if item.keyed == "+" else points + 1 - level for item in assessment.items}
