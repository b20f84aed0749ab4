"""What phrases are made of: words, gaps, and signs for numbers and times of day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from adverts.folding import fold_word
from adverts.words.letters import code
from catalog.content.phrases import GAP, parts

NUMBER = "#"
"""Stands for a number, or for two with "to" between them."""
TIME = "@"
"""Stands for a time of day."""
_SIGNS = re.compile(f"([{GAP}{NUMBER}{TIME}])")


class Words(NamedTuple):
    """One part of a phrase: any of ``words``, none of which is "", whose lengths are ``lengths``, the longest first.

    begins: ``code`` of the first two letters of each, or of the first one alone where a word has no second.
    """

    words: frozenset[str]
    lengths: tuple[int, ...]
    begins: frozenset[int]
    alone: bool


Part = Words | str
"""Words, GAP, or one of the signs."""


class Phrase(NamedTuple):
    """``owner``: its number in the index."""

    owner: int
    parts: tuple[Part, ...]
    near: int


class Spellings:
    """Words that the file knows in several spellings, by the one that its phrases use."""

    def __init__(self, spellings: Mapping[str, Sequence[str]]) -> None:
        self._spellings = dict(spellings)
        forms = sorted(map(re.escape, self._spellings), key=len, reverse=True)
        self._form = re.compile(f"({'|'.join(forms)})") if forms else None

    def of(self, word: str) -> Iterator[str]:
        """``word`` in each of them."""
        pieces = self._form.split(word) if self._form else [word]
        for one in product(*(self._spellings.get(piece, (piece,)) for piece in pieces)):
            yield "".join(one)


def alternatives(phrase: str, spellings: Spellings) -> Iterator[tuple[Part, ...]]:
    """``phrase`` in its parts; once for each way to choose where a choice holds a sign itself, or nothing."""
    choices: list[list[tuple[Part, ...]]] = []
    for part in parts(phrase):
        spelt = [one for word in part for one in spellings.of(word)]
        plain = [word for word in spelt if word and not _SIGNS.search(word)]
        choices.append([(_words(plain),)] if plain else [])
        choices[-1] += [tuple(_pieces(word)) for word in spelt if not word or _SIGNS.search(word)]
    for chosen in product(*choices):
        if tidy := _tidy(piece for choice in chosen for piece in choice):
            yield tuple(tidy)


def _tidy(pieces: Iterable[Part]) -> list[Part]:
    """Without gaps that nothing stands before or behind, as where a choice of nothing was chosen: "[average/]…time"."""
    tidy: list[Part] = []
    for piece in pieces:
        if piece != GAP or (tidy and tidy[-1] != GAP):
            tidy.append(piece)
    return tidy[:-1] if tidy and tidy[-1] == GAP else tidy


def _words(words: Iterable[str]) -> Words:
    folded = frozenset(fold_word(word) for word in words)
    alone = any(len(word) == 1 for word in folded)
    begins = frozenset(code(word[: 1 if alone else 2]) for word in folded)
    return Words(folded, tuple(sorted({len(word) for word in folded}, reverse=True)), begins, alone)


def _pieces(word: str) -> Iterator[Part]:
    for piece in _SIGNS.split(word):
        if piece in (GAP, NUMBER, TIME):
            yield piece
        elif piece:
            yield _words([piece])
