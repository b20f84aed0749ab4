"""The typed shape of what the site teaches: lessons, checks, comparison, glossary, practice and the rest."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from catalog.lessons.blocks import Block, facts_of
from catalog.reading.ids import FactId, FactIds, Id, Shape
from catalog.reading.text import Language, Sentence, Text

PAGES = ("start", "assessment", "result", "roles", "compare", "advert", "method", "about")
"""The pages that a lesson may link to, by their names in ``views/frame/addresses.py``."""
PICTURES = ("positioning", "tools_grid", "journey", "kpi_lists", "fit_map")
"""The drawings that a lesson may show."""

Sources = Annotated[tuple[FactId, ...], Field(min_length=1, max_length=4)]
Percent = Annotated[float, Field(ge=0, le=100)]
Kind = Literal["single", "several", "order", "match", "role"]
ONE_RIGHT: tuple[Kind, ...] = ("single", "role")
CHOSEN: tuple[Kind, ...] = (*ONE_RIGHT, "several")
"""The kinds of question in which options are right or wrong, each with its own feedback."""


class LessonHead(Shape):
    """The head of a lesson's file, in one language. ``minutes``: what reading it takes."""

    id: Id
    order: Annotated[int, Field(ge=1)]
    title: Sentence
    aim: Sentence
    roles: tuple[Id, ...]
    minutes: Annotated[int, Field(ge=1, le=60)]


class Lesson(Shape):
    """A lesson in all languages; ``body`` by language."""

    id: Id
    order: int
    title: Text
    aim: Text
    roles: tuple[Id, ...]
    minutes: int
    body: Mapping[str, tuple[Block, ...]]

    def in_language(self, language: str) -> tuple[Block, ...]:
        """The blocks in ``language``; in the first language where the lesson does not speak it."""
        return self.body[language] if language in self.body else next(iter(self.body.values()))

    @cached_property
    def facts(self) -> tuple[str, ...]:
        return facts_of(next(iter(self.body.values())))


class QuizOption(Shape):
    """``right`` belongs to questions of choice, ``target`` to those that match; ``why`` is its feedback."""

    id: Id
    text: Text
    right: bool = False
    target: Id | None = None
    why: Text | None = None


class Target(Shape):
    id: Id
    text: Text


class Question(Shape):
    """A question of a check. The options of ``order`` stand in the right order; ``role`` offers roles by their ids."""

    id: Id
    kind: Kind
    ask: Text
    targets: Annotated[tuple[Target, ...], Field(max_length=6)] = ()
    options: Annotated[tuple[QuizOption, ...], Field(min_length=2, max_length=8)]
    why: Text | None = None
    facts: Sources

    @property
    def right(self) -> tuple[str, ...]:
        """The ids of the right options in a question of choice; the right order of an ``order``."""
        return tuple(one.id for one in self.options if one.right or self.kind == "order")


class GuideAnswer(Shape):
    text: Text
    reply: Text


class GuideQuestion(Shape):
    ask: Text
    answers: Annotated[tuple[GuideAnswer, ...], Field(min_length=2, max_length=3)]


class Guide(Shape):
    """How to work through the lesson with a group."""

    minutes: Annotated[int, Field(ge=1, le=240)]
    aim: Text
    questions: Annotated[tuple[GuideQuestion, ...], Field(min_length=3, max_length=5)]


class Quiz(Shape):
    """A lesson's questions and its facilitator's guide."""

    lesson: Id
    questions: Annotated[tuple[Question, ...], Field(min_length=3, max_length=6)]
    guide: Guide


class Position(Shape):
    """What one article says in a contradiction."""

    article: Id
    says: Text
    facts: Sources


class Contradiction(Shape):
    """Where articles differ, one with itself, or one stands alone; ``reading`` says how to take it."""

    id: Id
    title: Text
    positions: Annotated[tuple[Position, ...], Field(min_length=1)]
    reading: Text


class Confusion(Shape):
    """A common belief and what the articles say to it; ``lesson`` tells more."""

    id: Id
    belief: Text
    answer: Text
    facts: Sources
    lesson: Id


class Place(Shape):
    """Where a role stands on the map, 0 to 100 from the first word of each key to the second."""

    reactive_to_proactive: Percent
    short_to_long: Percent
    facts: Sources


class ComparedRole(Shape):
    id: Id
    name: Text
    short: Text | None = None
    place: Place | None = None


class Dimension(Shape):
    id: Id
    name: Text
    about: Text


class Statement(Shape):
    text: Text
    facts: Sources


class ToolRow(Shape):
    id: Id
    name: Text
    cells: Mapping[Id, Literal["yes", "no", "partly"]]
    facts: Sources


class ToolGrid(Shape):
    """Which role uses which tools; ``columns`` are roles."""

    columns: Annotated[tuple[Id, ...], Field(min_length=1)]
    rows: Annotated[tuple[ToolRow, ...], Field(min_length=1)]


class JourneyStep(Shape):
    """A step of a customer's way and what the roles do there."""

    id: Id
    name: Text
    about: Text
    roles: Mapping[Id, Statement]


class Comparison(Shape):
    """``cells`` by dimension and role; a role without a cell is one that the articles say nothing of."""

    roles: Annotated[tuple[ComparedRole, ...], Field(min_length=2)]
    dimensions: Annotated[tuple[Dimension, ...], Field(min_length=1)]
    cells: Mapping[Id, Mapping[Id, Annotated[tuple[Statement, ...], Field(min_length=1)]]]
    tools: ToolGrid | None = None
    journey: tuple[JourneyStep, ...] = ()

    def cell(self, dimension: str, role: str) -> tuple[Statement, ...]:
        """Empty where the articles say nothing."""
        return self.cells.get(dimension, {}).get(role, ())


class Term(Shape):
    """A word of the glossary. ``reading`` is how it sounds, in kana; ``also`` are other ways to write or say it.

    ``own``: the articles use the word without explaining it, and its meaning is this site's general knowledge.
    ``facts`` are empty where the word is the site's own, not the articles'.
    """

    id: Id
    term: Text
    reading: Sentence
    also: Mapping[Language, tuple[Sentence, ...]] = Field(default_factory=dict)
    text: Text
    own: bool = False
    facts: FactIds = ()


class PracticeOption(Shape):
    """``good`` marks a defensible answer, of which a step has several."""

    id: Id
    text: Text
    comment: Text
    good: bool


class PracticeStep(Shape):
    ask: Text
    options: Annotated[tuple[PracticeOption, ...], Field(min_length=3, max_length=6)]


class Practice(Shape):
    """A situation at work, in steps."""

    id: Id
    roles: tuple[Id, ...]
    situation: Text
    steps: Annotated[tuple[PracticeStep, ...], Field(min_length=1)]
    facts: Sources


class InterviewQuestion(Shape):
    ask: Text
    listen_for: Text
    facts: Sources


class AdvertWord(Shape):
    word: Text
    means: Text
    facts: Sources


class InterviewRole(Shape):
    questions: Annotated[tuple[InterviewQuestion, ...], Field(min_length=1)]
    advert_words: tuple[AdvertWord, ...] = ()


class Interview(Shape):
    """For recruiters and applicants: what to ask, what to listen for, what the words of an advertisement mean."""

    roles: Mapping[Id, InterviewRole]


class Learning(Shape):
    """All that is taught. ``lessons`` stand in their order; ``quizzes`` by lesson."""

    lessons: tuple[Lesson, ...] = ()
    quizzes: Mapping[str, Quiz] = Field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    confusions: tuple[Confusion, ...] = ()
    comparison: Comparison | None = None
    glossary: tuple[Term, ...] = ()
    practice: tuple[Practice, ...] = ()
    interview: Interview | None = None

    @cached_property
    def lesson(self) -> Mapping[str, Lesson]:
        return {lesson.id: lesson for lesson in self.lessons}

    @cached_property
    def contradiction(self) -> Mapping[str, Contradiction]:
        return {one.id: one for one in self.contradictions}
