"""What each file of an assessment's folder holds, by the file's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from catalog.questionnaire.assessment import (
    Form,
    FoundationWeight,
    Guidance,
    InterviewGuide,
    Item,
    Liking,
    OnShelf,
    Origin,
    Place,
    Role,
    Rule,
    Sample,
    Scale,
    Scenario,
    Task,
)
from catalog.questionnaire.pages import Pages
from catalog.questionnaire.traits_file import TraitsFile
from catalog.reading.ids import Id, Shape, Version
from catalog.reading.text import Language, Text


class AssessmentFile(Shape):
    id: Id
    version: Version
    rule: Rule = 1
    languages: Annotated[tuple[Language, ...], Field(min_length=1)] | None = None
    title: Text
    about: Text | None = None
    shown: OnShelf = "listed"
    place: Place | None = None
    source: Origin | None = None
    licence: Origin | None = None
    scale: Scale
    task_scale: Scale | None = None
    forms: Mapping[Id, Form]


class RolesFile(Shape):
    liking: Liking | None = None
    foundation: Annotated[Mapping[Id, FoundationWeight], Field(min_length=1)]
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]


ASSESSMENT_SHAPES: Mapping[str, Any] = {
    "assessment": AssessmentFile,
    "traits": TraitsFile,
    "items": Annotated[tuple[Item, ...], Field(min_length=1)],
    "scenarios": tuple[Scenario, ...],
    "tasks": tuple[Task, ...],
    "roles": RolesFile,
    "guidance": Guidance,
    "guide": InterviewGuide,
    "pages": Pages,
    "samples": tuple[Sample, ...],
}
ASSESSMENT_REQUIRED = ("assessment", "traits", "items")
