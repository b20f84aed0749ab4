"""Putting names into a sentence.

Roles and articles are names and stand as they are. What names a trait or one of its ends is a phrase: it stands in
quotation marks, so that a reader sees where one ends and the next begins.
"""

from __future__ import annotations

from collections.abc import Sequence

from catalog.content.words import Words
from catalog.questionnaire.assessment import Trait


def listed(words: Words, names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C`` in the reader's language. Raises ValueError for no names."""
    if not names:
        raise ValueError("a list in a sentence needs at least one name")
    if len(names) == 2:
        return words("charts.list.two", left=names[0], right=names[1])
    return _joined_up(words, names, "next", "last")


def quoted(words: Words, phrases: Sequence[str]) -> str:
    """The phrases in quotation marks, as the language lists them: ``“A”, “B” and “C”``. Raises ValueError for none."""
    if not phrases:
        raise ValueError("a list in a sentence needs at least one phrase")
    marked = [words("charts.list.quoted", phrase=phrase) for phrase in phrases]
    return _joined_up(words, marked, "quoted_next", "quoted_last")


def quoted_with_values(words: Words, phrases: Sequence[tuple[str, str]]) -> str:
    """As ``quoted``, each phrase with what it counts: ``“A” (+2.1) and “B” (+0.4)``. Raises ValueError for none."""
    if not phrases:
        raise ValueError("a list in a sentence needs at least one phrase")
    marked = [words("charts.list.quoted_value", phrase=phrase, value=value) for phrase, value in phrases]
    return _joined_up(words, marked, "quoted_next", "quoted_last")


def end_of(words: Words, trait: Trait, *, high: bool) -> str:
    """The words of one end of a trait: what somebody there would like, or what a role asks for."""
    return words.of(trait.high if high else trait.low)


def joined(words: Words, sentences: Sequence[str]) -> str:
    """Sentences, one after the other, spaced as the language does."""
    text = ""
    for sentence in sentences:
        text = words("charts.list.sentences", left=text, right=sentence) if text else sentence
    return text


def _joined_up(words: Words, parts: Sequence[str], between: str, before_last: str) -> str:
    text = parts[0]
    for at, part in enumerate(parts[1:], start=2):
        text = words(f"charts.list.{before_last if at == len(parts) else between}", left=text, right=part)
    return text
