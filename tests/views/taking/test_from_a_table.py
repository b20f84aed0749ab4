"""Three commands from a spreadsheet of 120 items to a questionnaire that asks them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.site import site_catalog
from tests.catalog.tables.books import facets
from tests.views.other_files import serve
from tests.views.pages import text
from tests.views.taking.screens import open_screen


@pytest.fixture(autouse=True)
def served_again() -> Iterator[None]:
    yield
    site_catalog.cache_clear()


def test_a_workbook_of_120_items_is_asked_after_three_commands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The third one is the site itself, which serves the folder as it is."""
    (tmp_path / "items.xlsx").write_bytes(facets())
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIT_QUESTIONS", "questions")
    monkeypatch.setenv("FIT_LANGUAGE", "ja")
    assert main(["import", "items.xlsx", "questions/facets"]) == 0
    assert main(["check", "questions/facets"]) == 0
    assert "質問 120、" in capsys.readouterr().out
    held = serve(monkeypatch, tmp_path / "questions")["facets"]
    assert len(held.traits) == 30
    app = open_screen(held, "items")
    assert held.items[0].text.in_language("ja") in text(app)
    assert [len(one.options) for one in app.radio[:1]] == [held.scale.points]
