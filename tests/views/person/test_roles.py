"""The page on the roles shows each role's daily work, with the facts behind it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.site import site_catalog
from tests.shipped import shipped_content
from tests.views.other_files import Visitor, serve
from tests.views.pages import ROOT, assessment, open_page, text
from views.frame.markup import esc

HELD = assessment()
WORDS = shipped_content()


@pytest.fixture(autouse=True)
def own_catalog() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_each_role_has_its_own_tasks_and_their_facts(language: str) -> None:
    shown = text(open_page("roles", lang=language))
    title = esc(WORDS.words(language)("roles.tasks_title"))
    for role in HELD.roles:
        card = shown.partition(f'<section id="{role.id}"')[2].partition("</section>")[0]
        assert card.count(f"<h3>{title}</h3>") == 1
        tasks = [task for task in HELD.tasks if esc(task.text.in_language(language)) in card]
        assert tasks == [task for task in HELD.tasks if task.role == role.id]
        assert len(tasks) > 1
        assert card.count('class="fit-cite"') == sum(bool(task.facts) for task in tasks)
    popovers = shown.partition('<div popover="auto"')[2]
    for fact in {fact for task in HELD.tasks for fact in task.facts}:
        assert f"({fact})" in popovers


def test_roles_without_tasks_have_no_empty_list(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests/fixtures/one_role", tmp_path / "questions/one_role")
    held = serve(monkeypatch, tmp_path / "questions")["one_role"]
    assert not held.tasks
    shown = Visitor(held).open("roles")
    assert held.roles[0].about.in_language("ja") in shown
    for word in ("tasks_title", "tasks_lead"):
        assert WORDS.words("ja")(f"roles.{word}") not in shown
    assert "popover=" not in shown


def test_facts_that_are_gone_are_left_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As with an older version's tasks, whose facts a later edition of the articles no longer has."""
    shutil.copytree(ROOT / "tests/fixtures/liking", tmp_path / "questions/liking")
    held = serve(monkeypatch, tmp_path / "questions")["liking"]
    tasks = tuple(task.model_copy(update={"facts": ("F999",)}) for task in held.tasks)
    visitor = Visitor(held)
    visitor.app.session_state["version_in_use_of_liking"] = held.model_copy(update={"tasks": tasks})
    shown = visitor.open("roles")
    assert esc(tasks[0].text.in_language("ja")) in shown
    assert "fit-cite" not in shown
