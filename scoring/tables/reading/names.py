"""A column's name as it stands in a table -> the item or scenario that it is, or the one that it seems to mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

SIMILAR = 0.9
"""Two names are alike from this ratio of difflib on: one or two slips in a name of ten letters or more."""
LONG = 4
"""Letters from which on the beginning of an id is no other word's by chance."""
QUOTES = "\"'“”‘’「」"
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]")
_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})")


def read_name(cell: str) -> str:
    """The cell with full-width letters, digits and marks made plain (NFKC), without quotation marks and spaces round it
    and without characters that cannot be seen."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", cell)).strip().strip(QUOTES).strip()


def plain_name(name: str) -> str:
    """What is left of a name without marks, spaces and the case of its letters."""
    return re.sub(r"[\W_]", "", read_name(name)).casefold()


def meant(column: str, known: Sequence[str]) -> str | None:
    """The id that a column's name aims at with other case or marks, a slip, or a number that is not there.

    Never another number than the nearest one: what is answered to one item must not be scored as another.
    """
    name = read_name(column)
    same = [one for one in known if plain_name(one) == plain_name(name)]
    if same:
        return same[0]
    numbered = _NUMBERED.fullmatch(name)
    families = _families(known)
    if numbered is None:
        return _alike(name, [one for one in known if not _NUMBERED.fullmatch(one)])
    stem, number = numbered[1], numbered[2]
    for other in families:
        if plain_name(other) == plain_name(stem):
            return _nearest(int(number), families[other])
    # Compared with the number, so that a slip in a short stem does not weigh more than in the whole name.
    near = _alike(stem + number, [other + number for other in families])
    return None if near is None else _nearest(int(number), families[near.removesuffix(number)])


def holds(column: str, known: Iterable[str]) -> str | None:
    """The longest id that stands whole inside a longer name: ``Q12_teamwork_1``, ``teamwork_1 (optional)``."""
    name = read_name(column).casefold()
    inside = [one for one in known if one.casefold() in name and _inside(re.escape(one.casefold()), name)]
    return max(inside, key=len, default=None)


def holds_nearly(column: str, known: Sequence[str]) -> str | None:
    """As ``holds``, where the name inside has a number that no item has: the item with the nearest number."""
    name = read_name(column).casefold()
    for stem, family in _families(known).items():
        found = _inside(re.escape(stem.casefold()) + "([0-9]+)", name) if len(stem) >= LONG else None
        if found:
            return _nearest(int(found[1]), family)
    return None


def _inside(pattern: str, name: str) -> re.Match[str] | None:
    return re.search(rf"(?<![a-z0-9]){pattern}(?![a-z0-9])", name)


def _families(known: Sequence[str]) -> Mapping[str, Mapping[int, str]]:
    """Ids that end with a number, by what stands before it and by the number."""
    families: dict[str, dict[int, str]] = {}
    for one in known:
        numbered = _NUMBERED.fullmatch(one)
        if numbered:
            families.setdefault(numbered[1], {})[int(numbered[2])] = one
    return families


def _nearest(number: int, family: Mapping[int, str]) -> str:
    return family[min(family, key=lambda other: (abs(other - number), other))]


def _alike(name: str, others: Sequence[str]) -> str | None:
    ratios = [(SequenceMatcher(None, name, other).ratio(), other) for other in others]
    best = max(ratios, key=lambda one: one[0], default=(0.0, ""))
    return best[1] if best[0] >= SIMILAR else None
