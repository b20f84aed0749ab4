"""The typed shape of ``content/workshops.yaml``: what a trainer runs a workshop with, ready-made."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, get_args

import regex
from pydantic import Field

from catalog.content.phrases import WITHOUT_SPACES, folded, pattern
from catalog.reading.ids import FactIds, Id, Shape
from catalog.reading.text import Language, Sentence, Text

StageKind = Literal["lobby", "assessment", "own_result", "picture", "discussion", "check", "again", "change", "wrap_up"]
STAGE_KINDS: tuple[StageKind, ...] = get_args(StageKind)
ABOUT: Mapping[str, str] = {"discussion": "discussions", "check": "checks", "wrap_up": "polls"}
"""Where a stage's ``about`` is found, by the stages that may have one."""
NEEDS_ABOUT = ("check",)

Lines = Annotated[tuple[Text, ...], Field(min_length=1)]


class AgendaStage(Shape):
    """``about``: the id of the discussion, check or poll. A discussion without one takes what the room calls for."""

    kind: StageKind
    minutes: Annotated[int, Field(ge=1, le=90)]
    about: Id | None = None


class Agenda(Shape):
    """A workshop's course. ``minutes`` is what its stages take together."""

    id: Id
    title: Text
    minutes: Annotated[int, Field(ge=1, le=480)]
    stages: Annotated[tuple[AgendaStage, ...], Field(min_length=1)]


class CommonAnswer(Shape):
    """What is often answered, and what the trainer may say to it."""

    answer: Text
    say: Text


class Discussion(Shape):
    """A question for the room. ``trait``: of which the room speaks; None for any room."""

    id: Id
    trait: Id | None = None
    question: Text
    talking_points: Lines
    common_answers: Annotated[tuple[CommonAnswer, ...], Field(min_length=2)]
    facts: FactIds = ()


class LiveCheck(Shape):
    """A question on the phones: one of a lesson's check, or a step (from 1) of a practice. ``discuss``: where the room
    disagrees.
    """

    id: Id
    question: Id | None = None
    practice: Id | None = None
    step: Annotated[int, Field(ge=1)] | None = None
    discuss: Text


class PollOption(Shape):
    id: Id
    text: Text


class Poll(Shape):
    id: Id
    question: Text
    options: Annotated[tuple[PollOption, ...], Field(min_length=2, max_length=8)]


class NicknameParts(Shape):
    """A nickname is one of ``first`` and one of ``second``."""

    first: Annotated[tuple[Sentence, ...], Field(min_length=2)]
    second: Annotated[tuple[Sentence, ...], Field(min_length=2)]


class StageWords(Shape):
    """For the trainer's own screen: what the stage is about, and sentences to say."""

    talking_points: Lines
    what_to_say: Lines


class StagesWords(Shape):
    """Words for every kind of stage."""

    lobby: StageWords
    assessment: StageWords
    own_result: StageWords
    picture: StageWords
    discussion: StageWords
    check: StageWords
    again: StageWords
    change: StageWords
    wrap_up: StageWords

    def of(self, kind: StageKind) -> StageWords:
        words: StageWords = getattr(self, kind)
        return words


class Workshops(Shape):
    """``rude``: phrases, by language, for which a nickname is not shown on the projector."""

    agendas: Annotated[tuple[Agenda, ...], Field(min_length=1)]
    discussions: Annotated[tuple[Discussion, ...], Field(min_length=1)]
    checks: tuple[LiveCheck, ...] = ()
    polls: tuple[Poll, ...] = ()
    stages: StagesWords
    nicknames: Mapping[Language, NicknameParts]
    rude: Mapping[Language, tuple[Sentence, ...]] = Field(default_factory=dict)

    @cached_property
    def agenda(self) -> Mapping[str, Agenda]:
        return {one.id: one for one in self.agendas}

    @cached_property
    def discussion(self) -> Mapping[str, Discussion]:
        return {one.id: one for one in self.discussions}

    @cached_property
    def check(self) -> Mapping[str, LiveCheck]:
        return {one.id: one for one in self.checks}

    @cached_property
    def poll(self) -> Mapping[str, Poll]:
        return {one.id: one for one in self.polls}

    def nickname(self, language: str, number: int) -> str:
        """One of the nicknames that the site offers. Neighbouring numbers share no part; all come before one again."""
        spoken = language if language in self.nicknames else next(iter(self.nicknames))
        parts = self.nicknames[spoken]
        many, round_ = len(parts.second), number // len(parts.first)
        between = "" if spoken.split("-")[0] in WITHOUT_SPACES else " "
        return parts.first[number % len(parts.first)] + between + parts.second[(number + round_) % many]

    def is_rude(self, nickname: str) -> bool:
        """Whether a rude word stands in it, in any language, whatever the letters' width and the signs between them."""
        bare = regex.sub(r"[\p{P}\p{S}\p{Z}\p{Cf}ー〜]+", "", folded(nickname)[0])
        spaced = folded(nickname)[0]
        return any(one.search(text) is not None for one in self._rude for text in (bare, spaced))

    @cached_property
    def _rude(self) -> tuple[regex.Pattern[str], ...]:
        return tuple(
            regex.compile(pattern(phrase, language)) for language, said in self.rude.items() for phrase in said
        )
