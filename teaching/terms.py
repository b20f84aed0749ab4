"""Finds the glossary's terms in running text: the longest name first, whole words only."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from catalog.lessons.learning import Term
from teaching.search import fold

_KATAKANA = "ァ-ヶー"
_LATIN = "A-Za-z0-9"


class Piece(NamedTuple):
    """A stretch of text; ``term`` is the id of the term that it names, if any."""

    text: str
    term: str | None = None


class TermFinder:
    """Marks the terms that rest on articles: the site's own words are everyday words where a lesson uses them.

    ``everyday``: ids of further terms to leave alone, because their names mean other things too.
    """

    def __init__(self, glossary: Sequence[Term], language: str, everyday: Collection[str] = ()) -> None:
        self._terms: dict[str, str] = {}
        names: set[str] = set()
        for term in glossary:
            if term.facts and term.id not in everyday:
                for name in (term.term.in_language(language), *term.also.get(language, ())):
                    self._terms.setdefault(fold(name), term.id)
                    names.add(name)
        alternatives = "|".join(_bounded(name) for name in sorted(names, key=lambda name: (-len(name), name)))
        self._pattern = re.compile(alternatives, re.IGNORECASE) if names else None

    def pieces(self, text: str, seen: set[str]) -> tuple[Piece, ...]:
        """``text`` cut at its terms. A term in ``seen`` stays plain text; those found are added to it."""
        found: list[Piece] = []
        last = 0
        for match in self._pattern.finditer(text) if self._pattern else ():
            term = self._terms[fold(match[0])]
            if term in seen:
                continue
            seen.add(term)
            if match.start() > last:
                found.append(Piece(text[last : match.start()]))
            found.append(Piece(match[0], term))
            last = match.end()
        if last < len(text):
            found.append(Piece(text[last:]))
        return tuple(found)


def _bounded(name: str) -> str:
    """A pattern for ``name`` where it is no part of a longer word of its own script."""
    before = after = ""
    for script in (_KATAKANA, _LATIN):
        if re.match(f"[{script}]", name):
            before = f"(?<![{script}])"
        if re.search(f"[{script}]$", name):
            after = f"(?![{script}])"
    return before + re.escape(name) + after
