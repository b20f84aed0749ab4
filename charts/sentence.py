"""Putting names into a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from catalog.content.words import Words


def listed(words: Words, names: Sequence[str]) -> str:
    """``A``, ``A and B``, ``A, B and C`` in the reader's language. Raises ValueError for no names."""
    if not names:
        raise ValueError("a list in a sentence needs at least one name")
    if len(names) == 2:
        return words("charts.list.two", left=names[0], right=names[1])
    text = names[0]
    for at, name in enumerate(names[1:], start=2):
        text = words("charts.list.last" if at == len(names) else "charts.list.next", left=text, right=name)
    return text


def joined(words: Words, sentences: Sequence[str]) -> str:
    """Sentences, one after the other, spaced as the language does."""
    text = ""
    for sentence in sentences:
        text = words("charts.list.sentences", left=text, right=sentence) if text else sentence
    return text
