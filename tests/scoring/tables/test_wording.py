"""Every sentence about a table is there in every language, with the same places, and each one is used."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from catalog.reading.wording import languages
from scoring.tables.said import WORDING

SENTENCES: dict[str, dict[str, str]] = yaml.safe_load(WORDING.read_text(encoding="utf-8"))["sentences"]


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_said_in_every_language(code: str) -> None:
    said = SENTENCES[code]
    assert set(said) == set(languages())
    places = {frozenset(name for _, name, _, _ in Formatter().parse(text) if name) for text in said.values()}
    assert len(places) == 1
    assert all(text.strip() for text in said.values())


def test_no_sentence_is_left_over() -> None:
    rooms = (Path(__file__).parents[3] / room for room in ("catalog/cells", "scoring", "reports"))
    code = "\n".join(path.read_text(encoding="utf-8") for room in rooms for path in room.rglob("*.py"))
    assert not [name for name in SENTENCES if not re.search(rf'"{name}"', code)]
