"""``check`` tells where a text says something otherwise than the term list, and lets it be."""

from __future__ import annotations

import pytest

from catalog.__main__ import main
from tests.catalog.small_site import SmallSite

LIST = """- use: ツール
  language: ja
  avoid: [道具]
  note: {ja: 一つの物に一つの名。, en: One thing has one name.}
- {use: call center, language: en, avoid: [call centre]}
"""


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FIT_QUESTIONS", "FIT_CONTENT"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def listed(site: SmallSite) -> SmallSite:
    site.write("content/usage.yaml", LIST)
    lines = (site.folder / "questions/small/assessment.yaml").read_text(encoding="utf-8").splitlines()
    at = next(place for place, one in enumerate(lines) if one.startswith("title:"))
    lines[at] = "title: {ja: 小さな道具, en: A call centre}"
    site.write("questions/small/assessment.yaml", "\n".join(lines) + "\n")
    return site


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    assert main(["check", *arguments]) == 0
    return capsys.readouterr().out.splitlines()


@pytest.mark.parametrize("folder", [(), ("questions",), ("questions/small",)])
def test_a_form_to_avoid_is_a_note_with_its_place(
    listed: SmallSite, capsys: pytest.CaptureFixture[str], folder: tuple[str, ...]
) -> None:
    first, second, last, *_ = said(capsys, *folder, "--language", "ja")
    assert first.startswith("お知らせ: questions/small/assessment.yaml:")
    assert ":16: title.ja: 「道具」は、用語表ではほかの言い方にしています。" in first
    assert first.endswith("「ツール」にそろえてください。一つの物に一つの名。")
    assert ":26: title.en:" in second
    assert "「call center」" in second
    assert last.startswith("誤りはありません。")


def test_the_note_is_said_in_english_too(listed: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, _ = said(capsys, "--language", "en")
    assert first.endswith("the term list has another form for “道具”. Write “ツール”. One thing has one name.")
    assert second.endswith("the term list has another form for “call centre”. Write “call center”.")


def test_a_lesson_is_read_in_the_language_of_its_folder(
    learning_site: SmallSite, capsys: pytest.CaptureFixture[str]
) -> None:
    learning_site.write("content/usage.yaml", LIST)
    (lesson,) = sorted((learning_site.folder / "content/lessons/ja").glob("*.md"))[:1]
    before = lesson.read_text(encoding="utf-8")
    lesson.write_text(before.replace("title: ", "title: 道具", 1), encoding="utf-8")
    line = next(at for at, one in enumerate(before.splitlines(), start=1) if one.startswith("title: "))
    (note,) = said(capsys, "content", "--language", "ja")[:-1]
    assert f"content/lessons/ja/{lesson.name}:{line}:8: {lesson.stem}: 「道具」" in note


def test_without_a_list_there_are_no_notes(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(said(capsys, "--language", "ja")) == 1


def test_a_content_folder_is_read_with_its_own_list(listed: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    listed.write("content/interface/start.yaml", "title: {ja: 道具, en: call center}\n")
    assert any("「道具」" in line for line in said(capsys, "content", "--language", "ja"))


def test_a_broken_list_is_a_problem(site: SmallSite, capsys: pytest.CaptureFixture[str]) -> None:
    site.write("content/usage.yaml", "- {use: ツール, language: ja}\n")
    assert main(["check", "--language", "en"]) == 1
    assert capsys.readouterr().out.startswith("content/usage.yaml:1:3: usage.0")
