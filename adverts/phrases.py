"""Phrases of the file as one index over a text: whichever begin at a place are tried there, the longest wins."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from adverts.folding import Folded, fold_word
from adverts.numbers import numbers, times
from catalog.content.phrases import GAP, NEAR, NEAR_IN_WORDS, WITHOUT_SPACES, parts

NUMBER = "#"
"""Stands for a number, or for two with "to" between them."""
TIME = "@"
"""Stands for a time of day."""
_SIGNS = re.compile(f"([{GAP}{NUMBER}{TIME}])")
_BEGINS = re.compile(r"(?<![a-z])[a-z]|(?<![0-9])[0-9]|[^a-z0-9 ]")
"""No word of Latin letters, and no number, is torn."""
_WRITTEN_OUT = 20
"""So many words at most stand for a phrase's beginning, where its first letters are several already."""
_LATIN, _DIGITS = frozenset("abcdefghijklmnopqrstuvwxyz"), frozenset("0123456789")
_STOPS = re.compile(r"[。.!?\n|]")


class Hit(NamedTuple):
    """Letters from ``begin`` to before ``end`` of a folded text, and whose phrase they are."""

    begin: int
    end: int
    owner: str


class _Words(NamedTuple):
    """One part of a phrase: any of ``words``, whose lengths are ``lengths``, the longest first.

    begins: the first letters of them all; None where one of them is "".
    """

    words: frozenset[str]
    lengths: tuple[int, ...]
    begins: frozenset[str] | None


_Part = _Words | str
"""Words, or one of the signs."""
_Owner = tuple[str, str]
"""A family, and the owner's id in it."""


class _Phrase(NamedTuple):
    owner: _Owner
    parts: tuple[_Part, ...]
    near: int


class _Node:
    """What may follow some letters; the owners whose whole phrase they are, and the phrases that go on behind them."""

    __slots__ = ("begun", "following", "whole")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.whole: dict[_Owner, None] = {}
        self.begun: list[tuple[_Phrase, int]] = []

    def add(self, word: str, phrase: _Phrase, following: int) -> None:
        """``phrase`` begins with ``word``; its part ``following`` comes next."""
        node = self
        for letter in word:
            node = node.following.setdefault(letter, _Node())
        if following == len(phrase.parts):
            node.whole[phrase.owner] = None
        else:
            node.begun.append((phrase, following))

    def look(self, text: _Text, place: int, longest: dict[_Owner, int]) -> None:
        """Notes in ``longest`` where the phrases end that stand at ``place``."""
        node: _Node | None = self
        flat = text.flat
        while node is not None:
            if node.whole and not text.torn(place):
                for owner in node.whole:
                    if place > longest.get(owner, -1):
                        longest[owner] = place
            for phrase, following in node.begun:
                end = text.end(place, phrase, following)
                if end > longest.get(phrase.owner, -1):
                    longest[phrase.owner] = end
            if place == text.length:
                return
            node = node.following.get(flat[place])
            place += 1


class PhraseIndex:
    """Phrases of many owners, in families of owners, found in one walk over a text."""

    def __init__(self, spellings: Mapping[str, Sequence[str]]) -> None:
        self._spellings = dict(spellings)
        forms = sorted(map(re.escape, self._spellings), key=len, reverse=True)
        self._form = re.compile(f"({'|'.join(forms)})") if forms else None
        self._plain, self._after_number, self._after_time = _Node(), _Node(), _Node()

    def add(self, family: str, owner: str, phrases: Mapping[str, Iterable[str]]) -> None:
        for language, said in phrases.items():
            near = NEAR if language.split("-")[0] in WITHOUT_SPACES else NEAR_IN_WORDS
            for phrase in said:
                for written in self._alternatives(phrase):
                    self._add_one(_Phrase((family, owner), written, near))

    def _alternatives(self, phrase: str) -> Iterator[tuple[_Part, ...]]:
        """``phrase`` in its parts; once for each way to choose where a choice holds a sign itself."""
        choices: list[list[tuple[_Part, ...]]] = []
        for part in parts(phrase):
            spelt = self._spelt(part)
            signed = [word for word in spelt if _SIGNS.search(word)]
            plain = [word for word in spelt if not _SIGNS.search(word)]
            choices.append([(_words(plain),)] if plain else [])
            choices[-1] += [tuple(_pieces(word)) for word in signed]
        for chosen in product(*choices):
            yield tuple(piece for choice in chosen for piece in choice)

    def _spelt(self, part: tuple[str, ...]) -> list[str]:
        """The words of a choice, each in every spelling that the file knows of it."""
        if self._form is None:
            return list(part)
        spelt = []
        for word in part:
            choices = [self._spellings.get(piece, (piece,)) for piece in self._form.split(word)]
            spelt += ["".join(one) for one in product(*choices)]
        return spelt

    def _add_one(self, phrase: _Phrase) -> None:
        first = phrase.parts[0]
        if isinstance(first, str):
            starts = self._after_number if first == NUMBER else self._after_time
            for word, following in _begins(phrase.parts, 1):
                starts.add(word, phrase, following)
        else:
            for word, following in _begins(phrase.parts, 0):
                self._plain.add(word, phrase, following)

    def hits(self, folded: Folded) -> dict[str, list[Hit]]:
        """By family, for each owner the longest of its phrases at each place; those of several owners may overlap."""
        text = _Text(folded)
        flat, numerals, clock, plain = text.flat, text.numbers, text.times, self._plain
        found: dict[str, list[Hit]] = defaultdict(list)
        for begun in _BEGINS.finditer(flat):
            place, letter = begun.start(), begun[0]
            longest: dict[_Owner, int] = {}
            if letter in plain.following:
                plain.following[letter].look(text, place + 1, longest)
            for end in numerals.get(place, ()):
                self._after_number.look(text, end, longest)
            for end in clock.get(place, ()):
                self._after_time.look(text, end, longest)
            if longest:
                for (family, owner), end in longest.items():
                    found[family].append(Hit(place, end, owner))
        return found


class _Text:
    """A folded text while phrases are tried on it."""

    def __init__(self, folded: Folded) -> None:
        self.flat = folded.letters.replace("\n", " ")
        self.length = len(self.flat)
        self.numbers, self.times = numbers(folded.letters), times(folded.letters)
        self._stops = sorted({*(one.start() for one in _STOPS.finditer(folded.letters)), *folded.breaks})

    def torn(self, place: int) -> bool:
        """Whether a word of Latin letters or a number goes on over ``place``."""
        if not 0 < place < self.length:
            return False
        before, after = self.flat[place - 1], self.flat[place]
        return (before in _LATIN and after in _LATIN) or (before in _DIGITS and after in _DIGITS)

    def end(self, at: int, phrase: _Phrase, following: int) -> int:
        """Where the rest of the phrase ends, -1 where it does not stand there."""
        if following == len(phrase.parts):
            return -1 if self.torn(at) else at
        part = phrase.parts[following]
        if isinstance(part, _Words):
            flat, words = self.flat, part.words
            for length in part.lengths:
                further = at + length
                if (
                    flat[at:further] in words
                    and further <= self.length
                    and (end := self.end(further, phrase, following + 1)) >= 0
                ):
                    return end
            return -1
        if part == GAP:
            return -1 if self.torn(at) else self._over_gap(at, phrase, following + 1)
        for end in (self.numbers if part == NUMBER else self.times).get(at, ()):
            if (further := self.end(end, phrase, following + 1)) >= 0:
                return further
        return -1

    def _over_gap(self, at: int, phrase: _Phrase, following: int) -> int:
        stop = bisect_left(self._stops, at)
        last = min(at + phrase.near, self._stops[stop] if stop < len(self._stops) else self.length)
        part = phrase.parts[following]
        begins = part.begins if isinstance(part, _Words) else None
        for place, letter in enumerate(self.flat[at : last + 1], at):
            if begins is not None and letter not in begins:
                continue
            if (end := self.end(place, phrase, following)) >= 0 and not self.torn(place):
                return end
        return -1


def _words(words: Iterable[str]) -> _Words:
    folded = frozenset(fold_word(word) for word in words)
    begins = None if "" in folded else frozenset(word[0] for word in folded)
    return _Words(folded, tuple(sorted({len(word) for word in folded}, reverse=True)), begins)


def _pieces(word: str) -> Iterator[_Part]:
    for piece in _SIGNS.split(word):
        if piece in (GAP, NUMBER, TIME):
            yield piece
        elif piece:
            yield _words([piece])


def _begins(of: tuple[_Part, ...], at: int) -> Iterator[tuple[str, int]]:
    """What a phrase can begin with from part ``at`` on, and the part that follows.

    As many parts are written out as make a manageable number of words: the longer a word that is looked up, the less
    often something is tried in vain.
    """
    begun = [""]
    while at < len(of):
        part = of[at]
        if not isinstance(part, _Words):
            break
        if len(begun) * len(part.words) > _WRITTEN_OUT and all(len(word) > 1 for word in begun):
            break
        begun = [one + word for one in begun for word in part.words]
        at += 1
    for word in begun:
        yield word, at
