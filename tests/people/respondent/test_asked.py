"""The parts that a questionnaire falls into, and what may be answered to each kind of question."""

from __future__ import annotations

from catalog.load import load_assessment
from people.respondent.asked import codes, kind_of, open_questions, parts, scale_of
from people.respondent.sheet import screens
from tests.sites import ROOT
from tests.views.pages import assessment

HELD = assessment()
FIXTURES = ROOT / "tests/fixtures"


def test_a_part_is_a_run_of_screens_of_one_kind() -> None:
    asked = screens(HELD, ("full",))
    found = parts(HELD, asked)
    assert [part.kind for part in found] == ["items", "scenarios", "tasks"]
    assert [number for part in found for number in part.screens] == list(range(len(asked)))
    for part in found:
        assert {kind_of(HELD, question) for number in part.screens for question in asked[number]} == {part.kind}


def test_going_on_from_the_short_form_meets_items_and_tasks_again() -> None:
    found = parts(HELD, screens(HELD, ("quick", "full")))
    assert [part.kind for part in found] == ["items", "tasks", "items", "scenarios", "tasks"]


def test_other_files_have_the_parts_that_they_ask() -> None:
    kinds = {
        name: [part.kind for part in parts(held, screens(held, ("full",)))]
        for name in ("big_five", "customer_roles_1", "liking")
        if (held := load_assessment(FIXTURES / name))
    }
    assert kinds == {
        "big_five": ["items"],
        "customer_roles_1": ["items", "scenarios"],
        "liking": ["items", "tasks"],
    }
    assert parts(HELD, []) == []


def test_an_answer_is_a_point_of_the_questions_own_scale_or_an_option() -> None:
    scale = HELD.scale.model_copy(update={"points": 3})
    held = HELD.model_copy(update={"task_scale": scale})
    assert codes(held, held.items[0].id) == tuple(range(1, held.scale.points + 1))
    assert codes(held, held.tasks[0].id) == (1, 2, 3)
    assert scale_of(held, held.tasks[0].id) is scale
    scenario = held.scenarios[0]
    assert codes(held, scenario.id) == tuple(option.id for option in scenario.options)


def test_what_is_open_is_counted_a_part() -> None:
    asked = screens(HELD, ("full",))
    items, scenarios, tasks = parts(HELD, asked)
    rated = {task.id: 1 for task in HELD.tasks}
    assert open_questions(tasks, asked, rated) == []
    del rated[HELD.tasks[0].id], rated[HELD.tasks[-1].id]
    assert open_questions(tasks, asked, rated) == [tasks.screens[0], tasks.screens[-1]]
    assert len(open_questions(items, asked, rated)) == len(HELD.items)
    assert len(open_questions(scenarios, asked, rated)) == len(HELD.scenarios)
