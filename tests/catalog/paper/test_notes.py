"""The check tells which characters of an author's texts paper will replace, where they stand, and lets them be."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.paper import notes
from catalog.paper.fonts import FontsMissing
from tests.catalog.small_site import SmallSite


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "FIT_QUESTIONS", "FIT_CONTENT"):
        monkeypatch.delenv(name, raising=False)


def retitled(site: SmallSite, title: str) -> int:
    """Writes ``title`` over the Japanese name of the assessment; gives its line."""
    path = Path("questions/small/assessment.yaml")
    lines = path.read_text(encoding="utf-8").splitlines()
    line = next(at for at, one in enumerate(lines) if one.startswith("title:"))
    lines[line] = f'title: {{ja: "{title}", en: Small}}'
    site.write(str(path), "\n".join(lines) + "\n")
    return line + 1


@pytest.mark.parametrize("folder", [None, "questions", "questions/small"])
def test_a_character_without_a_font_is_a_note_with_its_place(
    site: SmallSite, capsys: pytest.CaptureFixture[str], folder: str | None
) -> None:
    line = retitled(site, "外字\ue000と点字⠿⠿")
    asked = ["check"] if folder is None else ["check", folder]
    assert main([*asked, "--language", "ja"]) == 0
    said, last, *_ = capsys.readouterr().out.splitlines()
    assert said.startswith(f"お知らせ: questions/small/assessment.yaml:{line}:13: title.ja: ")
    assert "U+E000, ⠿ (U+283F)" in said
    assert "〓" in said
    assert last.startswith("誤りはありません。")
    assert main([*asked, "--language", "en"]) == 0
    assert "the fonts of paper do not have U+E000, ⠿ (U+283F)" in capsys.readouterr().out


@pytest.mark.parametrize("title", ["夜勤🌙👩‍👩‍👧‍👦", "髙﨑①㈱", "สวัสดี مرحبا", "葛\U000e0100", "か゚", "👍🏽🇯🇵☕️"])
def test_what_paper_can_set_is_not_mentioned(site: SmallSite, capsys: pytest.CaptureFixture[str], title: str) -> None:
    retitled(site, title)
    assert main(["check"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_the_interfaces_words_are_looked_at_and_the_questions_are_not(
    site: SmallSite,
) -> None:
    site.write("content/interface/extra.yaml", "word: {ja: 点字⠿, en: Braille}\n")
    found = notes.paper_notes([Path("content"), Path("questions")])
    assert [(one.where, one.code) for one in found] == [("extra.word.ja", "not_on_paper")]
    site.change("questions/small/items.yaml", "ja: ", "ja: ⠿")
    assert notes.paper_notes([Path("questions")]) == ()


def test_without_the_fonts_the_check_says_that_nobody_looked(
    site: SmallSite, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: str) -> tuple[str, ...]:
        raise FontsMissing

    monkeypatch.setattr(notes, "unset", missing)
    assert [one.code for one in notes.paper_notes([Path("questions")])] == ["no_fonts"]
    assert main(["check", "questions", "--language", "en"]) == 0
    assert "For your information: questions:1:1: questions: the fonts of paper" in capsys.readouterr().out
