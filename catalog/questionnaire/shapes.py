"""What each file of an assessment's folder holds, by the file's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from catalog.questionnaire.assessment import Form, FoundationWeight, Guidance, Item, Role, Scale, Scenario, Trait
from catalog.reading.ids import Id, Shape, Version
from catalog.reading.text import Text


class AssessmentFile(Shape):
    id: Id
    version: Version
    title: Text
    about: Text | None = None
    scale: Scale
    forms: Mapping[Id, Form]


class RolesFile(Shape):
    foundation: Annotated[Mapping[Id, FoundationWeight], Field(min_length=1)]
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]


ASSESSMENT_SHAPES: Mapping[str, Any] = {
    "assessment": AssessmentFile,
    "traits": Annotated[tuple[Trait, ...], Field(min_length=1)],
    "items": Annotated[tuple[Item, ...], Field(min_length=1)],
    "scenarios": tuple[Scenario, ...],
    "roles": RolesFile,
    "guidance": Guidance,
}
ASSESSMENT_REQUIRED = ("assessment", "traits", "items")
