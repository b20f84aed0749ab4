"""What ``broken/check_tasks.yaml`` breaks is said, with its place, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from catalog.load import load_assessment
from tests.catalog.small_site import SmallSite

TASKS = """\
- id: task_sail
  role: sailor
  text: {ja: 帆を張る。, en: Set sails.}
- id: task_lamp
  role: keeper
  text: {ja: 灯をともす。, en: Light the lamp.}
- id: task_knot
  role: sailor
  text: {ja: 縄を結ぶ。, en: Tie knots.}
- id: task_log
  role: keeper
  text: {ja: 記録をつける。, en: Keep the log.}
  facts: [F001]
"""
SCALE = """\
task_scale:
  points: 2
  labels:
    - {ja: いや, en: Rather not}
    - {ja: やりたい, en: Gladly}
forms:
"""
LIKING = "liking: {sd: 20, reliability: 0.85, shared: 0.4, share: 0.5, basis: assumed}\n"


@pytest.fixture
def with_tasks(site: SmallSite) -> SmallSite:
    site.write("questions/small/tasks.yaml", TASKS)
    site.change("questions/small/assessment.yaml", "version: 1.0.0\n", "version: 1.0.0\nrule: 2\n")
    site.change("questions/small/assessment.yaml", "forms:\n", SCALE)
    site.change(
        "questions/small/assessment.yaml",
        "bold_1, bold_2]\n",
        "bold_1, bold_2]\n    tasks: [task_sail, task_lamp, task_knot, task_log]\n",
    )
    site.change("questions/small/roles.yaml", "foundation:\n", f"{LIKING}foundation:\n")
    return site


def test_the_broken_file_is_said(with_tasks: SmallSite, broken: dict[str, Any]) -> None:
    with_tasks.break_as(broken)
    assert with_tasks.problems() == broken["says"]


def test_tasks_are_read(with_tasks: SmallSite) -> None:
    assert with_tasks.problems() == []
    small = load_assessment(Path("questions/small"))
    assert [(task.id, task.role) for task in small.form_tasks("quick")] == [
        ("task_sail", "sailor"),
        ("task_lamp", "keeper"),
        ("task_knot", "sailor"),
        ("task_log", "keeper"),
    ]
    assert small.form_questions("full")[-5:] == ("storm", "task_sail", "task_lamp", "task_knot", "task_log")
    assert (small.liking and small.liking.share, small.task_scale and small.task_scale.points) == (0.5, 2)
    assert small.rule == 2


def test_a_form_of_chosen_items_asks_no_task_unless_it_names_some(with_tasks: SmallSite) -> None:
    with_tasks.change("questions/small/assessment.yaml", "    tasks: [task_sail, task_lamp, task_knot, task_log]\n", "")
    small = load_assessment(Path("questions/small"))
    assert small.form_tasks("quick") == ()
    assert len(small.form_tasks("full")) == 4


def test_without_tasks_nothing_of_theirs_may_stand(with_tasks: SmallSite) -> None:
    with_tasks.remove("questions/small/tasks.yaml")
    assert with_tasks.assessment_problems() == [
        "questions/small/assessment.yaml:11:1: task_scale: task_scale is about tasks, and there is no tasks.yaml. "
        "Write tasks or delete the key.",
        *(
            f"questions/small/assessment.yaml:21:{column}: forms.quick.tasks.{at}: there is no task {name}. "
            "Use an id of tasks.yaml."
            for at, (column, name) in enumerate(
                [(13, "task_sail"), (24, "task_lamp"), (35, "task_knot"), (46, "task_log")]
            )
        ),
        "questions/small/roles.yaml:1:1: liking: liking is about tasks, and there is no tasks.yaml. "
        "Write tasks or delete the key.",
    ]
