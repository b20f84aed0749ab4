"""What each data file holds: one shape a file, by the file's name or its folder's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from catalog.content.content import Article, Fact, Sample, SiteLanguage
from catalog.lessons.learning import (
    Check,
    Comparison,
    Confusion,
    Contradiction,
    Interview,
    LessonHead,
    Practice,
    Term,
)
from catalog.questionnaire.assessment import (
    Form,
    FoundationWeight,
    Guidance,
    Id,
    Item,
    Role,
    Scale,
    Scenario,
    Shape,
    Trait,
    Version,
)
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


class SiteFile(Shape):
    languages: Annotated[tuple[SiteLanguage, ...], Field(min_length=1)]


class FactsFile(Shape):
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]


ASSESSMENT_SHAPES: Mapping[str, Any] = {
    "assessment": AssessmentFile,
    "traits": Annotated[tuple[Trait, ...], Field(min_length=1)],
    "items": Annotated[tuple[Item, ...], Field(min_length=1)],
    "scenarios": tuple[Scenario, ...],
    "roles": RolesFile,
    "guidance": Guidance,
}
ASSESSMENT_REQUIRED = ("assessment", "traits", "items")

CONTENT_SHAPES: Mapping[str, Any] = {
    "site": SiteFile,
    "facts": FactsFile,
    "samples": tuple[Sample, ...],
}
LEARNING_SHAPES: Mapping[str, Any] = {
    "contradictions": tuple[Contradiction, ...],
    "confusions": tuple[Confusion, ...],
    "comparison": Comparison,
    "glossary": tuple[Term, ...],
    "practice": tuple[Practice, ...],
    "interview": Interview,
}
FOLDER_SHAPES: Mapping[str, Any] = {"lessons": LessonHead, "checks": Check}
"""What the files of a folder hold, by the folder's name; of a lesson its head."""
CONTENT_REQUIRED = ("site", "facts")
