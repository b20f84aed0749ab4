"""Phrases of the file as one index over a text: whichever begin at a place are tried there, the longest wins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, count, product
from typing import NamedTuple

from adverts.folding import Folded, fold_word
from adverts.sought_text import LETTERS, NUMBER, NUMBERS, PAIRS, TIME, TIMES, Part, Phrase, SoughtText, Words
from catalog.content.phrases import GAP, NEAR, NEAR_IN_WORDS, WITHOUT_SPACES, parts

_SIGNS = re.compile(f"([{GAP}{NUMBER}{TIME}])")
_WRITTEN_OUT = 20
"""So many words at most stand for a phrase's beginning, where its first letters are several already."""


class Hit(NamedTuple):
    """Letters from ``begin`` to before ``end`` of a folded text, and whose phrase they are."""

    begin: int
    end: int
    owner: str


class _Begun(NamedTuple):
    """A phrase whose part ``following`` comes next.

    begins: what has to stand there in the text's ``looked_at[by]``, or somewhere in the gap; empty where that is not
    known.
    """

    phrase: Phrase
    following: int
    begins: frozenset[str]
    by: int


class _Node:
    """What may follow some letters; the owners whose whole phrase they are, and the phrases that go on behind them, at
    once or over a gap. on_the_way: there are none of these.
    """

    __slots__ = ("following", "going_on", "on_the_way", "over_gap", "whole")

    def __init__(self) -> None:
        self.on_the_way = True
        self.following: dict[str, _Node] = {}
        self.whole: dict[int, None] = {}
        self.going_on: list[_Begun] = []
        self.over_gap: list[_Begun] = []

    def add(self, word: str, phrase: Phrase, following: int) -> None:
        """``phrase`` begins with ``word``; its part ``following`` comes next."""
        node = self
        for letter in word:
            node = node.following.setdefault(letter, _Node())
        node.on_the_way = False
        if following == len(phrase.parts):
            node.whole[phrase.owner] = None
        elif phrase.parts[following] == GAP:
            node.over_gap.append(_begun(phrase, following, phrase.parts[following + 1]))
        else:
            node.going_on.append(_begun(phrase, following, phrase.parts[following]))

    def look(self, text: SoughtText, place: int, longest: dict[int, int]) -> None:
        """Notes in ``longest`` where the phrases end that stand at ``place``."""
        node: _Node | None = self
        looked_at, torn = text.looked_at, text.torn
        letters = looked_at[LETTERS]
        while True:
            while node is not None and node.on_the_way:
                node = node.following.get(letters[place])
                place += 1
            if node is None:
                return
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
            # Behind the last letter stands one with which nothing goes on.
            node = node.following.get(letters[place])
            place += 1


def _begun(phrase: Phrase, following: int, part: Part) -> _Begun:
    if isinstance(part, Words):
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
                    self._add_one(Phrase(number, written, near))

    def _alternatives(self, phrase: str) -> Iterator[tuple[Part, ...]]:
        """``phrase`` in its parts; once for each way to choose where a choice holds a sign itself."""
        choices: list[list[tuple[Part, ...]]] = []
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

    def _add_one(self, phrase: Phrase) -> None:
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
        text = SoughtText(folded)
        flat, pairs, numerals, clock = text.flat, text.pairs, text.numbers, text.times
        by_one, by_two = self._by_one, self._by_two
        found: dict[str, list[Hit]] = defaultdict(list)
        begun = {
            *compress(count(), map(by_two.__contains__, pairs)),
            *compress(count(), map(by_one.__contains__, flat)),
        }
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


def _words(words: Iterable[str]) -> Words:
    folded = frozenset(fold_word(word) for word in words)
    alone = any(len(word) == 1 for word in folded)
    begins = frozenset() if "" in folded else frozenset(word[: 1 if alone else 2] for word in folded)
    return Words(folded, tuple(sorted({len(word) for word in folded}, reverse=True)), begins, alone)


def _pieces(word: str) -> Iterator[Part]:
    for piece in _SIGNS.split(word):
        if piece in (GAP, NUMBER, TIME):
            yield piece
        elif piece:
            yield _words([piece])


def _begins(of: tuple[Part, ...], at: int) -> Iterator[tuple[str, int]]:
    """What a phrase can begin with from part ``at`` on, and the part that follows.

    As many parts are written out as make a manageable number of words: the longer a word that is looked up, the less
    often something is tried in vain.
    """
    begun = [""]
    while at < len(of):
        part = of[at]
        if not isinstance(part, Words):
            break
        if len(begun) * len(part.words) > _WRITTEN_OUT and all(len(word) > 1 for word in begun):
            break
        begun = [one + word for one in begun for word in part.words]
        at += 1
    for word in begun:
        yield word, at
