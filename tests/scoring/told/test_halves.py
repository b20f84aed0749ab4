"""Which role each half of the answers puts first, and which tasks were liked most."""

from __future__ import annotations

import pytest

from scoring import score_one
from scoring.told.halves import halves
from scoring.told.liked import liked_least, liked_most


def answers(liking, traits: dict[str, int], ratings: dict[str, int]) -> dict[str, int | str]:
    """Keyed levels by trait (3 where not named) and ratings by role."""
    given: dict[str, int | str] = {}
    for item in liking.items:
        level = traits.get(item.trait, 3)
        given[item.id] = level if item.keyed == "+" else 6 - level
    return given | {task.id: ratings[task.role] for task in liking.tasks if task.role in ratings}


@pytest.mark.parametrize(
    ("traits", "ratings", "said"),
    [
        ({"open": 5}, {"host": 5, "runner": 3, "archivist": 3}, ("host", "host", True, True)),
        ({"open": 5}, {"host": 2, "runner": 5, "archivist": 3}, ("host", "runner", True, True)),
        ({"open": 4, "brisk": 4}, {"host": 3, "runner": 3, "archivist": 3}, ("runner", "host", False, False)),
        ({"deep": 2, "brisk": 4}, {"host": 3, "runner": 2, "archivist": 4}, ("runner", "archivist", True, True)),
    ],
)
def test_each_half_names_its_role_and_whether_it_is_sure(liking, traits, ratings, said) -> None:
    told = halves(score_one(liking, "full", answers(liking, traits, ratings)))
    assert told
    assert (told.traits, told.liking, told.traits_sure, told.liking_sure) == said
    assert told.agree == (said[0] == said[1])


@pytest.mark.parametrize(
    ("form", "kept"),
    [
        ("full", lambda name: not name.startswith("task_runner")),
        ("plain", lambda name: True),
        ("full", lambda name: name.startswith("task_")),
    ],
    ids=["a role without ratings", "a form without tasks", "no traits, so no order"],
)
def test_there_are_no_halves_where_liking_does_not_count(liking, form, kept) -> None:
    given = answers(liking, {"open": 5}, {"host": 5, "runner": 4, "archivist": 1})
    asked = liking.form_questions(form)
    sheet = {name: code for name, code in given.items() if kept(name) and name in asked}
    assert halves(score_one(liking, form, sheet)) is None


def test_tasks_are_named_by_their_rating_then_in_the_forms_order(liking) -> None:
    given = answers(liking, {}, {"host": 3, "runner": 4, "archivist": 2})
    given |= {"task_host_3": 5, "task_archivist_2": 1, "task_runner_1": 3}
    result = score_one(liking, "full", given)
    assert [task.id for task in liked_most(result, liking)] == ["task_host_3", "task_runner_2", "task_runner_3"]
    assert [task.id for task in liked_most(result, liking, "runner", 9)] == [f"task_runner_{i}" for i in (2, 3, 4)]
    assert liked_most(result, liking, "archivist") == ()
    assert [task.id for task in liked_least(result, liking, most=2)] == ["task_archivist_2", "task_archivist_1"]
    plain = score_one(liking, "plain", {item.id: 3 for item in liking.form_items("plain")})
    assert liked_most(plain, liking) == ()
