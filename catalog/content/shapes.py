"""What each file of ``content/`` holds that is no lesson, by the file's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from catalog.content.content import Article, Fact, Sample, SiteLanguage
from catalog.reading.ids import Shape


class SiteFile(Shape):
    languages: Annotated[tuple[SiteLanguage, ...], Field(min_length=1)]


class FactsFile(Shape):
    articles: tuple[Article, ...]
    facts: tuple[Fact, ...]


CONTENT_SHAPES: Mapping[str, Any] = {
    "site": SiteFile,
    "facts": FactsFile,
    "samples": tuple[Sample, ...],
}
CONTENT_REQUIRED = ("site", "facts")
