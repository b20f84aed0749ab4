"""What a stage asked the room: a question of a lesson's check, a step of a practice, a poll or a discussion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.content.workshops import LiveCheck
from catalog.lessons.learning import Learning, Question


class Pictured(Protocol):
    @property
    def kind(self) -> str: ...
    @property
    def content(self) -> Mapping[str, Any]: ...


@dataclass(frozen=True, slots=True)
class AskedText:
    """``options`` and ``places`` by id. ``right``: of the options, or those that can be defended (``defensible``).

    ``belongs``: the right place of each option, where they are sorted or matched. ``why`` explains, ``lessons`` tell
    more, ``facts`` are its sources.
    """

    ask: str
    options: Mapping[str, str]
    lead: str = ""
    right: frozenset[str] = frozenset()
    places: Mapping[str, str] = field(default_factory=dict)
    belongs: Mapping[str, str] = field(default_factory=dict)
    why: str = ""
    facts: tuple[str, ...] = ()
    lessons: tuple[str, ...] = ()
    defensible: bool = False

    def marked(self, words: Words, option: str) -> str:
        """The option's text, with a sign where it is right."""
        if option not in self.right:
            return self.options[option]
        return words("shown.is_good" if self.defensible else "shown.is_right", name=self.options[option])


def asked_text(content: Content, words: Words, about: str) -> AskedText | None:
    """A check or a poll; None where the files do not hold it any more."""
    ready = content.workshops
    if ready is None or not about:
        return None
    if about in ready.check:
        return _check(content.learning or Learning(), words, ready.check[about])
    if about in ready.poll:
        poll = ready.poll[about]
        return AskedText(words.of(poll.question), {one.id: words.of(one.text) for one in poll.options})
    return None


def discussed(content: Content, words: Words, about: str) -> str:
    """The question of a discussion; "" where there is none."""
    found = content.workshops.discussion.get(about) if content.workshops is not None else None
    return words.of(found.question) if found is not None else ""


def called_for(content: Content, shown: Iterable[Pictured]) -> str:
    """The discussion for a room of which these pictures were shown: of the first trait in which it is far apart by the
    last one, else one for any room; "" where there is none.
    """
    ready = content.workshops
    if ready is None:
        return ""
    pictures = [one for one in shown if one.kind == "picture"]
    far = pictures[-1].content.get("far", ()) if pictures else ()
    of_trait = [one.id for trait in far for one in ready.discussions if one.trait == trait]
    of_any = [one.id for one in ready.discussions if one.trait is None]
    return next(iter((*of_trait, *of_any)), "")


def _check(learning: Learning, words: Words, check: LiveCheck) -> AskedText | None:
    for lesson, quiz in learning.quizzes.items():
        for question in quiz.questions:
            if question.id == check.question:
                return _question(words, question, lesson)
    for practice in learning.practice:
        if practice.id == check.practice and 0 < (check.step or 1) <= len(practice.steps):
            step = practice.steps[(check.step or 1) - 1]
            return AskedText(
                words.of(step.ask),
                {one.id: words.of(one.text) for one in step.options},
                lead=words.of(practice.situation),
                right=frozenset(one.id for one in step.options if one.good),
                facts=tuple(practice.facts),
                defensible=True,
            )
    return None


def _question(words: Words, question: Question, lesson: str) -> AskedText:
    options = {one.id: words.of(one.text) for one in question.options}
    places = {one.id: words.of(one.text) for one in question.targets}
    belongs = {one.id: one.target for one in question.options if one.target}
    if question.kind == "order":
        belongs = {option: str(place) for place, option in enumerate(options, 1)}
        places = {place: place for place in belongs.values()}
    return AskedText(
        words.of(question.ask),
        options,
        right=frozenset(one.id for one in question.options if one.right),
        places=places,
        belongs=belongs,
        why=words.of(question.why) if question.why is not None else "",
        facts=tuple(question.facts),
        lessons=(lesson,),
    )
