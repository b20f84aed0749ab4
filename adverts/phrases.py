"""Phrases of the file as one index over a text: whichever begin at a place are tried there, the longest wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

import regex

from adverts.folding import Folded, fold_word
from catalog.content.phrases import GAP, NEAR, NEAR_IN_WORDS, WITHOUT_SPACES, parts

NUMBER = "#"
"""Stands for a number, or for two with "to" between them."""
TIME = "@"
"""Stands for a time of day."""
_TIME = r"(?<![0-9])[0-9]{1,2}(?:\s?[ap]\.?m\b|[:.][0-9]{2}(?:\s?[ap]m)?|時(?!間)(?:半|[0-9]{1,2}分?)?)"
_WORDS_OF_NUMBER = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen"
).split()
_DIGITS = r"[0-9][0-9,.:]*"
_UNIT = r"(?:\s?(?:万|千|億|k\b|m\b))*[0-9]*"
_NUMERAL = rf"(?:約|[$£€¥]\s?)?(?:{_DIGITS}{_UNIT}|[〇一二三四五六七八九十百数]+[0-9]*)"
_TO = r"\s?(?:-|から|to|and|or|・)\s?"
_NUMBER_JA = rf"(?<![0-9]){_NUMERAL}(?:{_TO}{_NUMERAL})?"
_NAMED = "|".join(_WORDS_OF_NUMBER)
_NUMBER_WORDS = rf"(?<![a-z])(?:{_NAMED})(?:[- ](?:{_NAMED}))*(?![a-z])"
_NUMBER_ANY = rf"(?:{_NUMBER_JA}|{_NUMBER_WORDS}(?:\s(?:to|or)\s{_NUMBER_WORDS})?)"
_NUMBER_BEGINS = (*"0123456789〇一二三四五六七八九十百数約$£€¥", *(word[:2] for word in _WORDS_OF_NUMBER))
_EDGE = r"(?:(?<![a-z0-9])|(?![a-z0-9]))"
"""No word of Latin letters is torn."""
_STOPS = "。.!?\n|"


class Hit(NamedTuple):
    """Letters from ``begin`` to before ``end`` of a folded text, and whose phrase they are."""

    begin: int
    end: int
    owner: str


class _Phrase:
    __slots__ = ("_compiled", "_written", "gap", "owner")

    def __init__(self, written: str, gap: bool, owner: str) -> None:
        self._written, self.gap, self.owner = written, gap, owner
        self._compiled: regex.Pattern[str] | None = None

    def end_at(self, text: str, place: int) -> int | None:
        # Most phrases stand in no text that is read, so that none is compiled before its first letters are seen.
        if self._compiled is None:
            self._compiled = regex.compile(self._written)
        found = self._compiled.match(text, place)
        return found.end() if found else None


class PhraseIndex:
    """Phrases of many owners, found in one walk over a text."""

    def __init__(self, spellings: Mapping[str, Sequence[str]]) -> None:
        self._spellings = dict(spellings)
        forms = sorted(map(regex.escape, self._spellings), key=len, reverse=True)
        self._form = regex.compile(f"({'|'.join(forms)})") if forms else None
        self._by_pair: dict[str, list[_Phrase]] = defaultdict(list)
        self._by_letter: dict[str, list[_Phrase]] = defaultdict(list)

    def add(self, owner: str, phrases: Mapping[str, Iterable[str]]) -> None:
        for language, said in phrases.items():
            spaced = language.split("-")[0] not in WITHOUT_SPACES
            for phrase in said:
                self._add_one(owner, phrase, spaced)

    def _add_one(self, owner: str, phrase: str, spaced: bool) -> None:
        pieces = [piece for part in parts(phrase) for piece in self._spelt(part)]
        gap = rf"{_EDGE}[^{_STOPS}]{{0,{NEAR_IN_WORDS if spaced else NEAR}}}?{_EDGE}"
        written = "".join(_written(piece, gap) for piece in pieces)
        made = _Phrase(f"{_EDGE}(?:{written}){_EDGE}", any(GAP in word for piece in pieces for word in piece), owner)
        for begin in set(_begins(pieces)):
            (self._by_pair if len(begin) == 2 else self._by_letter)[begin].append(made)

    def _spelt(self, part: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """``part`` with each word in every spelling that the file knows of it."""
        if self._form is None or not any(self._form.search(word) for word in part):
            yield part
        elif len(part) == 1:
            for piece in self._form.split(part[0]):
                if piece:
                    yield tuple(self._spellings.get(piece, (piece,)))
        else:
            spelt: list[str] = []
            for word in part:
                choices = [self._spellings.get(piece, (piece,)) for piece in self._form.split(word)]
                spelt += ["".join(one) for one in product(*choices)]
            yield tuple(spelt)

    def hits(self, folded: Folded) -> list[Hit]:
        """For each owner the longest of its phrases at each place, by place; those of several owners may overlap."""
        text, by_pair, by_letter = folded.letters, self._by_pair, self._by_letter
        found: list[Hit] = []
        for place in range(len(text)):
            tried = by_pair.get(text[place : place + 2])
            alone = by_letter.get(text[place])
            if tried is None and alone is None:
                continue
            longest: dict[str, int] = {}
            for phrase in (*(tried or ()), *(alone or ())):
                end = phrase.end_at(text, place)
                if end is None or end <= longest.get(phrase.owner, place):
                    continue
                if not (phrase.gap and folded.broken(place, end)):
                    longest[phrase.owner] = end
            found += [Hit(place, end, owner) for owner, end in longest.items()]
        return found


def _written(piece: tuple[str, ...], gap: str) -> str:
    words = sorted((_word(word, gap) for word in piece), key=len, reverse=True)
    return words[0] if len(words) == 1 else f"(?:{'|'.join(words)})"


def _word(word: str, gap: str) -> str:
    written = []
    for piece in regex.split(f"([{GAP}{NUMBER}{TIME}])", word):
        if piece == GAP:
            written.append(gap)
        elif piece == NUMBER:
            written.append(_NUMBER_ANY)
        elif piece == TIME:
            written.append(_TIME)
        else:
            plain = regex.escape(fold_word(piece), special_only=True)
            written.append(regex.sub(r"(?:\\? )+", r"\\s+", plain))
    return "".join(written)


def _begins(pieces: Sequence[tuple[str, ...]], so_far: str = "") -> Iterator[str]:
    """The first two letters that a phrase can begin with; one letter where what follows is open."""
    if not pieces:
        yield so_far[:2]
        return
    for word in pieces[0]:
        if not so_far and word.startswith((NUMBER, TIME)):
            yield from _NUMBER_BEGINS if word[0] == NUMBER else "0123456789"
            continue
        cut = min((at for at in map(word.find, (GAP, NUMBER, TIME)) if at >= 0), default=-1)
        letters = so_far + fold_word(word if cut < 0 else word[:cut])
        if len(letters) >= 2:
            yield letters[:2] if not letters[1].isspace() else letters[:1]
        elif cut >= 0:
            yield letters or word[0]
        else:
            yield from _begins(pieces[1:], letters)
