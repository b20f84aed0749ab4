"""Marks the answer to a question of a check, and says when a question comes back."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from hashlib import sha256
from math import factorial
from typing import Literal

from catalog.lessons.learning import CHOSEN, ONE_RIGHT, Question, QuizOption
from catalog.reading.text import Text

Answer = str | Set[str] | tuple[str, ...] | Mapping[str, str]
"""By kind: the option (single, role), the options (several), their order (order), a target by option (match)."""
Standing = Literal["wrong", "mending", "right"]
"""``mending``: right once since it was last wrong."""
APART_MS = 600_000
"""Milliseconds after which a second right answer shows more than a good short memory: ten minutes."""


@dataclass(frozen=True, slots=True)
class OptionMark:
    """One option of a marked answer, as the question shows them.

    right: this option was treated as it should be. given, wanted: what the answer said of it and what it should have
    said: "yes" or "" where options are chosen, its place from 1 in an order, a target's id in a match.
    """

    option: str
    right: bool
    given: str
    wanted: str
    why: Text | None


@dataclass(frozen=True, slots=True)
class Marked:
    """``why`` explains the whole, where the options do not each have a reason of their own."""

    right: bool
    options: tuple[OptionMark, ...]
    why: Text | None


def shuffled(question: Question) -> tuple[QuizOption, ...]:
    """The options as shown: mixed by the question's id, the same for everybody and at each visit.

    The options of an order never stand in the right order.
    """

    def place(option: QuizOption) -> bytes:
        return sha256(f"{question.id}/{option.id}".encode()).digest()

    mixed = tuple(sorted(question.options, key=place))
    if question.kind == "order" and mixed == question.options:
        return (*mixed[1:], mixed[0])
    return mixed


def mark(question: Question, answer: Answer) -> Marked:
    """The answer with its feedback. Raises ValueError for an answer that is not whole or names what is not there."""
    wanted = _wanted(question)
    given = _given(question, answer)
    options = tuple(
        OptionMark(option.id, given[option.id] == wanted[option.id], given[option.id], wanted[option.id], option.why)
        for option in shuffled(question)
    )
    return Marked(all(one.right for one in options), options, question.why)


def _wanted(question: Question) -> dict[str, str]:
    if question.kind in CHOSEN:
        return {option.id: "yes" if option.right else "" for option in question.options}
    if question.kind == "order":
        return {option.id: str(place) for place, option in enumerate(question.options, start=1)}
    return {option.id: option.target or "" for option in question.options}


def _given(question: Question, answer: Answer) -> dict[str, str]:
    """What the answer says of each option, in the words of ``OptionMark``."""
    ids = {option.id for option in question.options}
    if question.kind in CHOSEN:
        chosen = {answer} if isinstance(answer, str) else set(answer) if isinstance(answer, Set) else None
        if chosen is None or not chosen or not chosen <= ids or (question.kind in ONE_RIGHT and len(chosen) != 1):
            raise ValueError(f"{question.id} asks for options of its own, not {answer!r}")
        return {option: "yes" if option in chosen else "" for option in ids}
    if question.kind == "order":
        if not isinstance(answer, tuple) or sorted(answer) != sorted(ids):
            raise ValueError(f"{question.id} asks for all of its options in an order, not {answer!r}")
        return {option: str(place) for place, option in enumerate(answer, start=1)}
    targets = {target.id for target in question.targets}
    if not isinstance(answer, Mapping) or set(answer) != ids or not set(answer.values()) <= targets:
        raise ValueError(f"{question.id} asks for a target for each option, not {answer!r}")
    return dict(answer)


def chance(question: Question) -> float:
    """The probability that somebody who answers at random is right, 0 to 1."""
    count = len(question.options)
    if question.kind in ONE_RIGHT:
        return 1 / count
    if question.kind == "several":
        return 1.0 / (2.0**count - 1.0)
    return 1.0 / (factorial(count) if question.kind == "order" else float(len(question.targets)) ** count)


def stands(before: tuple[Standing, int] | None, right: bool, now: int) -> tuple[Standing, int]:
    """How a question stands after an answer at ``now`` (ms since 1970), with the moment that counts.

    Right at once is right. After a wrong answer it takes two right ones, ten minutes or more apart.
    """
    if not right:
        return "wrong", now
    if before is None or before[0] == "right":
        return "right", now
    if before[0] == "mending":
        return ("right", now) if now - before[1] >= APART_MS else before
    return "mending", now


def is_due(standing: Standing, moment: int, now: int) -> bool:
    """Whether the question should be asked again: a wrong one at once, a mending one after ten minutes."""
    return standing == "wrong" or (standing == "mending" and now - moment >= APART_MS)
