"""The questionnaire under AppTest, at a screen of one kind."""

from __future__ import annotations

from collections.abc import Mapping

from streamlit.testing.v1 import AppTest

from catalog.questionnaire.assessment import Assessment
from people.respondent.asked import Kind, kind_of
from people.respondent.sheet import AnswerSheet, screens
from tests.views.pages import FILES, ROOT, SECONDS, text
from views.frame.context import VERSION
from views.taking.session import KEY


def open_screen(
    held: Assessment,
    kind: Kind | None,
    answers: Mapping[str, int | str] | None = None,
    path: tuple[str, ...] = ("full",),
    language: str = "ja",
    older: bool = False,
) -> AppTest:
    """Opens the first screen of a kind in the last form of ``path``, or the last look (None).

    ``older``: the sheet was begun with ``held``, which the files do not have any more.
    """
    asked = screens(held, path)
    behind = len(screens(held, path[:-1]))
    at = next((n for n, ids in enumerate(asked) if n >= behind and kind_of(held, ids[0]) == kind), len(asked))
    app = AppTest.from_file(str(ROOT / "views" / "site.py"), default_timeout=SECONDS)
    app.query_params["lang"] = language
    app.session_state[KEY + held.id] = AnswerSheet(held.id, path, dict(answers or {}), at)
    if older:
        app.session_state[VERSION + held.id] = held
    app.run()
    app.switch_page(str(ROOT / "views" / FILES["assessment"])).run()
    assert not app.exception, app.exception
    return app


def sheet_of(app: AppTest, held: Assessment) -> AnswerSheet:
    sheet = app.session_state[KEY + held.id]
    assert isinstance(sheet, AnswerSheet)
    return sheet


def heading(app: AppTest) -> str:
    """The page's h1, with its marks."""
    return text(app).partition("<h1")[2].partition("</h1>")[0]
