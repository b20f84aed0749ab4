"""Phrases as an editor writes them, ``[this/that]…so``, as patterns; and texts in the form that they are sought in."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import regex

SENTENCE_END = r"[。．.!?！？\n\r]+(?=\s|$|[^a-z0-9])"
"""A full stop within a word, as in u.s., ends no sentence."""
GAP = "…"
NEAR, NEAR_IN_WORDS = 12, 30
"""So many characters may stand for a ``…``: in Japanese, and in languages that put spaces between words."""
WITHOUT_SPACES = ("ja", "zh", "th")
_PIECE = regex.compile(r"\[([^][]*)\]|([^][]+)")
_EDGE = r"(?:(?<![a-z0-9])|(?![a-z0-9]))"
"""No word of Latin letters is torn: ``age`` does not stand in ``manager``."""


class BadPhrase(ValueError):
    """Brackets that do not form a choice."""


def pattern(phrase: str, language: str) -> str:
    """``phrase`` as a regular expression for texts that are ``folded``. Raises BadPhrase.

    ``[this/that]`` is one of several words, ``…`` a few characters of the same sentence. Of a choice at the edge of the
    phrase, too, no word is torn.
    """
    if not phrase.strip(f"{GAP} "):
        raise BadPhrase(phrase)
    wide = NEAR if language.split("-")[0] in WITHOUT_SPACES else NEAR_IN_WORDS
    written = "".join(_pieces(phrase)).replace(GAP, f"{_EDGE}[^。．.!?！？\\n]{{0,{wide}}}?{_EDGE}")
    return f"{_EDGE}(?:{written}){_EDGE}"


def parts(phrase: str) -> Iterator[tuple[str, ...]]:
    """What ``phrase`` is made of: plain words alone, and each choice with all of its words. Raises BadPhrase."""
    at = 0
    for piece in _PIECE.finditer(phrase):
        if piece.start() != at:
            raise BadPhrase(phrase)
        at = piece.end()
        choice, plain = piece[1], piece[2]
        if choice is None:
            yield (plain,)
        elif not choice.strip("/"):
            raise BadPhrase(phrase)
        else:
            yield tuple(choice.split("/"))
    if at != len(phrase):
        raise BadPhrase(phrase)


def _pieces(phrase: str) -> Iterator[str]:
    for words in parts(phrase):
        yield _literal(words[0]) if len(words) == 1 else f"(?:{'|'.join(map(_literal, words))})"


def _literal(text: str) -> str:
    """Any run of spaces is as good as another."""
    return regex.sub(r"(?:\\? )+", r"\\s+", regex.escape(folded(text)[0], special_only=True))


def folded(text: str) -> tuple[str, list[int]]:
    """``text`` in small letters of one width, and the place in ``text`` of each of its characters and of its end.

    Curly apostrophes are straight, full-width letters and half-width kana are their common forms.
    """
    letters: list[str] = []
    places: list[int] = []
    at = 0
    for cluster in regex.findall(r"\X", text):
        plain = unicodedata.normalize("NFKC", cluster).casefold().replace("\u2019", "'")
        # NFKC makes three dots of an ellipsis, which would end a sentence.
        plain = cluster if cluster == GAP else plain
        letters.append(plain)
        places += [at] * len(plain)
        at += len(cluster)
    return "".join(letters), [*places, at]
