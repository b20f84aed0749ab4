"""A text as paper sets it: in runs of one family, and a geta mark for each character that no family holds.

What belongs together is asked for together: a letter with its accents, a flag, a family of emoji. A font that holds
only half of it would tear it apart.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from catalog.paper.fonts import BODY, EMOJI, LETTERS, letters

GETA = "\N{GETA MARK}"
"""What Japanese printers put where they have no type for a character."""
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
CLUSTER = regex.compile(r"\X")
PART = regex.compile(r"(?:[\p{Latin}\p{Greek}\p{Cyrillic}][\p{M}]*+)+|\X")
"""A word of an alphabet that both the body's font and LETTERS hold, or a single cluster."""
ALONE = regex.compile(r"(?V1)[\p{GCB=Other}\p{GCB=LV}\p{GCB=LVT}--\p{Default_Ignorable_Code_Point}]")
"""Characters that join no other of their kind into one cluster; syllables of hangul do so with their parts only."""
UNSEEN = regex.compile(r"\p{Default_Ignorable_Code_Point}")
NO_SHAPE = regex.compile(r"[\p{Cc}\p{Zl}\p{Zp}]+")
KNOWN = 32
"""So many letters of a cluster are worth remembering how to set; a heap of a thousand accents comes but once."""
SET_AS_THEY_ARE = frozenset("\n\t")


@dataclass(frozen=True, slots=True)
class Run:
    """``text`` is set in ``family``."""

    family: str
    text: str


def clusters(text: str) -> list[str]:
    """What a reader takes for one character each: a letter with its marks, a flag, an emoji made of several."""
    return CLUSTER.findall(text)


def runs(text: str) -> tuple[Run, ...]:
    """``text`` in runs, as paper can set it. Raises FontsMissing.

    Accents are joined with their letters where there is a character for both. Control characters and separators of
    lines become spaces, except for line breaks and tabs.
    """
    if is_plain(text):
        return (Run(BODY, text),) if text else ()
    return tuple(_joined(run for part in PART.findall(text) for run in _word(part)))


def as_set(text: str) -> str:
    """``text`` with a geta mark for each character that no font of paper holds. Raises FontsMissing."""
    return "".join(run.text for run in runs(text))


def is_plain(text: str) -> bool:
    """Whether any program that draws letters one by one sets ``text`` rightly: one font, nothing joined or unseen."""
    return _plain_letters().issuperset(text)


@cache
def _plain_letters() -> frozenset[str]:
    return frozenset(ALONE.findall("".join(map(chr, letters()[BODY]))))


def unset(text: str) -> tuple[str, ...]:
    """The characters of ``text`` for which paper shows a geta mark, each once, in the text's order.

    Raises FontsMissing.
    """
    if is_plain(text):
        return ()
    found = (cluster for cluster in clusters(text) if GETA not in cluster and GETA in as_set(cluster))
    return tuple(dict.fromkeys(found))


def _word(part: str) -> Iterable[Run]:
    """A word is set in one font: where the body's font lacks one of its letters, another sets them all."""
    pieces = [run for cluster in clusters(part) for run in (_known if len(cluster) <= KNOWN else _pieces)(cluster)]
    if len(pieces) > 1 and any(run.family == LETTERS for run in pieces):
        word = "".join(run.text for run in pieces)
        if _held(LETTERS, word):
            return (Run(LETTERS, word),)
    return pieces


def _joined(pieces: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for piece in pieces:
        if last and piece.family == last.family:
            last = Run(last.family, last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


@lru_cache(maxsize=8192)
def _known(cluster: str) -> tuple[Run, ...]:
    return _pieces(cluster)


def _pieces(cluster: str) -> tuple[Run, ...]:
    if NO_SHAPE.fullmatch(cluster):
        return (Run(BODY, cluster if cluster in SET_AS_THEY_ARE else " "),)
    if any(map(unicodedata.combining, cluster)):
        # A character alone stays as it is: normalised, some old forms of name kanji would turn into others.
        cluster = unicodedata.normalize("NFC", cluster)
    seen = [letter for letter in cluster if not UNSEEN.match(letter)]
    if not seen:
        return (Run(BODY, _kept(BODY, cluster)),)
    for family in _asked(cluster, len(seen)):
        if _held(family, seen):
            return (Run(family, _kept(family, cluster)),)
    single = [_single(letter) for letter in seen]
    return tuple(single) if any(run.text != GETA for run in single) else (Run(BODY, GETA),)


def _kept(family: str, cluster: str) -> str:
    """Without the unseen characters that the family does not know; those of category Cf are unseen in any font.

    A byte order mark, which PDF/UA forbids, is left out.
    """
    known = letters()[family]
    return "".join(
        letter
        for letter in cluster
        if ord(letter) in known
        or not UNSEEN.match(letter)
        or (unicodedata.category(letter) == "Cf" and letter != BYTE_ORDER_MARK)
    )


def _single(letter: str) -> Run:
    for family in letters():
        if _held(family, letter):
            return Run(family, letter)
    return Run(BODY, GETA)


def _asked(cluster: str, seen: int) -> list[str]:
    """The families in the order in which they are asked for a cluster of ``seen`` visible characters.

    The body's font places an accent well on kana and on letters that it holds as one; other letters with accents look
    right in the fonts of their scripts.
    """
    order = list(letters())
    if seen > 1:
        order = [*(family for family in order if family != BODY), BODY]
    if EMOJI_STYLE in cluster:
        order = [EMOJI, *(family for family in order if family != EMOJI)]
    return order


def _held(family: str, text: Iterable[str]) -> bool:
    return letters()[family].issuperset(map(ord, text))
