"""What a careful author looks at once more in the questions of an assessment, one language at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from catalog.hints.signs import Signs, signs
from catalog.questionnaire.assessment import Assessment, Item, Task, Trait
from catalog.reading.text import Text

Kind = Literal["double", "negation", "double_negation", "long", "jargon", "ability"]
TraitKind = Literal["same_ending", "negated_side", "pole"]
FEWEST = 3
"""So many questions of a trait must end alike before that is said."""
_END = ' 　。.!?！？」』”"'


@dataclass(frozen=True, slots=True)
class Hint:
    """``found``: the words by which it is given; for ``long`` how many characters the text has."""

    kind: Kind
    language: str
    found: str


@dataclass(frozen=True, slots=True)
class TraitHint:
    """same_ending: all its questions end in ``found``. negated_side: those of the key ``found`` all deny, no others do.
    pole: what is said of the end ``found`` (low or high) only denies.
    """

    kind: TraitKind
    language: str
    found: str


def hints_on(question: Item | Task) -> tuple[Hint, ...]:
    """In every language known here. A task is an action and may name two: of it only length and jargon count."""
    return tuple(
        hint
        for language, text in _spoken(question.text)
        for hint in _of_text(text, language, signs()[language], whole=isinstance(question, Item))
    )


def hinted(assessment: Assessment) -> int:
    """How many questions, tasks and traits have a hint."""
    asked: tuple[Item | Task, ...] = (*assessment.items, *assessment.tasks)
    of_traits = (hints_on_trait(assessment, trait) for trait in assessment.traits)
    return sum(bool(found) for found in (*map(hints_on, asked), *of_traits))


def hints_on_trait(assessment: Assessment, trait: Trait) -> tuple[TraitHint, ...]:
    items = [item for item in assessment.items if item.trait == trait.id]
    found: list[TraitHint] = []
    for language in assessment.languages:
        if language in signs():
            found += _on_endings(items, language, signs()[language])
            found += _on_poles(trait, language, signs()[language])
    return tuple(found)


def _spoken(text: Text) -> Iterator[tuple[str, str]]:
    return ((language, text.in_language(language)) for language in text.languages if language in signs())


def _of_text(text: str, language: str, known: Signs, *, whole: bool) -> Iterator[Hint]:
    if len(text) > known.longest:
        yield Hint("long", language, str(len(text)))
    if jargon := known.jargon.search(text):
        yield Hint("jargon", language, jargon[0])
    if not whole:
        return
    if double := known.double.search(text):
        yield Hint("double", language, double[0].strip())
    denied = [match[0] for match in known.denies.finditer(text)]
    if len(denied) > 1:
        yield Hint("double_negation", language, " … ".join(denied))
    elif negation := known.negation.search(text):
        yield Hint("negation", language, negation[0].strip(_END))
    if ability := known.ability.search(text):
        yield Hint("ability", language, ability[0].strip(_END))


def _on_endings(items: Sequence[Item], language: str, known: Signs) -> Iterator[TraitHint]:
    texts = {item.id: item.text.in_language(language) for item in items if language in item.text.languages}
    endings = {text.rstrip(_END)[-known.ending :] for text in texts.values()}
    if len(texts) >= FEWEST and len(endings) == 1:
        yield TraitHint("same_ending", language, endings.pop())
    denies = {item.id: bool(known.negation.search(texts[item.id])) for item in items if item.id in texts}
    for side in ("+", "-"):
        here = [denies[item.id] for item in items if item.id in denies and item.keyed == side]
        others = [denies[item.id] for item in items if item.id in denies and item.keyed != side]
        if len(here) > 1 and all(here) and others and not any(others):
            yield TraitHint("negated_side", language, side)


def _on_poles(trait: Trait, language: str, known: Signs) -> Iterator[TraitHint]:
    for end, text in (("low", trait.low), ("high", trait.high)):
        if language in text.languages and known.negation.search(text.in_language(language)):
            yield TraitHint("pole", language, end)
