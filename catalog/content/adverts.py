"""The typed shape of ``content/adverts.yaml``: what the words of a job advertisement say of the work."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated

from pydantic import Field

from catalog.content.fair_questions import Phrases
from catalog.reading.ids import FactIds, Id, Shape
from catalog.reading.text import Language, Sentence, Text

Spellings = Annotated[tuple[Sentence, ...], Field(min_length=2)]
Share = Annotated[float, Field(ge=0, le=1)]


class AdvertKind(Shape):
    """A kind of work. ``role``: the same one's id among an assessment's roles.

    titles: words that name it in a title. title_allowed: longer ones in which they do not.
    """

    id: Id
    name: Text
    about: Text
    role: Id | None = None
    titles: Phrases
    title_allowed: Phrases = Field(default_factory=dict)
    facts: FactIds = ()


class AdvertSignal(Shape):
    """What is said in one kind of work and seldom in the others.

    points_to, against: kinds. Neither: words that sound like something and say nothing of the work.
    undecided: it says that what the work will be is open. strength: 1 a hint, 2 speaks for it, 3 says it outright.
    find: phrases by language. allowed: longer ones in which they mean something else. why: one sentence, to whoever
    reads the advertisement. tasks: tasks of an assessment that the words are about.
    """

    id: Id
    points_to: Id | None = None
    against: tuple[Id, ...] = ()
    undecided: bool = False
    strength: Annotated[int, Field(ge=1, le=3)]
    find: Phrases
    allowed: Phrases = Field(default_factory=dict)
    why: Text
    facts: FactIds = ()
    tasks: tuple[Id, ...] = ()


class AdvertHeading(Shape):
    """A part of an advertisement by its heading. ``weight``: how much words under it say of the work.

    excludes: what stands under it is no part of the job ("what you will not do").
    """

    id: Id
    name: Text
    weight: Share
    excludes: bool = False
    find: Phrases


class AdvertCondition(Shape):
    """What a reader wants to know before applying. ``ask``: the question where it is not answered.

    find: words that answer it. allowed: longer ones that do not. not_under: headings under which they do not, either.
    under: words that answer it under one heading only. signals: those that answer it, too, wherever a duty is named.
    guidance: the id of the same condition in an assessment's guidance.yaml.
    """

    id: Id
    name: Text
    ask: Text
    find: Phrases
    allowed: Phrases = Field(default_factory=dict)
    signals: tuple[Id, ...] = ()
    not_under: tuple[Id, ...] = ()
    under: Mapping[Id, Phrases] = Field(default_factory=dict)
    guidance: Id | None = None
    facts: FactIds = ()


class AdvertScopes(Shape):
    """Words that turn what stands beside them: into "not so", into the work of others, or into no duty at all.

    not_so, not_so_before: after and before what they negate. harmless: longer phrases that negate nothing.
    handed_on: after what another team does. aside: in whose clause no duty is named (experience, a later career, the
    company's product). turns: at which a clause ends within a sentence.
    """

    not_so: Phrases
    not_so_before: Phrases
    harmless: Phrases
    handed_on: Phrases
    aside: Phrases
    turns: Phrases


class AdvertManners(Shape):
    """Why words count otherwise there, and what a title's name says.

    negated, handed_on, title: with the place ``{kind}`` for the kind's name. aside: with ``{why}`` for the signal's own
    sentence.
    """

    negated: Text
    handed_on: Text
    aside: Text
    title: Text


class Adverts(Shape):
    """``kinds``, ``headings`` and ``conditions`` are in the order in which they are shown.

    spellings: by language, forms of one word; a phrase that holds the first of them is found with each of the others.
    """

    kinds: Annotated[tuple[AdvertKind, ...], Field(min_length=2)]
    signals: Annotated[tuple[AdvertSignal, ...], Field(min_length=1)]
    headings: tuple[AdvertHeading, ...]
    spellings: Mapping[Language, tuple[Spellings, ...]] = Field(default_factory=dict)
    scopes: AdvertScopes
    manners: AdvertManners
    conditions: tuple[AdvertCondition, ...]

    @cached_property
    def kind(self) -> Mapping[str, AdvertKind]:
        return {one.id: one for one in self.kinds}

    @cached_property
    def signal(self) -> Mapping[str, AdvertSignal]:
        return {one.id: one for one in self.signals}

    @cached_property
    def heading(self) -> Mapping[str, AdvertHeading]:
        return {one.id: one for one in self.headings}

    @cached_property
    def condition(self) -> Mapping[str, AdvertCondition]:
        return {one.id: one for one in self.conditions}
