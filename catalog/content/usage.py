"""The term list of ``content/usage.yaml``: one name for one thing, and the forms that give way to it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import PurePath
from typing import Annotated

from pydantic import Field

from catalog.reading.ids import Shape
from catalog.reading.text import Language, Sentence, Text

Forms = tuple[Sentence, ...]


class Usage(Shape):
    """``avoid``: what is not to stand in a text of ``language``; ``use``: what stands there instead.

    ``allowed``: longer words in which an avoided form is right. ``free_in``: files, or patterns of files, in which it
    may stand. ``note``: why, or when which of several.
    """

    use: Sentence
    language: Language
    avoid: Annotated[Forms, Field(min_length=1)]
    allowed: Forms = ()
    free_in: Forms = ()
    note: Text | None = None

    def holds_in(self, file: str) -> bool:
        """Whether the rule holds for the texts of ``file``, a path with ``/``."""
        return not self.free_in or not _is_free(file, self.free_in)

    def found(self, text: str) -> Iterator[tuple[int, str]]:
        """Each avoided form in ``text`` with its place, the first first; not within a longer word that is allowed."""
        right: list[tuple[int, int]] | None = None
        for match in _any_of(self.avoid).finditer(text):
            begin, end = match.span()
            if right is None:
                right = [match.span() for longer in self.allowed for match in re.finditer(re.escape(longer), text)]
            if not any(low <= begin and end <= high for low, high in right):
                yield begin, match[0]


def misused(text: str, language: str, file: str, terms: Iterable[Usage]) -> list[tuple[int, str, Usage]]:
    """What ``terms`` would have otherwise in ``text``: place, form and term, by place."""
    speaking = (term for term in terms if term.language == language and term.holds_in(file))
    found = [(place, form, term) for term in speaking for place, form in term.found(text)]
    return sorted(found, key=lambda one: (one[0], one[1]))


@lru_cache(maxsize=4096)
def _is_free(file: str, patterns: Forms) -> bool:
    return any(PurePath(file).match(pattern) for pattern in patterns)


@cache
def _any_of(forms: Forms) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, forms)))


def _pattern(form: str) -> str:
    """A form of Latin letters is a word of its own: CS does not stand in CSV."""
    before = r"(?<![A-Za-z0-9])" if form[0].isascii() and form[0].isalnum() else ""
    after = r"(?![A-Za-z0-9])" if form[-1].isascii() and form[-1].isalnum() else ""
    return f"{before}{re.escape(form)}{after}"
