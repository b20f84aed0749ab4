"""The typed shape of ``content/``: facts, the words of the interface, sample respondents, and what is taught."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from catalog.content.advert_samples import AdvertSample
from catalog.content.adverts import Adverts
from catalog.content.fair_adverts import FairAdverts
from catalog.content.fair_questions import FairQuestions
from catalog.content.words import Words
from catalog.content.workshops import Workshops
from catalog.lessons.learning import Learning
from catalog.questionnaire.assessment import Assessment, Sample
from catalog.reading.ids import FactId, Id, Shape
from catalog.reading.text import Language, Sentence, Text


class SiteLanguage(Shape):
    """A language that the site speaks, by its own name."""

    id: Language
    name: Sentence


class Article(Shape):
    """``title`` is the article's own; ``mark`` the short name that facts use for it."""

    id: Id
    mark: Text
    title: Text
    about: Text


class Fact(Shape):
    id: FactId
    text: Text
    articles: Annotated[tuple[Id, ...], Field(min_length=1)]


class CoreQuestion(Shape):
    """A question that every candidate of a campaign is asked: why, and what to listen for from two sides alike."""

    id: Id
    ask: Text
    why: Text
    low: Text
    high: Text


class Content(Shape):
    """All that the site says. ``languages[0]`` is the default; ``learning`` is None where nothing is taught.

    ``core_questions`` are what an organiser begins with; ``fair_questions`` the phrases that a fair interview avoids;
    ``workshops`` what a trainer runs a workshop with; ``adverts`` what the words of a job advertisement say,
    ``advert_samples`` made-up ones to try, ``fair_adverts`` what one has to state and must not ask for.
    ``own``: the keys of the interface that an author's own folder gives; ``shipped``: whether the site ships with this.
    """

    languages: Annotated[tuple[SiteLanguage, ...], Field(min_length=1)]
    articles: Mapping[str, Article]
    facts: Mapping[str, Fact]
    interface: Mapping[str, Text]
    samples: tuple[Sample, ...] = ()
    core_questions: tuple[CoreQuestion, ...] = ()
    fair_questions: FairQuestions | None = None
    workshops: Workshops | None = None
    adverts: Adverts | None = None
    advert_samples: tuple[AdvertSample, ...] = ()
    fair_adverts: FairAdverts | None = None
    learning: Learning | None = None
    own: frozenset[str] = frozenset()
    shipped: bool = False
    files_hash: str

    @property
    def language_ids(self) -> tuple[str, ...]:
        return tuple(language.id for language in self.languages)

    def words(self, language: str, assessment: Assessment | None = None) -> Words:
        """The interface in ``language``; in the default language where the site does not speak it.

        On pages about an ``assessment`` its own words stand over the site's, but not over what an author has written
        into the content folder.
        """
        spoken = language if language in self.language_ids else self.language_ids[0]
        said = {key: text for key, text in assessment.page_words.items() if key not in self.own} if assessment else {}
        return Words({**self.interface, **said} if said else self.interface, spoken)
