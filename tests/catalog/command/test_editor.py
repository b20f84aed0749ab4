"""VS Code finds the schema of every data file by the committed settings, and each schema by its file."""

from __future__ import annotations

import json
from pathlib import Path

from catalog.command.schema import file_name, json_schemas
from catalog.questionnaire.shapes import ASSESSMENT_SHAPES

ROOT = Path(__file__).resolve().parents[3]
SETTINGS = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
SCHEMAS: dict[str, list[str]] = SETTINGS["yaml.schemas"]
IN_MARKDOWN = "lessons"
"""A lesson's head stands in a Markdown file, which the YAML extension does not read."""
OPTIONAL = {"usage", "samples", *ASSESSMENT_SHAPES}


def test_every_schema_is_there_and_every_kind_of_file_has_one() -> None:
    for schema in SCHEMAS:
        assert (ROOT / schema).is_file(), schema
    assert {Path(schema).name for schema in SCHEMAS} == {
        file_name(kind) for kind in json_schemas() if kind != IN_MARKDOWN
    }


def test_every_place_that_is_mapped_has_files_and_every_file_has_one_schema() -> None:
    mapped: dict[Path, str] = {}
    for schema, places in SCHEMAS.items():
        for place in places:
            found = list(ROOT.glob(place))
            assert found or Path(place).stem in OPTIONAL, place
            for path in found:
                assert path not in mapped
                mapped[path] = schema
    files = [path for room in ("questions", "content") for path in (ROOT / room).rglob("*.yaml")]
    assert set(mapped) == set(files)


def test_the_extension_is_recommended() -> None:
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert recommended["recommendations"] == ["redhat.vscode-yaml"]
