"""Phrases as one index over a text: whichever begin at a place are tried there, the longest wins."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from adverts.folding import Folded
from adverts.words.beginnings import Next, Sought, beginnings_of
from adverts.words.parts import Phrase, Spellings, alternatives
from adverts.words.sought_text import SoughtText
from catalog.content.phrases import NEAR, NEAR_IN_WORDS, WITHOUT_SPACES


class Hit(NamedTuple):
    """Letters from ``begin`` to before ``end`` of a folded text, and whose phrase they are."""

    begin: int
    end: int
    owner: str


_hit: Callable[[tuple[int, int, str]], Hit] = partial(tuple.__new__, Hit)
"""A third of the time that ``Hit(...)`` takes: thousands are made of a long text."""


class PhraseIndex:
    """Phrases of many owners, in families of owners, found in one walk over a text."""

    def __init__(self, spellings: Mapping[str, Sequence[str]]) -> None:
        self._spellings = Spellings(spellings)
        self._owners: list[tuple[str, str]] = []
        self._begun: dict[str, dict[str, list[Next]]] = {}
        """By word, "" where a phrase goes on behind a sign with another sign or a gap; by the sign before it."""
        self._sought: Sought | None = None
        """None while phrases are added."""

    def add(self, family: str, owner: str, phrases: Mapping[str, Iterable[str]]) -> None:
        number = len(self._owners)
        self._owners.append((family, owner))
        for language, said in phrases.items():
            near = NEAR if language.split("-")[0] in WITHOUT_SPACES else NEAR_IN_WORDS
            for phrase in said:
                for written in alternatives(phrase, self._spellings):
                    self._add_one(Phrase(number, written, near))

    def _add_one(self, phrase: Phrase) -> None:
        first = phrase.parts[0]
        sign = first if isinstance(first, str) else ""
        for word, following in beginnings_of(phrase.parts, 1 if sign else 0):
            # "[average/] handling time" without its first word begins with a space.
            begun = self._begun.setdefault(word if sign else word.lstrip(), {})
            begun.setdefault(sign, []).append((phrase, following))
        self._sought = None

    def make(self) -> Sought:
        """What is sought, once all phrases are known; takes some 50 ms at the first call, and none later."""
        if self._sought is None:
            self._sought = Sought(self._begun)
        return self._sought

    def hits(self, folded: Folded) -> dict[str, list[Hit]]:
        """By family, for each owner the longest of its phrases at each place; those of several owners may overlap."""
        text, owners = SoughtText(folded), len(self._owners)
        torn, looked_at, until = text.torn, text.looked_at, text.until
        longest: dict[int, int] = {}
        """Where the longest phrase ends, by place and owner in one number: so they are sorted by both at once."""
        for (whole, going_on, over_gap), begin, at in self.make().standing_in(text):
            if whole and not torn[at]:
                for owner in whole:
                    if at > longest.get(key := begin * owners + owner, -1):
                        longest[key] = at
            # Most phrases are done with in the first lines of these loops: they do not go on as the text does.
            for by, phrases in going_on:
                for phrase, following in phrases.get(looked_at[by][at], ()):
                    end = text.end(at, phrase, following)
                    if end > longest.get(key := begin * owners + phrase.owner, -1):
                        longest[key] = end
            for phrase, following, tail, near, begins, by in over_gap:
                last = at + near if at + near < until[at] else until[at]
                if not begins.isdisjoint(looked_at[by][at : last + 1]):
                    end = text.end_over_gap(at, last, tail) if tail else text.end(at, phrase, following)
                    if end > longest.get(key := begin * owners + phrase.owner, -1):
                        longest[key] = end
        found: dict[str, list[Hit]] = defaultdict(list)
        for key in sorted(longest):
            place, number = divmod(key, owners)
            family, name = self._owners[number]
            found[family].append(_hit((place, longest[key], name)))
        return found
