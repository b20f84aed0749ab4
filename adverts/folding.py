"""Texts in the form in which phrases are sought: one width, one case, one spelling of katakana, no torn words.

Every letter keeps its place in the given text.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from catalog.reading.characters import unseen

KANA = "ぁ-ゖァ-ヺ"
JAPANESE = f"{KANA}ー々〆一-鿿"
"""Scripts without spaces between words, as the inside of a character class."""
_TILDES = dict.fromkeys("~〜～∼˜–—―−‐‑‒─", "-")
_SMALL = dict(zip("ァィゥェォ", "アイウエオ", strict=True))
_QUOTES = {"\u2019": "'", "\u2018": "'", "\u02bc": "'"}
_AFTER_V = dict(zip("アイエオ", "バビベボ", strict=True))
_E_ROW = "エケセテネヘメレゲゼデベペ"
_VOICED = "\u3099\u309a"
_SPOTS = re.compile(
    # What each of them begins with, so that most letters are done with at once.
    r"(?=[ー\-・ \tヴイヶヵカ箇さ])(?:"
    rf"(?P<long>(?<=[ァ-ヺ])[ー-]+(?![0-9]))"
    rf"|(?P<dot>(?<=[ァ-ヺー])・(?=[ァ-ヺ]))"
    rf"|(?P<space>(?<=[{JAPANESE}])[ \t]+(?=[{JAPANESE}a-z0-9])|(?<=[a-z0-9])[ \t]+(?=[{JAPANESE}]))"
    rf"|(?P<torn>(?<=[a-z])-[ \t]*\n[ \t]*(?=[a-z]))"
    r"|(?P<wide>[ \t]{2,})"
    r"|(?P<v>ヴ[アイエオ]?)"
    rf"|(?P<ei>(?<=[{_E_ROW}])イ)"
    r"|(?P<month>(?<=[0-9])[ヶケヵカ箇](?=月))"
    r"|(?P<sama>さま))"
)


_PART_OF_THE_WORD = ("long", "ei")
"""What goes and yet belongs to the letter before it, so that a mark covers the whole word."""


Places: TypeAlias = "array[int]"
"""Compact, since a long text has ten thousands."""


@dataclass(frozen=True, slots=True)
class Folded:
    """``letters[i]`` stands for ``text[starts[i]:ends[i]]``. breaks: before which letters a line begins, in order.

    A line break is one of ``breaks`` only where something ends with the line; one within a sentence is none.
    """

    letters: str
    starts: Places
    ends: Places
    breaks: list[int]

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """The place in the given text of the letters from ``begin`` to before ``end``, at least one."""
        return self.starts[begin], self.ends[end - 1]

    def broken(self, begin: int, end: int) -> bool:
        """Whether a line ends between the letters."""
        at = bisect_left(self.breaks, begin + 1)
        return at < len(self.breaks) and self.breaks[at] < end


@lru_cache(maxsize=20_000)
def letter(character: str) -> str:
    """One character in small letters of one width; "" for one that nobody sees."""
    if unseen(character) and character not in _VOICED:
        return ""
    if "\ud800" <= character <= "\udfff":
        return "\ufffd"  # Half a character, as a text that was cut by bytes may hold: no letter of any word.
    if character in "…":
        return character
    plain = unicodedata.normalize("NFKC", character).casefold()
    plain = _TILDES.get(plain, _SMALL.get(plain, _QUOTES.get(plain, plain)))
    if character in "\u309b\u309c\uff9e\uff9f":
        return "\u3099" if character in "\u309b\uff9e" else "\u309a"
    return " " if plain.isspace() and plain != "\n" else plain


@lru_cache(maxsize=20_000)
def fold_word(word: str) -> str:
    """A word of a phrase in the same form as a text."""
    return straight(letters_of(word)[0])


def straight(letters: str) -> str:
    """``letters`` without what only the habits of writing put between them, where no place has to be kept."""
    if not _SPOTS.search(letters):
        return letters
    places = places_from(0, len(letters) + 1)
    return straightened(letters, places, places[1:], []).letters


class _Letters(dict[int, str]):
    """``letter`` for str.translate, by code point."""

    def __missing__(self, code: int) -> str:
        plain = self[code] = letter(chr(code))
        return plain


_LETTERS = _Letters()
AS_THEY_ARE = r" \n!-@\[-`a-}ぁ-んアイウエオ-ヶー一-鿿、-】"
"""Characters that most texts are made of and that are their own letters, as the inside of a character class."""
_OTHERS = re.compile(f"[^{AS_THEY_ARE}]+")
_SINGLE: set[str] = set()
"""Characters already found to be one letter."""


def places_from(begin: int, end: int) -> Places:
    """One after the other, without ``end``."""
    return array("I", range(begin, end))


def letter_for_letter(text: str) -> tuple[str, Sequence[int]]:
    """``text`` with one letter for each character, and the places of those characters that stand for none, for several
    or for a voice mark: what is around them ``letters_of`` tells.
    """
    others = set("".join(_OTHERS.findall(text)))
    unknown = others - _SINGLE
    _SINGLE.update(one for one in unknown if len(_LETTERS[ord(one)]) == 1 and _LETTERS[ord(one)] not in _VOICED)
    odd = "".join(unknown - _SINGLE)
    letters: dict[int, str] = {ord(one): "?" if one in odd else _LETTERS[ord(one)] for one in others}
    places = [one.start() for one in re.finditer(f"[{re.escape(odd)}]", text)] if odd else []
    return _OTHERS.sub(lambda one: one[0].translate(letters), text), places


def letters_of(text: str, at: int = 0) -> tuple[str, Places, Places]:
    """Letters of ``text`` with where each begins and ends, counted from ``at``; voice marks join their letter."""
    if _SINGLE.issuperset(text):
        end = at + len(text)
        return text.translate(_LETTERS), places_from(at, end), places_from(at + 1, end + 1)
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    for place, character in enumerate(text, at):
        for plain in letter(character):
            if plain in _VOICED and letters:
                joined = unicodedata.normalize("NFC", letters[-1] + plain)
                if len(joined) == 1:
                    letters[-1], ends[-1] = joined, place + 1
                    continue
            letters.append(plain)
            starts.append(place)
            ends.append(place + 1)
    return "".join(letters), starts, ends


def straightened(text: str, starts: Places, ends: Places, breaks: Sequence[int]) -> Folded:
    """The letters without what only the habits of writing put between them."""
    plain: list[str] = []
    begun, ended = array("I"), array("I")
    gone: list[int] = []
    """Behind which letters of ``text`` one is left out."""
    at = 0
    for spot in _SPOTS.finditer(text):
        begin, end = spot.span()
        new = _become(spot.lastgroup or "", spot[0])
        stays = begin + len(new)
        plain += (text[at:begin], new)
        begun += starts[at:stays]
        ended += ends[at:stays]
        if new or spot.lastgroup in _PART_OF_THE_WORD:
            ended[-1] = ends[end - 1]
        gone += range(stays + 1, end + 1)
        at = end
    if not at:
        return Folded(text, starts, ends, list(breaks))
    plain.append(text[at:])
    begun += starts[at:]
    ended += ends[at:]
    moved = [one - bisect_right(gone, one) for one in breaks]
    return Folded("".join(plain), begun, ended, moved)


def _become(kind: str, written: str) -> str:
    match kind:
        case "wide":
            return " "
        case "v":
            return _AFTER_V.get(written[-1], "ブ")
        case "month":
            return "か"
        case "sama":
            return "様"
        case _:
            return ""
