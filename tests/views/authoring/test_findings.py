"""The way from a finding to its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.reading.problem import Problem
from people.author.watched import Seen
from tests.views.authoring.conftest import Begin, open_author
from tests.views.pages import text
from views.authoring import findings
from views.authoring.findings import MOST, editor_address


def problem(file: str, line: int = 3) -> Problem:
    return Problem.of(file, line, 5, "items.0", "unknown_key", values={"name": "wieght"})


def test_the_editor_is_given_the_whole_path_whatever_its_name() -> None:
    assert editor_address(problem("/私の 質問#1/items.yaml")) == (
        "vscode://file/%E7%A7%81%E3%81%AE%20%E8%B3%AA%E5%95%8F%231/items.yaml:3:5"
    )
    assert editor_address(problem("items.yaml")) == f"vscode://file{Path('items.yaml').resolve().as_posix()}:3:5"


def test_of_very_many_the_first_are_shown_and_the_command_that_shows_all(
    begin: Begin, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = begin(folder)
    many = tuple(problem("items.yaml", line) for line in range(1, MOST + 3))
    monkeypatch.setattr(watched, "_now", Seen(2, watched.now.catalog, watched.now.content, many))
    shown = text(open_author())
    assert shown.count("data-editor=") == MOST
    assert "ほかに2件" in shown
    assert f"catalog check {folder}" in shown
    assert findings.OPEN_IN_EDITOR in shown
