"""What the quiet sign tells the browser: when it was drawn, what this screen's answers are, and whether they last."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from people.respondent.sheet import AnswerSheet, screens
from people.respondent.stored import StoredSheet, stored
from store import Answer, BadValue, Edition, SheetChanged, SheetGone, StoreError, open_store
from tests.shipped import shipped_content
from tests.views.pages import assessment
from views.frame.context import Site
from views.taking.saving_sign import sign

QUESTIONS = assessment()
SCREENS = screens(QUESTIONS, ("full",))
CONTENT = shipped_content()
HERE = Site({QUESTIONS.id: QUESTIONS}, CONTENT, CONTENT.words("ja"), "ja", "light")


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[StoredSheet]:
    with closing(open_store(f"sqlite:///{tmp_path}/fit.db")) as store:
        token, row = store.sheets.begin(Edition(QUESTIONS.id, QUESTIONS.version, QUESTIONS.files_hash, "full", "ja"))
        yield stored(token, row)


def attribute(name: str, markup: str) -> str | None:
    found = re.search(rf' {name}="([^"]*)"', markup)
    return found[1] if found else None


def test_it_holds_the_options_of_its_screen_by_place(kept: StoredSheet) -> None:
    scenario = next(ids for ids in SCREENS if ids[0] in QUESTIONS.scenario)
    options = [option.id for option in QUESTIONS.scenario[scenario[0]].options]
    first = SCREENS[0]
    answers: dict[str, int | str] = {first[0]: 1, first[2]: QUESTIONS.scale.points, scenario[0]: options[-1]}
    sheet = AnswerSheet(QUESTIONS.id, ("full",), answers, stored=kept)
    last = QUESTIONS.scale.points - 1
    assert attribute("data-held", sign(HERE, sheet)) == f"{first[0]}:0 {first[2]}:{last}"
    sheet.screen = SCREENS.index(scenario)
    assert attribute("data-held", sign(HERE, sheet)) == f"{scenario[0]}:{len(options) - 1}"
    sheet.screen = 1
    assert attribute("data-held", sign(HERE, sheet)) == ""
    tasks = next(ids for ids in SCREENS if ids[0] in QUESTIONS.task)
    sheet.screen = SCREENS.index(tasks)
    sheet.answers = {tasks[0]: 1, tasks[1]: 4}
    assert attribute("data-held", sign(HERE, sheet)) == f"{tasks[0]}:0 {tasks[1]}:3"
    sheet.screen = 1
    sheet.answers = {SCREENS[1][0]: 99, SCREENS[1][1]: "no option"}
    assert attribute("data-held", sign(HERE, sheet)) == "", "an option that these files do not have is not shown either"


def test_each_sign_is_a_new_one(kept: StoredSheet) -> None:
    sheet = AnswerSheet(QUESTIONS.id, ("full",), stored=kept)
    drawn = [attribute("data-drawn", sign(HERE, sheet)) for _ in range(50)]
    assert None not in drawn
    assert len(set(drawn)) == 50, "or the browser could not tell an answer that came back from the sign before the tap"


def test_who_is_asked_before_leaving(kept: StoredSheet) -> None:
    answers: dict[str, int | str] = {SCREENS[0][0]: 1}
    sheet = AnswerSheet(QUESTIONS.id, ("full",), answers, stored=kept)
    assert attribute("data-lost-on-leaving", sign(HERE, sheet)) is None
    assert attribute("data-saving", sign(HERE, sheet)) == "保存しています"
    refusals: tuple[StoreError, ...] = (SheetGone("x"), SheetChanged("x"), BadValue("x"))
    for refusal in refusals:
        kept.outbox.refused = refusal
        assert attribute("data-lost-on-leaving", sign(HERE, sheet))
        assert attribute("data-saving", sign(HERE, sheet)) is None
    kept.outbox.refused = None
    kept.outbox.waiting.add([Answer(SCREENS[0][0], 1, 1_700_000_000_000)], moment=1_700_000_000_000)
    assert attribute("data-lost-on-leaving", sign(HERE, sheet))
    assert "保存待ち" in sign(HERE, sheet)
    alone = AnswerSheet(QUESTIONS.id, ("full",), answers)
    assert attribute("data-lost-on-leaving", sign(HERE, alone))
    assert attribute("data-drawn", sign(HERE, alone)) is None
    assert attribute("data-lost-on-leaving", sign(HERE, AnswerSheet(QUESTIONS.id, ("full",)))) is None
