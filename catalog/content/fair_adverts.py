"""What a job advertisement has to state by law, and what it must not ask for, as an editor's tables."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from catalog.content.fair_questions import FairMatter, FairQuestions, Phrases
from catalog.reading.ids import Id, Shape
from catalog.reading.text import Sentence, Text


class AdvertLaw(Shape):
    """``name``: the rule as it is cited. ``says``: what it asks for, in a sentence. ``source``: where it was read."""

    id: Id
    name: Text
    says: Text
    source: Sentence


class AdvertDuty(Shape):
    """A condition that an advertisement has to state.

    ``write``: what to write, a line of the checklist. ``find``: words that state it. ``where``: words that show that
    it concerns this advertisement; everybody where there are none. ``since``: the day from which it is asked for, where
    that is recent.
    """

    id: Id
    name: Text
    write: Text
    find: Phrases
    where: Phrases = Field(default_factory=dict)
    since: Text | None = None
    law: Id


class WordedMatter(FairMatter):
    """``law``: the rule against it."""

    law: Id


class WordsToAvoid(FairQuestions):
    matters: Annotated[tuple[WordedMatter, ...], Field(min_length=1)]


class FairAdverts(Shape):
    laws: Annotated[tuple[AdvertLaw, ...], Field(min_length=1)]
    duties: Annotated[tuple[AdvertDuty, ...], Field(min_length=1)]
    words: WordsToAvoid
    truthful: Id
    """The rule that a title and the work below it have to agree."""

    @cached_property
    def law(self) -> Mapping[str, AdvertLaw]:
        return {one.id: one for one in self.laws}

    @cached_property
    def matter(self) -> Mapping[str, WordedMatter]:
        return {one.id: one for one in self.words.matters}
