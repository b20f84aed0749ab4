"""What docs/authors/translators.md shows of the interface is what an author may write."""

from __future__ import annotations

import re
from pathlib import Path

from catalog.load import load_content
from tests.made_questions import write_least_content

GUIDE = (Path(__file__).resolve().parents[3] / "docs" / "authors" / "translators.md").read_text(encoding="utf-8")


def test_the_example_of_own_words_is_taken_as_it_stands(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n# start\.yaml\n(.*?)```", GUIDE, re.DOTALL)
    folder = write_least_content(tmp_path / "content")
    (folder / "interface").mkdir()
    (folder / "interface" / "start.yaml").write_text(example, encoding="utf-8")
    words = load_content(folder).words("ja")
    assert words("start.title") == "ホテルの仕事。あなたに合うのは?"
    assert words("start.minutes_one", full=7) == "約7分です。"
