"""What phrases begin with: words sought in a text all at once, and what may go on behind each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from adverts.words.parts import NUMBER, Part, Phrase, Words
from adverts.words.sought_text import LETTERS, NUMBERS, PAIRS, TIMES, SoughtText
from adverts.words.tails import Tail, tail_of
from catalog.content.phrases import GAP

_WRITTEN_OUT = 60
"""So many words at most stand for a phrase's beginning, where its first letters are several already."""
Next = tuple[Phrase, int]
"""A phrase and its part that comes next."""


class OverGap(NamedTuple):
    """A phrase that goes on within ``near`` letters, behind its part ``following``, a gap.

    begins: what has to stand somewhere in the gap in the text's ``looked_at[by]``.
    tail: what stands behind the gap, where that is words alone.
    """

    phrase: Phrase
    following: int
    tail: Tail | None
    near: int
    begins: frozenset[int] | frozenset[str]
    by: int


class Beginning(NamedTuple):
    """The owners whose whole phrase a word is, and the phrases that go on behind it.

    going_on: those that go on at once; by one of a text's ``looked_at`` and what stands there.
    """

    whole: Sequence[int]
    going_on: Sequence[tuple[int, Mapping[int | str, Sequence[Next]]]]
    over_gap: Sequence[OverGap]


Begun = tuple[Beginning, int, int]
"""A beginning in a text: where it begins, and where it ends."""


class Sought:
    """Words to be sought all at once, and of each, in their order, what it begins: by the sign before it, "" for none.

    signs: what a sign begins with no word behind it.
    """

    def __init__(self, begun: Mapping[str, Mapping[str, Sequence[Next]]]) -> None:
        made: dict[tuple[tuple[int, int], ...], Beginning] = {}
        """By what goes on: that of synonyms is the same."""

        def beginning(phrases: Sequence[Next]) -> Beginning:
            key = tuple((id(phrase), following) for phrase, following in phrases)
            return made[key] if key in made else made.setdefault(key, _beginning(phrases))

        known = {word: [(sign, beginning(one)) for sign, one in signed.items()] for word, signed in begun.items()}
        self.signs = known.pop("", [])
        self.words, self.beginnings = AhoCorasick([*known]), [*known.values()]

    def standing_in(self, text: SoughtText) -> Iterator[Begun]:
        torn, begun_before, beginnings = text.torn, text.begun_before, self.beginnings
        for number, start, end in self.words.find_matches_as_indexes(text.flat, overlapping=True):
            for sign, beginning in beginnings[number]:
                if sign:
                    for place in begun_before[sign].get(start, ()):
                        yield beginning, place, end
                elif not torn[start]:
                    yield beginning, start, end
        for sign, beginning in self.signs:
            for end, places in begun_before[sign].items():
                for place in places:
                    yield beginning, place, end


def _beginning(phrases: Iterable[Next]) -> Beginning:
    whole: dict[int, None] = {}
    going_on: dict[int, dict[int | str, list[Next]]] = {}
    over_gap: list[OverGap] = []
    for phrase, following in phrases:
        part = phrase.parts[following] if following < len(phrase.parts) else None
        if part is None:
            whole[phrase.owner] = None
        elif part == GAP:
            begins, by = _begins_with(phrase.parts[following + 1])
            tail = tail_of(phrase.parts[following + 1 :])
            over_gap.append(OverGap(phrase, following, tail, phrase.near, begins, by))
        else:
            begins, by = _begins_with(part)
            for one in begins:
                going_on.setdefault(by, {}).setdefault(one, []).append((phrase, following))
    return Beginning((*whole,), (*going_on.items(),), (*over_gap,))


def _begins_with(part: Part) -> tuple[frozenset[int] | frozenset[str], int]:
    """What ``part`` begins with, and in which of a text's ``looked_at``."""
    if isinstance(part, Words):
        return part.begins, LETTERS if part.alone else PAIRS
    return frozenset(part), NUMBERS if part == NUMBER else TIMES


def beginnings_of(parts: Sequence[Part], at: int) -> Iterator[tuple[str, int]]:
    """What a phrase can begin with from part ``at`` on, and the part that follows.

    As many parts are written out as make a manageable number of words: the longer a word that is looked up, the less
    often something is tried in vain.
    """
    begun = [""]
    while at < len(parts):
        part = parts[at]
        if not isinstance(part, Words):
            break
        if len(begun) * len(part.words) > _WRITTEN_OUT and all(len(word) > 1 for word in begun):
            break
        begun = [one + word for one in begun for word in part.words]
        at += 1
    for word in begun:
        yield word, at
