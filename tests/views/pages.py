"""The site under AppTest: a page with a sheet of answers already in the session."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

from catalog.questionnaire.assessment import Assessment
from people.respondent.sheet import AnswerSheet
from tests.shipped import shipped_assessment
from views.frame.addresses import ADDRESSES
from views.taking.session import KEY

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 30
FILES = {address.name: address.file for address in ADDRESSES}


def assessment() -> Assessment:
    return shipped_assessment()


def open_page(name: str, answers: Mapping[str, int | str] | None = None, form: str = "full", **query: str) -> AppTest:
    """Runs a page once; ``name`` is its address's name. Answers stand as if the person had given them."""
    app = AppTest.from_file(str(ROOT / "views" / "site.py"), default_timeout=SECONDS)
    for key, value in query.items():
        app.query_params[key] = value
    if answers is not None:
        held = assessment()
        sheet = AnswerSheet(held.id, path=(form,), answers=dict(answers))
        app.session_state[KEY + held.id] = sheet
    app.run()
    if name != "start":
        app.switch_page(str(ROOT / "views" / FILES[name])).run()
    assert not app.exception, app.exception
    return app


def text(app: AppTest) -> str:
    """All our own HTML on the page, without the style sheet, and without what keeps words whole on a narrow screen."""
    bodies = [str(block.proto.body) for block in app.get("html")]
    shown = "\n".join(body for body in bodies if not body.startswith("<style>"))
    return re.sub(r'<span class="fit-whole">(.*?)</span>', r"\1", shown)
