"""Where each fact is taught and each contradiction is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from catalog.content.content import Content
from catalog.lessons.blocks import ToldContradiction
from catalog.lessons.learning import Learning
from catalog.questionnaire.parts import facts_in

PlaceKind = Literal["lesson", "comparison", "glossary", "check", "practice", "interview", "confusion"]
TEACHES: tuple[PlaceKind, ...] = ("lesson", "comparison", "glossary")
"""Here a fact is taught; elsewhere it is only asked for or used."""


@dataclass(frozen=True, slots=True)
class CitingPlace:
    """Where a fact is cited: a lesson or check by the lesson's id, the comparison by dimension, and so on."""

    kind: PlaceKind
    id: str


@dataclass(frozen=True)
class Coverage:
    """``facts``: the places of each fact by its id; ``contradictions``: the lessons that tell each, by its id."""

    facts: Mapping[str, tuple[CitingPlace, ...]]
    contradictions: Mapping[str, tuple[CitingPlace, ...]]

    @cached_property
    def untaught(self) -> tuple[str, ...]:
        return tuple(fact for fact, places in self.facts.items() if not any(place.kind in TEACHES for place in places))

    @cached_property
    def untold(self) -> tuple[str, ...]:
        return tuple(name for name, places in self.contradictions.items() if not places)

    @property
    def complete(self) -> bool:
        return not self.untaught and not self.untold


def coverage(content: Content) -> Coverage:
    """Every fact and contradiction of ``content`` with its places, in the files' order."""
    learning = content.learning or Learning()
    facts: dict[str, dict[CitingPlace, None]] = {fact: {} for fact in content.facts}
    for place, cited in citing_places(learning):
        for fact in cited:
            facts[fact].setdefault(place)
    told: dict[str, dict[CitingPlace, None]] = {one.id: {} for one in learning.contradictions}
    for lesson in learning.lessons:
        for block in next(iter(lesson.body.values())):
            if isinstance(block, ToldContradiction):
                told[block.id].setdefault(CitingPlace("lesson", lesson.id))
    return Coverage(
        {fact: tuple(places) for fact, places in facts.items()},
        {name: tuple(places) for name, places in told.items()},
    )


def citing_places(learning: Learning) -> Iterator[tuple[CitingPlace, Iterable[str]]]:
    """Every place with the facts that it cites."""
    for lesson in learning.lessons:
        yield CitingPlace("lesson", lesson.id), lesson.facts
    comparison = learning.comparison
    if comparison is not None:
        for dimension, cells in comparison.cells.items():
            yield CitingPlace("comparison", dimension), list(facts_in(list(cells.values())))
        for role in comparison.roles:
            yield CitingPlace("comparison", role.id), list(facts_in(role))
        for row in comparison.tools.rows if comparison.tools else ():
            yield CitingPlace("comparison", row.id), row.facts
        for step in comparison.journey:
            yield CitingPlace("comparison", step.id), list(facts_in(step))
    for term in learning.glossary:
        yield CitingPlace("glossary", term.id), term.facts
    for name, check in learning.quizzes.items():
        yield CitingPlace("check", name), list(facts_in(check))
    for practice in learning.practice:
        yield CitingPlace("practice", practice.id), practice.facts
    for name, role_questions in (learning.interview.roles if learning.interview else {}).items():
        yield CitingPlace("interview", name), list(facts_in(role_questions))
    for confusion in learning.confusions:
        yield CitingPlace("confusion", confusion.id), confusion.facts
