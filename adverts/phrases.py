"""Phrases of the file as one index over a text: whichever begin at a place are tried there, the longest wins."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from operator import add
from typing import NamedTuple

from adverts.folding import Folded, fold_word
from adverts.numbers import numbers, times
from catalog.content.phrases import GAP, NEAR, NEAR_IN_WORDS, WITHOUT_SPACES, parts

NUMBER = "#"
"""Stands for a number, or for two with "to" between them."""
TIME = "@"
"""Stands for a time of day."""
LETTERS, PAIRS, NUMBERS, TIMES = range(4)
"""What is looked at before a phrase is tried."""
_SIGNS = re.compile(f"([{GAP}{NUMBER}{TIME}])")
_WRITTEN_OUT = 20
"""So many words at most stand for a phrase's beginning, where its first letters are several already."""
_WITHIN = re.compile(r"(?<=[a-z])(?=[a-z])|(?<=[0-9])(?=[0-9])")
"""No word of Latin letters, and no number, is torn."""
_END = "\0"
"""Behind a text's last letter."""
_STOPS = re.compile(r"[。.!?\n|]")


class Hit(NamedTuple):
    """Letters from ``begin`` to before ``end`` of a folded text, and whose phrase they are."""

    begin: int
    end: int
    owner: str


class _Words(NamedTuple):
    """One part of a phrase: any of ``words``, whose lengths are ``lengths``, the longest first.

    begins: the first two letters of each, or the first one alone where a word has no second; empty where one is "".
    """

    words: frozenset[str]
    lengths: tuple[int, ...]
    begins: frozenset[str]
    alone: bool


_Part = _Words | str
"""Words, or one of the signs."""


class _Phrase(NamedTuple):
    """``owner``: its number in the index."""

    owner: int
    parts: tuple[_Part, ...]
    near: int


class _Begun(NamedTuple):
    """A phrase whose part ``following`` comes next.

    begins: what has to stand there in the text's ``looked_at[by]``, or somewhere in the gap; empty where that is not
    known.
    """

    phrase: _Phrase
    following: int
    begins: frozenset[str]
    by: int


class _Node:
    """What may follow some letters; the owners whose whole phrase they are, and the phrases that go on behind them, at
    once or over a gap.
    """

    __slots__ = ("following", "going_on", "over_gap", "whole")

    def __init__(self) -> None:
        self.following: dict[str, _Node] = {}
        self.whole: dict[int, None] = {}
        self.going_on: list[_Begun] = []
        self.over_gap: list[_Begun] = []

    def add(self, word: str, phrase: _Phrase, following: int) -> None:
        """``phrase`` begins with ``word``; its part ``following`` comes next."""
        node = self
        for letter in word:
            node = node.following.setdefault(letter, _Node())
        if following == len(phrase.parts):
            node.whole[phrase.owner] = None
        elif phrase.parts[following] == GAP:
            node.over_gap.append(_begun(phrase, following, phrase.parts[following + 1]))
        else:
            node.going_on.append(_begun(phrase, following, phrase.parts[following]))

    def look(self, text: _Text, place: int, longest: dict[int, int]) -> None:
        """Notes in ``longest`` where the phrases end that stand at ``place``."""
        node: _Node | None = self
        flat, looked_at, torn = text.flat, text.looked_at, text.torn
        while node is not None:
            if node.whole and place not in torn:
                for owner in node.whole:
                    if place > longest.get(owner, -1):
                        longest[owner] = place
            # Most phrases are done with in the next lines: they do not go on as the text does.
            for phrase, following, begins, by in node.going_on:
                if not begins or looked_at[by][place] in begins:
                    end = text.end(place, phrase, following)
                    if end > longest.get(phrase.owner, -1):
                        longest[phrase.owner] = end
            for phrase, following, begins, by in node.over_gap:
                last = min(place + phrase.near, text.until[place]) + 1
                if not begins or not begins.isdisjoint(looked_at[by][place:last]):
                    end = text.end(place, phrase, following)
                    if end > longest.get(phrase.owner, -1):
                        longest[phrase.owner] = end
            if place == text.length:
                return
            node = node.following.get(flat[place])
            place += 1


def _begun(phrase: _Phrase, following: int, part: _Part) -> _Begun:
    if isinstance(part, _Words):
        return _Begun(phrase, following, part.begins, LETTERS if part.alone else PAIRS)
    return _Begun(phrase, following, frozenset(part), NUMBERS if part == NUMBER else TIMES)


class PhraseIndex:
    """Phrases of many owners, in families of owners, found in one walk over a text."""

    def __init__(self, spellings: Mapping[str, Sequence[str]]) -> None:
        self._spellings = dict(spellings)
        forms = sorted(map(re.escape, self._spellings), key=len, reverse=True)
        self._form = re.compile(f"({'|'.join(forms)})") if forms else None
        self._owners: list[tuple[str, str]] = []
        self._by_two: dict[str, _Node] = {}
        """By its first two letters, what begins so."""
        self._by_one: dict[str, _Node] = {}
        """By its only letter, what begins with a word of one."""
        self._after_number, self._after_time = _Node(), _Node()

    def add(self, family: str, owner: str, phrases: Mapping[str, Iterable[str]]) -> None:
        number = len(self._owners)
        self._owners.append((family, owner))
        for language, said in phrases.items():
            near = NEAR if language.split("-")[0] in WITHOUT_SPACES else NEAR_IN_WORDS
            for phrase in said:
                for written in self._alternatives(phrase):
                    self._add_one(_Phrase(number, written, near))

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
                # "[average/] handling time" without its first word begins with a space.
                if not (word := word.lstrip()):
                    continue
                known = self._by_two if len(word) > 1 else self._by_one
                known.setdefault(word[:2], _Node()).add(word[2:], phrase, following)

    def hits(self, folded: Folded) -> dict[str, list[Hit]]:
        """By family, for each owner the longest of its phrases at each place; those of several owners may overlap."""
        text = _Text(folded)
        flat, pairs, numerals, clock = text.flat, text.pairs, text.numbers, text.times
        by_one, by_two = self._by_one, self._by_two
        found: dict[str, list[Hit]] = defaultdict(list)
        begun = {at for at, (one, two) in enumerate(zip(flat, pairs, strict=False)) if two in by_two or one in by_one}
        for place in sorted({*begun, *numerals, *clock} - text.torn):
            longest: dict[int, int] = {}
            if (node := by_two.get(pairs[place])) is not None:
                node.look(text, place + 2, longest)
            if (node := by_one.get(flat[place])) is not None:
                node.look(text, place + 1, longest)
            for end in numerals.get(place, ()):
                self._after_number.look(text, end, longest)
            for end in clock.get(place, ()):
                self._after_time.look(text, end, longest)
            for number, end in sorted(longest.items()) if len(longest) > 1 else longest.items():
                family, owner = self._owners[number]
                found[family].append(Hit(place, end, owner))
        return found


class _Text:
    """A folded text while phrases are tried on it.

    pairs: each letter with the one behind it. torn: the places over which a word of Latin letters or a number goes on.
    until: for each place the next one over which no gap reaches.
    looked_at: for each place its letter, its pair, and the sign of a number or a time of day that begins there.
    """

    def __init__(self, folded: Folded) -> None:
        self.flat = folded.letters.replace("\n", " ")
        self.length = len(self.flat)
        self.pairs = [*map(add, self.flat, self.flat[1:]), *self.flat[-1:]]
        self.numbers, self.times = numbers(folded.letters), times(folded.letters)
        self.torn = {one.start() for one in _WITHIN.finditer(self.flat)}
        self._numerals = sorted(self.numbers)
        self.looked_at: tuple[Sequence[str], ...] = (
            f"{self.flat}{_END}",
            [*self.pairs, _END],
            _signed(self.numbers, NUMBER, self.length),
            _signed(self.times, TIME, self.length),
        )
        self.until: list[int] = []
        stops = {*(one.start() for one in _STOPS.finditer(folded.letters)), *folded.breaks, self.length}
        for stop in sorted(stops):
            self.until += [stop] * (stop + 1 - len(self.until))

    def end(self, at: int, phrase: _Phrase, following: int) -> int:
        """Where the rest of the phrase ends, -1 where it does not stand there."""
        if following == len(phrase.parts):
            return -1 if at in self.torn else at
        part = phrase.parts[following]
        if isinstance(part, _Words):
            flat, words, last = self.flat, part.words, following + 1 == len(phrase.parts)
            for length in part.lengths:
                further = at + length
                if flat[at:further] not in words or further > self.length:
                    continue
                if last:
                    if further not in self.torn:
                        return further
                elif (end := self.end(further, phrase, following + 1)) >= 0:
                    return end
            return -1
        if part == GAP:
            return -1 if at in self.torn else self._over_gap(at, phrase, following + 1)
        for end in (self.numbers if part == NUMBER else self.times).get(at, ()):
            if (further := self.end(end, phrase, following + 1)) >= 0:
                return further
        return -1

    def _over_gap(self, at: int, phrase: _Phrase, following: int) -> int:
        last = min(at + phrase.near, self.until[at])
        for place in self._places(phrase.parts[following], at, last):
            if (end := self.end(place, phrase, following)) >= 0 and place not in self.torn:
                return end
        return -1

    def _places(self, part: _Part, at: int, last: int) -> Iterable[int]:
        """From ``at`` to ``last``, where ``part`` may begin."""
        if part == NUMBER:
            return self._numerals[bisect_left(self._numerals, at) : bisect_right(self._numerals, last)]
        if not isinstance(part, _Words) or not part.begins:
            return range(at, last + 1)
        letters = (self.flat if part.alone else self.pairs)[at : last + 1]
        return [place for place, one in enumerate(letters, at) if one in part.begins]


def _signed(places: Iterable[int], sign: str, length: int) -> str:
    """``sign`` at each of the places, and nothing that means something elsewhere."""
    signed = bytearray(length + 1)
    for place in places:
        signed[place] = ord(sign)
    return signed.decode("ascii")


def _words(words: Iterable[str]) -> _Words:
    folded = frozenset(fold_word(word) for word in words)
    alone = any(len(word) == 1 for word in folded)
    begins = frozenset() if "" in folded else frozenset(word[: 1 if alone else 2] for word in folded)
    return _Words(folded, tuple(sorted({len(word) for word in folded}, reverse=True)), begins, alone)


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
