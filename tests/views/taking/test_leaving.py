"""Which pages tell the browser that leaving would lose answers, and what was taken along."""

from __future__ import annotations

import re

import pytest

from people.respondent.sheet import AnswerSheet, screens
from tests.views.pages import assessment, open_page, text
from views.taking.leaving import fingerprint
from views.taking.session import KEY

LOST = re.compile(r'data-lost-on-leaving="([0-9a-f]{16})"')
FIRST = screens(assessment(), ("full",))[0]


def given(n: int) -> dict[str, int | str]:
    return dict.fromkeys(FIRST[:n], 2)


def print_of(answers: dict[str, int | str]) -> str:
    return fingerprint(AnswerSheet(assessment().id, answers=answers))


@pytest.mark.parametrize("page", ["start", "assessment", "result", "about"])
def test_every_page_knows_answers_that_nothing_stores(page: str) -> None:
    assert LOST.findall(text(open_page(page, given(2)))) == [print_of(given(2))], "said once"
    assert LOST.findall(text(open_page(page, {}))) == []


def test_the_last_look_knows_them_too() -> None:
    app = open_page("assessment", given(2))
    sheet = app.session_state[KEY + assessment().id]
    sheet.screen = len(screens(assessment(), sheet.path))
    assert LOST.findall(text(app.run())) == [print_of(given(2))]


def test_the_result_that_can_be_taken_along_is_the_sheets_own() -> None:
    own = text(open_page("result", given(3)))
    assert f'data-taken-along="{print_of(given(3))}"' in own
    assert 'data-taken-along="' not in text(open_page("result", given(3), sample="planner"))


def test_other_answers_have_another_fingerprint() -> None:
    one = given(3)
    seen = {print_of(one), print_of({**one, FIRST[0]: 3}), print_of(given(2)), print_of({})}
    assert len(seen) == 4
    assert print_of(dict(reversed(one.items()))) == print_of(one)
