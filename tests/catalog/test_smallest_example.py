"""docs/authors/questions.md shows the smallest whole assessment: written out as it stands there, it is one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.command.check import check_folder
from catalog.load import load_assessment
from catalog.site import site_catalog
from scoring import score_one
from tests.views.other_files import Visitor, at_the, serve

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "authors" / "questions.md"
BLOCK = re.compile(r"```yaml\n# questions/(?P<folder>\w+)/(?P<file>\w+\.yaml)\n(?P<text>.*?)```", re.DOTALL)


def write_example(questions: Path) -> Path:
    """Writes the guide's example into ``questions``; gives its folder."""
    folders = set()
    for block in BLOCK.finditer(GUIDE.read_text(encoding="utf-8")):
        folder = questions / block["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / block["file"]).write_text(block["text"], encoding="utf-8")
        folders.add(folder)
    (only,) = folders
    return only


def test_it_is_whole_and_sound(tmp_path: Path) -> None:
    folder = write_example(tmp_path)
    checked = check_folder(folder)
    assert (list(checked.problems), list(checked.notes)) == ([], [])
    assert sorted(path.name for path in folder.iterdir()) == ["assessment.yaml", "items.yaml", "traits.yaml"]
    held = load_assessment(folder)
    result = score_one(held, "full", {item.id: 5 if item.keyed == "+" else 1 for item in held.items})
    assert [trait.estimate.value for trait in result.traits.values() if trait.estimate] == [100]


def test_in_one_language_it_is_as_whole(tmp_path: Path) -> None:
    folder = write_example(tmp_path)
    for path in folder.iterdir():
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r"(\{ja: [^{}]*?), en: [^{}]*\}", r"\1}", text), encoding="utf-8")
    assert load_assessment(folder).languages == ("ja",)
    assert check_folder(folder).problems == ()


def test_the_site_serves_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The guide's fourth step: every page opens, and a result is told."""
    write_example(tmp_path / "questions")
    try:
        held = serve(monkeypatch, tmp_path / "questions")["ikebana"]
        visitor = Visitor(held)
        for page in ("start", "assessment", "method", "about", "learn"):
            visitor.open(page)
        visitor.answer(at_the(held, "high"))
        assert "形の決め方" in visitor.open("result")
    finally:
        site_catalog.cache_clear()
