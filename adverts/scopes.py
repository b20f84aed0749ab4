"""What stands beside a phrase, in its clause, and turns it: "not so", "others do that", "no duty of this job"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from adverts.folding import Folded
from adverts.reading import Manner
from adverts.rules import SCOPE_NAMES
from adverts.words.phrases import Hit

NOT_SO, NOT_SO_BEFORE, HARMLESS, HANDED_ON, ASIDE, TURNS = SCOPE_NAMES
_SENTENCE_END = re.compile(
    # All signs stand first, so that other letters are done with at once.
    r"[。!?;♪☆★.\n・•●■◆▼](?:(?<=[。!?;♪☆★])[。!?;♪☆★]*|(?<=\.)(?=\s|$)|(?<=\n)|(?<=[^0-9][・•●■◆▼])(?=.))"
)
_COMMA = re.compile(r"[、,]\s*|\s-\s|[()]")
_NOUN = re.compile(r"[ァ-ヺー一-鿿々a-z0-9やとも・/]$|^[^をにではがへ]{1,6}$")
"""A stretch that ends as a noun does, or a short one without the particles of a sentence: 飛び込み."""
_PERSON = re.compile(r"\b(?:you|we|they|i|your|our|their|this|is|are|will|and)\b")
_SHORT = 14
"""A stretch of a Japanese list of nouns is seldom longer."""
_REACH_BACK, _REACH_AHEAD = 60, 90


class Scope(NamedTuple):
    begin: int
    end: int
    manner: Manner


def scopes(folded: Folded, hits: Sequence[Hit]) -> tuple[Scope, ...]:
    """The stretches in which phrases count otherwise. ``hits`` are of the phrases of AdvertScopes, by its names."""
    text = folded.letters
    harmless = [hit for hit in hits if hit.owner == HARMLESS]
    turns = [hit.end for hit in hits if hit.owner == TURNS]
    sentences = sorted({0, len(text), *folded.breaks, *(one.end() for one in _SENTENCE_END.finditer(text))})
    ends = sorted({*sentences, *turns})
    found: list[Scope] = []
    for hit in hits:
        if any(_within(hit, one) for one in harmless):
            continue
        if hit.owner == ASIDE:
            found.append(Scope(*_around(sentences, hit), "aside"))
        elif hit.owner == HANDED_ON:
            begin, end = _around(ends, hit)
            found.append(Scope(_back(text, begin, hit), hit.end, "handed_on"))
        elif hit.owner == NOT_SO:
            begin, _ = _around(ends, hit)
            found.append(Scope(_back(text, begin, hit), hit.end, "negated"))
        elif hit.owner == NOT_SO_BEFORE:
            _, end = _around(ends, hit)
            found.append(Scope(hit.begin, _ahead(text, hit, end), "negated"))
    return tuple(found)


def _within(hit: Hit, harmless: Hit) -> bool:
    """Whether the longer phrase takes the hit's meaning; of two that begin together the longer one has its own."""
    if hit.begin == harmless.begin:
        return hit.end <= harmless.end
    return harmless.begin < hit.begin < harmless.end or hit.begin < harmless.begin < hit.end


def _around(cuts: list[int], hit: Hit) -> tuple[int, int]:
    before = cuts[bisect_right(cuts, hit.begin) - 1]
    after = bisect_left(cuts, hit.end)
    return before, cuts[after] if after < len(cuts) else cuts[-1]


def _back(text: str, begin: int, hit: Hit) -> int:
    """Where what a Japanese (or an English passive) negation denies begins: the last stretch, and nouns before it."""
    begin = max(begin, hit.begin - _REACH_BACK)
    commas = [one for one in _COMMA.finditer(text, begin, hit.begin) if one.end() < hit.begin]
    for number in range(len(commas) - 1, -1, -1):
        previous = commas[number - 1].end() if number else begin
        stretch = text[previous : commas[number].start()].strip()
        is_noun = stretch and len(stretch) <= _SHORT and _NOUN.search(stretch)
        if not is_noun:
            return commas[number].end()
    return begin


def _ahead(text: str, hit: Hit, end: int) -> int:
    """Where what an English negation denies ends: at a comma, unless a list goes on behind it."""
    end = min(end, hit.end + _REACH_AHEAD)
    for comma in re.finditer(r",\s|\sbut\s|\s-\s", text[hit.end : end]):
        rest = text[hit.end + comma.end() : end]
        goes_on = comma[0].startswith(",") and re.search(r"\b(?:or|nor)\b", rest[:50])
        if not goes_on or _PERSON.search(rest[:50].split(" or ")[0]):
            return hit.end + comma.start()
    return end
