"""The JSON Schemas accept what the loader accepts, explain every key, and are committed as they are made."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from catalog.command.schema import file_name, json_schemas, models
from catalog.reading.ids import fields_of
from catalog.reading.strict_yaml import parse
from catalog.reading.wording import key_explanations, languages
from tests.catalog.small_learning import LEARNING
from tests.catalog.small_site import SMALL

COMMITTED = Path(__file__).resolve().parents[3] / "schemas"
FILES = {**SMALL, **{name: text for name, text in LEARNING.items() if name.endswith(".yaml")}}
GOOD = {name: parse(text.encode("utf-8"), name).value for name, text in FILES.items()}


def kind_of(name: str) -> str:
    folder = Path(name).parent.name
    return folder if folder in ("interface", "checks") else Path(name).stem


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_good_file_fits_its_schema(name: str) -> None:
    schema = json_schemas()[kind_of(name)]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(GOOD[name])


@pytest.mark.parametrize("name", sorted(name for name in FILES if kind_of(name) != "interface"))
def test_a_key_too_many_does_not_fit(name: str) -> None:
    value = json.loads(json.dumps(GOOD[name]))
    (value[0] if isinstance(value, list) else value)["zzz"] = 1
    assert not jsonschema.Draft202012Validator(json_schemas()[kind_of(name)]).is_valid(value)


def test_every_key_is_explained_in_every_language() -> None:
    wanted = {"Text", "Interface"}
    for model in models():
        wanted |= {model.__name__, *(f"{model.__name__}.{key}" for key in fields_of(model))}
    assert set(key_explanations()) == wanted
    for name, said in key_explanations().items():
        assert set(said) == set(languages()), name


def test_an_editor_shows_the_explanation_beside_the_key() -> None:
    item = json_schemas()["items"]["$defs"]["Item"]
    assert item["properties"]["keyed"]["description"] == "\n".join(key_explanations()["Item.keyed"].values())
    assert item["properties"]["keyed"]["enum"] == ["+", "-"]
    assert "null" not in json.dumps(json_schemas())


def test_the_committed_schemas_are_the_ones_that_are_made() -> None:
    made = {file_name(kind): schema for kind, schema in json_schemas().items()}
    committed = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in COMMITTED.glob("*.json")}
    assert committed == made, "run python -m catalog schema --out schemas"
