"""docs/openapi.yaml describes what candidates really share: every level of real results, and no key beyond it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from reports.guide.choose import own_questions
from reports.sharing.content import content_at
from reports.sharing.levels import LEVELS, Level
from scoring import score_one
from scoring.rule.result import Result
from tests.reports.organising.made import ON, SHIPPED
from tests.reports.results import answered
from tests.server.routes.test_api import OPENAPI
from tests.shipped import shipped_content

WORDS = {language: shipped_content().words(language) for language in ("ja", "en")}


def results() -> list[Result]:
    """A clear one, one without anything answered, and one with half of the traits left open."""
    kinds = (lambda trait: 5 if trait < "m" else 1, lambda trait: None, lambda trait: 3 if trait < "m" else None)
    return [score_one(SHIPPED, "full", answered(SHIPPED, kind)) for kind in kinds]


def closed(schema: Any) -> Any:
    """The schema with nothing allowed beside what it names."""
    if isinstance(schema, list):
        return [closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    found = {name: closed(one) for name, one in schema.items()}
    if isinstance(found.get("properties"), dict):
        found.setdefault("additionalProperties", False)
    return found


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_is_described_to_the_last_key(level: Level) -> None:
    components = closed(OPENAPI["components"]["schemas"])
    schema = {"$ref": "#/components/schemas/Content", "components": {"schemas": components}}
    for result in results():
        copy = content_at(level, result, SHIPPED, WORDS, ON, own_questions(result, SHIPPED))
        jsonschema.Draft202012Validator(schema).validate(json.loads(json.dumps(copy)))
