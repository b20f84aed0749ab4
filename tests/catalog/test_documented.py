"""docs/authors/ names every key that an author may write."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.command.schema import file_name, json_schemas, models
from catalog.content.shapes import CONTENT_SHAPES
from catalog.lessons.learning import PAGES, PICTURES
from catalog.lessons.shapes import FOLDER_SHAPES, LEARNING_SHAPES
from catalog.questionnaire.shapes import ASSESSMENT_SHAPES
from catalog.reading.ids import fields_of

PAGES_OF_THE_GUIDE = sorted((Path(__file__).resolve().parents[2] / "docs" / "authors").glob("*.md"))
PARTS = [page.read_text(encoding="utf-8").partition("\n# English") for page in PAGES_OF_THE_GUIDE]
JAPANESE, ENGLISH = ("\n".join(part[place] for part in PARTS) for place in (0, 2))
KEYS = sorted({key for model in models() for key in fields_of(model)})


@pytest.mark.parametrize("key", KEYS)
def test_the_guide_names_the_key(key: str) -> None:
    assert f"`{key}`" in JAPANESE
    assert f"`{key}`" in ENGLISH


@pytest.mark.parametrize("kind", [*ASSESSMENT_SHAPES, *CONTENT_SHAPES, *LEARNING_SHAPES])
def test_the_guide_names_the_file(kind: str) -> None:
    assert f"{kind}.yaml" in JAPANESE
    assert f"{kind}.yaml" in ENGLISH


@pytest.mark.parametrize("name", [*FOLDER_SHAPES, *PAGES, *PICTURES])
def test_the_guide_names_the_folder_page_or_picture(name: str) -> None:
    assert name in JAPANESE
    assert name in ENGLISH


def test_the_guide_shows_how_an_editor_finds_the_schemas() -> None:
    assert "# yaml-language-server: $schema=" in JAPANESE
    for kind in json_schemas():
        assert file_name(kind) in JAPANESE
