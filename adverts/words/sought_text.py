"""A folded text made ready for phrases to be tried on it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from adverts.folding import Folded
from adverts.words.letters import codes
from adverts.words.numbers import numbers, times
from adverts.words.parts import NUMBER, TIME, Part, Phrase, Words
from adverts.words.tails import Tail
from catalog.content.phrases import GAP

LETTERS, PAIRS, NUMBERS, TIMES = range(4)
"""What is looked at before a phrase is tried."""
_WHOLE = re.compile(r"[a-z0-9](?:(?<=[a-z])[a-z]+|(?<=[0-9])[0-9]+)")
"""No word of Latin letters, and no number, is torn."""
_STOPS = re.compile(r"[。.!?\n|]")


class SoughtText:
    """A folded text while phrases are tried on it.

    torn: for each place whether a word of Latin letters or a number goes on over it. begun_before: by NUMBER and TIME,
    and by the place where one may end, where it began. until: for each place the next one over which no gap reaches.
    looked_at: for each place the codes of its letter and of its pair, and the sign of a number or a time of day that
    begins there.
    """

    def __init__(self, folded: Folded) -> None:
        self.flat = folded.letters.replace("\n", " ")
        self.length = len(self.flat)
        self.numbers, self.times = numbers(folded.letters), times(folded.letters)
        self.torn = bytearray(self.length + 1)
        for one in _WHOLE.finditer(self.flat):
            begin, end = one.span()
            self.torn[begin + 1 : end] = b"\1" * (end - begin - 1)
        self.begun_before = {NUMBER: self._by_end(self.numbers), TIME: self._by_end(self.times)}
        self._numerals = sorted(self.numbers)
        self.looked_at: tuple[Sequence[int] | Sequence[str], ...] = (
            *codes(self.flat),
            _signed(self.numbers, NUMBER, self.length),
            _signed(self.times, TIME, self.length),
        )
        self.until: list[int] = []
        stops = {*(one.start() for one in _STOPS.finditer(folded.letters)), *folded.breaks, self.length}
        for stop in sorted(stops):
            self.until += [stop] * (stop + 1 - len(self.until))

    def _by_end(self, signs: Mapping[int, Sequence[int]]) -> dict[int, list[int]]:
        """By the place where a number or a time may end, where it began."""
        ended: dict[int, list[int]] = {}
        for place, ends in signs.items():
            if not self.torn[place]:
                for end in ends:
                    ended.setdefault(end, []).append(place)
        return ended

    def end(self, at: int, phrase: Phrase, following: int) -> int:
        """Where the rest of the phrase ends, -1 where it does not stand there."""
        if following == len(phrase.parts):
            return -1 if self.torn[at] else at
        part = phrase.parts[following]
        if isinstance(part, Words):
            flat, words, last = self.flat, part.words, following + 1 == len(phrase.parts)
            for length in part.lengths:
                further = at + length
                if flat[at:further] not in words or further > self.length:
                    continue
                if last:
                    if not self.torn[further]:
                        return further
                elif (end := self.end(further, phrase, following + 1)) >= 0:
                    return end
            return -1
        if part == GAP:
            return -1 if self.torn[at] else self._over_gap(at, phrase, following + 1)
        for end in (self.numbers if part == NUMBER else self.times).get(at, ()):
            if (further := self.end(end, phrase, following + 1)) >= 0:
                return further
        return -1

    def end_over_gap(self, at: int, last: int, tail: Tail) -> int:
        """Where ``tail`` ends at the first place from ``at`` to ``last`` where it stands; -1 where there is none."""
        # One letter more, to see whether a word goes on.
        found = None if self.torn[at] else tail.words.search(self.flat, at, last + tail.longest + 1)
        return found.end() if found and found.start() <= last else -1

    def _over_gap(self, at: int, phrase: Phrase, following: int) -> int:
        last = min(at + phrase.near, self.until[at])
        for place in self._places(phrase.parts[following], at, last):
            if (end := self.end(place, phrase, following)) >= 0 and not self.torn[place]:
                return end
        return -1

    def _places(self, part: Part, at: int, last: int) -> Iterable[int]:
        """From ``at`` to ``last``, where ``part`` may begin."""
        if part == NUMBER:
            return self._numerals[bisect_left(self._numerals, at) : bisect_right(self._numerals, last)]
        if not isinstance(part, Words):
            return range(at, last + 1)
        letters = self.looked_at[LETTERS if part.alone else PAIRS][at : last + 1]
        return [place for place, one in enumerate(letters, at) if one in part.begins]


def _signed(places: Iterable[int], sign: str, length: int) -> str:
    """``sign`` at each of the places, and nothing that means something elsewhere."""
    signed = bytearray(length + 1)
    for place in places:
        signed[place] = ord(sign)
    return signed.decode("ascii")
