"""Reads a resume link that a mail or chat program has mangled, as far as its token is still whole.

Nothing here makes a token easier to guess: whatever is read opens a sheet only if the store knows its hash.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from store import Token
from store.respondents.secret import CHARACTERS

MOST = 2_000
"""Characters that are looked at; a link has about a hundred."""
_NOT_A_CHARACTER = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_HYPHENS = dict.fromkeys(map(ord, "\u2010\u2011\u2212"), "-") | dict.fromkeys(map(ord, _NOT_A_CHARACTER), "")
_RUN = re.compile(r"[A-Za-z0-9_-]+")
_DIFFERENT = 8
"""A token has about 33 different characters: where fewer differ, its case tells nothing."""


def token_in(text: str) -> Token | None:
    """The token in what stands behind a link's #; None where none is whole.

    Read are: what surrounds it (punctuation, another copy of the link, parameters), full-width and %-encoded
    characters, and a token with blanks or line ends inside. Upper and lower case cannot be told any more.
    """
    if len(text) > MOST:
        return None
    for part in reversed(_plain(text).split("#")):
        found = next(_tokens(part), None)
        if found is not None:
            one_case = found in (found.lower(), found.upper())
            return None if one_case and len(set(found)) >= _DIFFERENT else Token(found)
    return None


def _plain(text: str) -> str:
    for _ in range(3):
        text = unquote(text)
    return unicodedata.normalize("NFKC", text).translate(_HYPHENS).strip()


def _tokens(part: str) -> Iterator[str]:
    """What may be a token, the likeliest first: one run of characters, the first few runs together, all of them."""
    runs = _RUN.findall(part)
    for run in runs:
        yield from _without_frame(run)
    for end in range(2, len(runs) + 1):
        if sum(map(len, runs[:end])) == CHARACTERS:
            yield "".join(runs[:end])


def _without_frame(run: str) -> Iterator[str]:
    """A run of just the right length, the same one twice, or one that is longer by dashes and underlines around it."""
    if run[:CHARACTERS] * 2 == run:
        yield run[:CHARACTERS]
    over = len(run) - CHARACTERS
    if 0 <= over <= 8:
        for start in range(over + 1):
            if not (run[:start] + run[start + CHARACTERS :]).strip("-_"):
                yield run[start : start + CHARACTERS]
