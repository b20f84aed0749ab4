"""The term list: which forms it finds in a text, and which it lets be."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.command.usage_notes import usage_notes
from catalog.content.usage import Usage, misused

ROOT = Path(__file__).resolve().parents[3]
TOOLS = Usage(use="ツール", language="ja", avoid=("道具", "器具"), allowed=("道具立て",), free_in=("glossary.yaml",))
ROLES = Usage(use="customer success", language="en", avoid=("CS",), allowed=("“CS”",))


def forms(text: str, language: str = "ja", file: str = "content/practice.yaml") -> list[tuple[int, str]]:
    return [(place, form) for place, form, _ in misused(text, language, file, (TOOLS, ROLES))]


def test_a_form_is_found_wherever_it_stands() -> None:
    assert forms("道具と器具。別の道具") == [(0, "道具"), (3, "器具"), (8, "道具")]


def test_a_longer_word_may_hold_it() -> None:
    assert forms("道具立てはよい。道具は") == [(8, "道具")]


def test_a_form_of_latin_letters_is_a_whole_word() -> None:
    assert forms("CS, CSV, CSAT and “CS”", "en") == [(0, "CS")]


@pytest.mark.parametrize(("language", "file"), [("en", "content/practice.yaml"), ("ja", "content/glossary.yaml")])
def test_a_term_holds_in_its_language_and_not_where_the_form_is_free(language: str, file: str) -> None:
    assert forms("道具", language, file) == []


def test_the_words_of_the_interface_follow_the_list(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    content = Path("content")
    found = [note for note in usage_notes(content, [content]) if note.file.startswith("content/interface/")]
    assert not found
