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
from tests.shipped import shipped_assessment
from tests.views.pages import assessment

HELD = assessment()


def fresh() -> AnswerSheet:
    return AnswerSheet(HELD.id)


def test_each_question_stands_on_one_screen_in_the_forms_order() -> None:
    asked = [question for ids in screens(HELD, ("full",)) for question in ids]
    assert asked == list(HELD.form_questions("full"))
    assert all(len(ids) <= respondent.ITEMS_A_SCREEN for ids in screens(HELD, ("full",)))


def test_the_whole_form_after_the_quick_one_asks_only_what_is_new() -> None:
    sheet = fresh()
    take(HELD, sheet, "quick")
    quick = HELD.form_questions("quick")
    sheet.answers = dict.fromkeys(quick, 3)
    take(HELD, sheet, "full")
    asked = screens(HELD, sheet.path)
    assert not set(asked[sheet.screen]) & set(quick)
    assert sorted(question for ids in asked for question in ids) == sorted(HELD.form_questions("full"))
    assert progress(HELD, sheet)[:2] == (len(quick), len(HELD.form_questions("full")))


def test_going_from_the_whole_form_to_the_quick_one_keeps_what_was_answered() -> None:
    sheet = fresh()
    take(HELD, sheet, "full")
    sheet.answers[HELD.items[0].id] = 2
    take(HELD, sheet, "quick")
    assert sheet.answers == {HELD.items[0].id: 2}
    assert set(known_answers(HELD, "quick", sheet)) <= set(HELD.form_questions("quick"))


def test_tasks_come_last_in_groups_of_their_own() -> None:
    liking = shipped_assessment("tests/fixtures/liking")
    asked = screens(liking, ("short", "full"))
    kinds = [{question in liking.task for question in ids} for ids in asked]
    assert all(len(kind) == 1 for kind in kinds)
    short = screens(liking, ("short",))
    assert asked[: len(short)] == short
    assert [ids for ids in short if ids[0] in liking.task] == [
        ("task_host_1", "task_runner_1", "task_archivist_1", "task_host_2"),
        ("task_runner_2", "task_archivist_2"),
    ]
    assert sorted(question for ids in asked for question in ids) == sorted(liking.form_questions("full"))
    sheet = AnswerSheet(liking.id, ("plain",), {"task_host_1": 3})
    assert known_answers(liking, "plain", sheet) == {}


def test_a_place_among_the_tasks_is_found_again() -> None:
    sheet = fresh()
    take(HELD, sheet, "quick")
    take(HELD, sheet, "full")
    sheet.answers = dict.fromkeys(HELD.form_questions("quick"), 3)
    take(HELD, sheet, "full")
    asked = screens(HELD, sheet.path)
    for number in (number for number, ids in enumerate(asked) if ids[0] in HELD.task):
        sheet.screen = number
        kept = AnswerSheet(HELD.id, answers=dict(sheet.answers))
        respondent.stand_at(HELD, kept, respondent.position(HELD, sheet), "full")
        assert (kept.path, kept.screen) == (sheet.path, number)


def test_minutes_left_go_down_to_nothing() -> None:
    sheet = fresh()
    take(HELD, sheet, "quick")
    left, asked = [], HELD.form_questions("quick")
    for question in asked:
        left.append(progress(HELD, sheet)[2])
        sheet.answers[question] = 3
    assert left[0] == HELD.forms["quick"].minutes
    assert left == sorted(left, reverse=True)
    assert progress(HELD, sheet) == (len(asked), len(asked), 0)
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
