"""What each file of ``content/`` holds that is no lesson, by the file's name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field

from catalog.content.advert_samples import AdvertSample
from catalog.content.adverts import Adverts
from catalog.content.content import Article, CoreQuestion, Fact, SiteLanguage
from catalog.content.fair_adverts import FairAdverts
from catalog.content.fair_questions import FairQuestions
from catalog.content.usage import Usage
from catalog.content.workshops import Workshops
from catalog.questionnaire.assessment import Sample
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
    "usage": tuple[Usage, ...],
    "core_questions": Annotated[tuple[CoreQuestion, ...], Field(min_length=1)],
    "fair_questions": FairQuestions,
    "workshops": Workshops,
    "adverts": Adverts,
    "advert_samples": tuple[AdvertSample, ...],
    "fair_adverts": FairAdverts,
}
CONTENT_REQUIRED = ("site", "facts")
