"""Every sentence about tables is said in both languages and used; every heading means one thing in its sheet."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from catalog.reading.wording import languages
from catalog.tables.headings import heading, path_of, sheet_kind, sheet_name
from catalog.tables.layout import PLAIN, ROW_SHEETS, SCENARIOS, WEIGHTS, columns_of, key_sheets
from catalog.tables.said import WORDING

SENTENCES: dict[str, dict[str, str]] = yaml.safe_load(WORDING.read_text(encoding="utf-8"))
KINDS = (*ROW_SHEETS, SCENARIOS, WEIGHTS, *key_sheets())


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_said_in_every_language(code: str) -> None:
    said = SENTENCES[code]
    assert set(said) == set(languages())
    places = {frozenset(name for _, name, _, _ in Formatter().parse(text) if name) for text in said.values()}
    assert len(places) == 1


def test_no_sentence_is_left_over() -> None:
    rooms = (Path(__file__).parents[3] / room for room in ("catalog/tables", "catalog/cells"))
    code = "\n".join(path.read_text(encoding="utf-8") for room in rooms for path in room.rglob("*.py"))
    made = {f"made_{kind}" for kind in ("trait", "role")}
    assert not [name for name in SENTENCES if name not in made and not re.search(rf'"{name}"', code)]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_over_a_column_is_read_as_that_column(kind: str, language: str) -> None:
    assert sheet_kind(sheet_name(kind, language)) == kind
    known, word = columns_of(kind)
    for path, held in known.items():
        for spoken in ("ja", "en", "ko") if held != PLAIN else ("",):
            full = (*path, spoken) if spoken else path
            assert path_of(heading(full, language, word, bool(spoken)), known, word) == full


@pytest.mark.parametrize("language", languages())
def test_no_two_columns_of_a_sheet_are_called_alike(language: str) -> None:
    for kind in KINDS:
        known, word = columns_of(kind)
        called = [heading((*path, "ja") if held else path, language, word, bool(held)) for path, held in known.items()]
        assert len(set(called)) == len(called)
