"""Phrases of the file as one index over a text: whichever begin at a place are tried there, the longest wins."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import product
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from adverts.folding import Folded, fold_word
from adverts.sought_text import (
    LETTERS,
    NUMBER,
    NUMBERS,
    PAIRS,
    TIME,
    TIMES,
    Part,
    Phrase,
    SoughtText,
    Tail,
    Words,
    code,
    tail_of,
)
from catalog.content.phrases import GAP, NEAR, NEAR_IN_WORDS, WITHOUT_SPACES, parts

_SIGNS = re.compile(f"([{GAP}{NUMBER}{TIME}])")
_WRITTEN_OUT = 60
"""So many words at most stand for a phrase's beginning, where its first letters are several already."""


class Hit(NamedTuple):
    """Letters from ``begin`` to before ``end`` of a folded text, and whose phrase they are."""

    begin: int
    end: int
    owner: str


_hit: Callable[[tuple[int, int, str]], Hit] = partial(tuple.__new__, Hit)
"""A third of the time that ``Hit(...)`` takes: thousands are made of a long text."""


class _OverGap(NamedTuple):
    """A phrase that goes on within ``near`` letters, behind its part ``following``, a gap.

    begins: what has to stand somewhere in the gap in the text's ``looked_at[by]``; empty where that is not known.
    tail: what stands behind the gap, where that is words alone.
    """

    phrase: Phrase
    following: int
    tail: Tail | None
    near: int
    begins: frozenset[int] | frozenset[str]
    by: int


@dataclass(slots=True)
class _Beginning:
    """A word that phrases begin with, behind ``sign`` if there is one: the owners whose whole phrase it is, and the
    phrases that go on behind it.

    going_on: those that go on at once, with their next part; by one of a text's ``looked_at`` and what stands there.
    """

    sign: str
    whole: dict[int, None] = field(default_factory=dict)
    going_on: dict[int, dict[int | str, list[tuple[Phrase, int]]]] = field(default_factory=dict)
    over_gap: list[_OverGap] = field(default_factory=list)

    def add(self, phrase: Phrase, following: int) -> None:
        """The part ``following`` of ``phrase`` comes next, or the one behind it where that one may be left out."""
        if following == len(phrase.parts):
            self.whole[phrase.owner] = None
            return
        part = phrase.parts[following]
        if part == GAP:
            behind = phrase.parts[following + 1]
            begins, by = _begins_with(behind)
            known = frozenset() if _optional(behind) else begins
            self.over_gap.append(
                _OverGap(phrase, following, tail_of(phrase.parts[following + 1 :]), phrase.near, known, by)
            )
            return
        begins, by = _begins_with(part)
        for one in begins:
            self.going_on.setdefault(by, {}).setdefault(one, []).append((phrase, following))
        if _optional(part):
            self.add(phrase, following + 1)


def _optional(part: Part) -> bool:
    return isinstance(part, Words) and "" in part.words


def _begins_with(part: Part) -> tuple[frozenset[int] | frozenset[str], int]:
    """What ``part`` begins with where it is not left out, and in which of a text's ``looked_at``."""
    if isinstance(part, Words):
        return part.begins, LETTERS if part.alone else PAIRS
    return frozenset(part), NUMBERS if part == NUMBER else TIMES


class _Sought(NamedTuple):
    """Words to be sought all at once, and of each, in their order, what may go on behind it."""

    words: AhoCorasick
    beginnings: Sequence[tuple[_Beginning, ...]]


class PhraseIndex:
    """Phrases of many owners, in families of owners, found in one walk over a text."""

    def __init__(self, spellings: Mapping[str, Sequence[str]]) -> None:
        self._spellings = dict(spellings)
        forms = sorted(map(re.escape, self._spellings), key=len, reverse=True)
        self._form = re.compile(f"({'|'.join(forms)})") if forms else None
        self._owners: list[tuple[str, str]] = []
        self._begun: dict[str, dict[str, _Beginning]] = {}
        """By word, "" where a phrase goes on behind a sign with another sign or a gap; by the sign before it."""
        self._sought: _Sought | None = None
        """None while phrases are added."""

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
        sign = first if isinstance(first, str) else ""
        for word, following in _begins(phrase.parts, 1 if sign else 0):
            # "[average/] handling time" without its first word begins with a space.
            word = word if sign else word.lstrip()
            if word or sign:
                begun = self._begun.setdefault(word, {})
                begun.setdefault(sign, _Beginning(sign)).add(phrase, following)
        self._sought = None

    def make(self) -> _Sought:
        """What is sought, once all phrases are known; takes some 50 ms at the first call, and none later."""
        if self._sought is None:
            words = [word for word in self._begun if word]
            self._sought = _Sought(AhoCorasick(words), [(*self._begun[word].values(),) for word in words])
        return self._sought

    def hits(self, folded: Folded) -> dict[str, list[Hit]]:
        """By family, for each owner the longest of its phrases at each place; those of several owners may overlap."""
        text, owners = SoughtText(folded), len(self._owners)
        longest: dict[int, int] = {}
        """Where the longest phrase ends, by place and owner in one number: so they are sorted by both at once."""
        torn, looked_at, until = text.torn, text.looked_at, text.until
        for beginning, places, at in self._beginnings(text):
            if beginning.whole and not torn[at]:
                for place in places:
                    for owner in beginning.whole:
                        if at > longest.get(key := place * owners + owner, -1):
                            longest[key] = at
            # Most phrases are done with in the next lines: they do not go on as the text does. What is found is noted
            # in three places: a list between would cost a tenth of the time.
            for by, going_on in beginning.going_on.items():
                for phrase, following in going_on.get(looked_at[by][at], ()):
                    end = text.end(at, phrase, following)
                    for place in places:
                        if end > longest.get(key := place * owners + phrase.owner, -1):
                            longest[key] = end
            for phrase, following, tail, near, begins, by in beginning.over_gap:
                last = at + near if at + near < until[at] else until[at]
                if not begins or not begins.isdisjoint(looked_at[by][at : last + 1]):
                    end = text.end_over_gap(at, last, tail) if tail else text.end(at, phrase, following)
                    for place in places:
                        if end > longest.get(key := place * owners + phrase.owner, -1):
                            longest[key] = end
        found: dict[str, list[Hit]] = defaultdict(list)
        for key in sorted(longest):
            place, number = divmod(key, owners)
            family, name = self._owners[number]
            found[family].append(_hit((place, longest[key], name)))
        return found

    def _beginnings(self, text: SoughtText) -> Iterator[tuple[_Beginning, Sequence[int], int]]:
        """What may go on in the text, with the places where it began and the place behind its word."""
        sought, torn, begun_before = self.make(), text.torn, text.begun_before
        for number, start, end in sought.words.find_matches_as_indexes(text.flat, overlapping=True):
            for beginning in sought.beginnings[number]:
                if not beginning.sign:
                    if not torn[start]:
                        yield beginning, (start,), end
                elif places := begun_before[beginning.sign].get(start):
                    yield beginning, places, end
        for sign, beginning in self._begun.get("", {}).items():
            for end, places in begun_before[sign].items():
                yield beginning, places, end


def _words(words: Iterable[str]) -> Words:
    folded = frozenset(fold_word(word) for word in words)
    alone = any(len(word) == 1 for word in folded)
    begins = frozenset(code(word[: 1 if alone else 2]) for word in folded if word)
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
