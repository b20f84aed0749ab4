"""JSON Schemas of the data files, for editors that complete keys and mark mistakes while an author types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter

from catalog.content.shapes import CONTENT_SHAPES
from catalog.lessons.shapes import FOLDER_SHAPES, LEARNING_SHAPES
from catalog.questionnaire.shapes import ASSESSMENT_SHAPES
from catalog.reading.alternatives import plain
from catalog.reading.text import Text
from catalog.reading.wording import key_explanations

DIALECT = "https://json-schema.org/draft/2020-12/schema"
INTERFACE = "interface"
_SHAPES = {**ASSESSMENT_SHAPES, **CONTENT_SHAPES, **LEARNING_SHAPES, **FOLDER_SHAPES}


def file_name(kind: str) -> str:
    return f"{kind}.schema.json"


def json_schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema for each kind of file, by the kind's name: ``assessment``, ``traits``, …"""
    schemas = {kind: _schema(kind, shape) for kind, shape in _SHAPES.items()}
    schemas[INTERFACE] = _interface()
    return schemas


def models() -> tuple[type[BaseModel], ...]:
    """Every model that a data file is made of, each once, in the files' order."""
    found: dict[type[BaseModel], None] = {}
    for shape in _SHAPES.values():
        for model in _models(shape):
            found.setdefault(model, None)
    return tuple(found)


def _models(shape: Any) -> Iterator[type[BaseModel]]:
    bare = plain(shape)
    if bare is Text:
        return
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        yield bare
        for field in bare.model_fields.values():
            yield from _models(field.annotation)
    elif get_origin(bare) in (tuple, Mapping, Union, UnionType):
        for member in get_args(bare):
            if member is not Ellipsis:
                yield from _models(member)


def _explained(name: str) -> str:
    return "\n".join(key_explanations()[name].values())


def _schema(kind: str, shape: Any) -> dict[str, Any]:
    schema = TypeAdapter(shape).json_schema()
    explained = {model.__name__ for model in models()}
    for name, part in [*schema.get("$defs", {}).items(), (schema.get("title", ""), schema)]:
        if name == Text.__name__:
            part["description"] = _explained(name)
            part["minProperties"] = 1
        elif name in explained:
            part["description"] = _explained(name)
            for key, held in part.get("properties", {}).items():
                held["description"] = _explained(f"{name}.{key}")
                held.pop("title", None)
                _drop_null(held)
    return {
        "$schema": DIALECT,
        "title": f"{kind}/" if kind in FOLDER_SHAPES else f"{kind}.yaml",
        **{key: held for key, held in schema.items() if key != "title"},
    }


def _drop_null(part: dict[str, Any]) -> None:
    """The files know no empty value: what may be left out is left out."""
    if part.pop("default", 0) is None or "anyOf" in part:
        left = [one for one in part.get("anyOf", []) if one != {"type": "null"}]
        if len(left) == 1:
            del part["anyOf"]
            part.update(left[0])
        else:
            part["anyOf"] = left


def _interface() -> dict[str, Any]:
    words = {"type": "string", "minLength": 1}
    group = {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {"anyOf": [{"$ref": "#/$defs/group"}, words]},
    }
    return {
        "$schema": DIALECT,
        "title": f"{INTERFACE}/*.yaml",
        "description": _explained("Interface"),
        "$defs": {"group": group},
        "$ref": "#/$defs/group",
    }
