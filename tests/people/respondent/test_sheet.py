"""The way through the questionnaire, apart from any page."""

from __future__ import annotations

import pytest

from people.respondent import sheet as respondent
from people.respondent.sheet import (
    AnswerSheet,
    first_unanswered,
    known_answers,
    leave_screen,
    progress,
    screens,
    take,
)
from tests.views.pages import assessment

HELD = assessment()


def fresh() -> AnswerSheet:
    return AnswerSheet(HELD.id)


def test_each_question_stands_on_one_screen_in_the_forms_order() -> None:
    asked = [question for ids in screens(HELD, ("full",)) for question in ids]
    assert asked == [item.id for item in HELD.items] + [scenario.id for scenario in HELD.scenarios]
    assert all(len(ids) <= respondent.ITEMS_A_SCREEN for ids in screens(HELD, ("full",)))


def test_the_whole_form_after_the_quick_one_asks_only_what_is_new() -> None:
    sheet = fresh()
    take(HELD, sheet, "quick")
    quick = [item.id for item in HELD.form_items("quick")]
    sheet.answers = dict.fromkeys(quick, 3)
    take(HELD, sheet, "full")
    asked = screens(HELD, sheet.path)
    assert not set(asked[sheet.screen]) & set(quick)
    assert sorted(question for ids in asked for question in ids) == sorted([*HELD.item, *HELD.scenario])
    assert progress(HELD, sheet)[:2] == (28, 80)


def test_going_from_the_whole_form_to_the_quick_one_keeps_what_was_answered() -> None:
    sheet = fresh()
    take(HELD, sheet, "full")
    sheet.answers[HELD.items[0].id] = 2
    take(HELD, sheet, "quick")
    assert sheet.answers == {HELD.items[0].id: 2}
    assert set(known_answers(HELD, "quick", sheet)) <= {item.id for item in HELD.form_items("quick")}


def test_minutes_left_go_down_to_nothing() -> None:
    sheet = fresh()
    take(HELD, sheet, "quick")
    left = []
    for item in HELD.form_items("quick"):
        left.append(progress(HELD, sheet)[2])
        sheet.answers[item.id] = 3
    assert left[0] == HELD.forms["quick"].minutes
    assert left == sorted(left, reverse=True)
    assert progress(HELD, sheet) == (28, 28, 0)
    assert first_unanswered(HELD, sheet) is None


def test_time_is_counted_a_screen_and_over_several_visits(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([100.0, 103.0, 200.0, 201.0, 300.0, 310.0])
    monkeypatch.setattr(respondent.time, "monotonic", lambda: next(clock))
    sheet = fresh()
    take(HELD, sheet, "quick")
    for question in screens(HELD, sheet.path)[0]:
        sheet.answers[question] = 3
    respondent.open_screen(sheet)
    leave_screen(HELD, sheet, 1)
    assert sheet.hasty, "3 seconds for four questions"
    respondent.open_screen(sheet)
    leave_screen(HELD, sheet, 0)
    assert not sheet.hasty, "going back is never hasty"
    respondent.open_screen(sheet)
    leave_screen(HELD, sheet, 1)
    assert sheet.seconds[HELD.form_items("quick")[0].id] == 13.0
    assert not sheet.hasty
    times = respondent.page_times(HELD, sheet)
    assert [(time.seconds, time.answered) for time in times] == [(13.0, 4), (1.0, 0)]


def test_an_unanswered_screen_is_never_hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([1.0, 1.1])
    monkeypatch.setattr(respondent.time, "monotonic", lambda: next(clock))
    sheet = fresh()
    take(HELD, sheet, "quick")
    respondent.open_screen(sheet)
    leave_screen(HELD, sheet, 1)
    assert not sheet.hasty
