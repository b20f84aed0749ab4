"""The templates of the interface with every trait, end and role, every pair and triple of them, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, cycle, product
from string import Formatter
from typing import Any, TypeVar

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from charts.sentence import end_of, listed, quoted, quoted_with_values
from reports.sentences.places import JOINTS, SAMPLES, VALUE, Kind, kind_of

T = TypeVar("T")
MOST = 3
"""So many names stand in a list at most where a result lists traits."""


@dataclass(frozen=True, slots=True)
class Value:
    """What stands in one place. ``phrases``: those of a trait in it; ``names``: what it lists without quotation marks.

    ``many``: how many it lists.
    """

    text: object
    phrases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    many: int = 1


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with its places filled."""

    key: str
    language: str
    text: str
    phrases: tuple[str, ...]
    lists: tuple[tuple[str, ...], ...]


def filled(
    assessment: Assessment, content: Content, language: str, keys: Iterable[str] | None = None, *, every: bool = True
) -> Iterator[Filled]:
    """Every template that speaks, or those of ``keys``, with all that can stand in its places.

    One name each: all of them together. Of longer lists each stands once, with each role in turn; where not ``every``
    one is wanted, those of neighbours only, so that thirty traits make a page too. Raises KeyError for a place that
    nobody has said anything of.
    """
    words = content.words(language)
    make = _values(assessment, content, words, _some if every else _neighbours)
    for key in content.interface if keys is None else keys:
        text = content.interface[key]
        if key.startswith(JOINTS):
            continue
        places = list(dict.fromkeys(name for _, name, _, _ in Formatter().parse(text.in_language(language)) if name))
        for values in _together([_of_place(key, place, make) for place in places]):
            given = dict(zip(places, values, strict=True))
            roles = [given[place].text for place in places if kind_of(key, place) is Kind.ROLE]
            if len(set(roles)) == len(roles):
                yield Filled(
                    key,
                    language,
                    words(key, **{place: value.text for place, value in given.items()}),
                    tuple(phrase for value in values for phrase in value.phrases),
                    tuple(value.names for value in values if len(value.names) > 1),
                )


def _of_place(key: str, place: str, make: Callable[[Kind], Sequence[Value]]) -> Sequence[Value]:
    kind = kind_of(key, place)
    return [Value(SAMPLES[place])] if kind is None else make(kind)


def _together(choices: Sequence[Sequence[Value]]) -> Iterator[tuple[Value, ...]]:
    short = [[value for value in values if value.many == 1] for values in choices]
    if not all(short):
        return  # Without roles no sentence names one.
    yield from product(*short)
    for at, values in enumerate(choices):
        others = [cycle(one) for one in short]
        for value in values:
            if value.many > 1:
                yield tuple(value if place == at else next(other) for place, other in enumerate(others))


Some = Callable[[Sequence[Any]], Iterator[tuple[Any, ...]]]
"""Ones, twos and threes of a list."""


def _values(assessment: Assessment, content: Content, words: Words, some_of: Some) -> Callable[[Kind], Sequence[Value]]:
    """The values of a kind, made once."""
    roles = [words.of(role.name) for role in assessment.roles]
    names = [words.of(trait.name) for trait in assessment.traits]
    ends = [(trait.id, end_of(words, trait, high=high)) for trait in assessment.traits for high in (False, True)]
    together = [[end for _, end in some] for some in some_of(ends) if len({trait for trait, _ in some}) == len(some)]
    comparison = content.learning.comparison if content.learning else None
    steps = [words.of(step.name) for step in comparison.journey] if comparison else []
    tools = [words.of(row.name) for row in comparison.tools.rows] if comparison and comparison.tools else []
    bare, marked = partial(listed, words), partial(quoted, words)

    def with_values(phrases: Sequence[str]) -> str:
        return quoted_with_values(words, [(phrase, VALUE) for phrase in phrases])

    def valued(given: Sequence[str]) -> str:
        return listed(words, [words("charts.list.with_value", name=name, value=VALUE) for name in given])

    made = {
        Kind.ROLE: [Value(name) for name in roles],
        Kind.ROLES: [Value(bare(some), (), some, len(some)) for some in some_of(roles)],
        Kind.ROLES_WITH_VALUES: [Value(valued(some), (), some, len(some)) for some in some_of(roles)],
        Kind.TRAIT: [Value(name, (name,)) for name in names],
        Kind.TRAITS: [Value(marked(some), some, (), len(some)) for some in some_of(names)],
        Kind.ENDS: [Value(marked(some), tuple(some), (), len(some)) for some in together],
        Kind.ENDS_WITH_VALUES: [Value(with_values(some), tuple(some), (), len(some)) for some in together],
        Kind.LABEL: [Value(end) for _, end in ends],
        Kind.STEPS: [Value(marked(some), some, (), len(some)) for some in some_of(steps)],
        Kind.TOOLS: [Value(bare(some), (), some, len(some)) for some in some_of(tools)],
    }
    return made.__getitem__


def _some(of: Sequence[T]) -> Iterator[tuple[T, ...]]:
    for many in range(1, MOST + 1):
        yield from combinations(of, many)


def _neighbours(of: Sequence[T]) -> Iterator[tuple[T, ...]]:
    for many in range(1, MOST + 1):
        yield from (tuple(of[at : at + many]) for at in range(len(of) - many + 1))


def speaks_of(content: Content, prefixes: tuple[str, ...]) -> tuple[str, ...]:
    """The keys that begin with one of ``prefixes`` and whose template has a place for a trait, an end or a role."""
    found = []
    for key, text in content.interface.items():
        if key.startswith(prefixes) and not key.startswith(JOINTS):
            spoken = text.in_language(content.language_ids[0])
            places = {name for _, name, _, _ in Formatter().parse(spoken) if name}
            if any(kind_of(key, place) is not None for place in places):
                found.append(key)
    return tuple(found)
