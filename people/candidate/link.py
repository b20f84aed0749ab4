"""Reads an invitation's link that a mail or chat program has mangled, as far as its secret is still whole.

The secret's alphabet has lower-case letters only and none that is mistaken for a digit: what arrives in capitals, in
full width, or with an o for a 0 is read too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from store.campaigns.links import CHARACTERS, LETTERS

MOST = 2_000
"""Characters that are looked at; a link has about sixty."""
_NOT_A_CHARACTER = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"), "")
_MISTAKEN = str.maketrans("oil", "011")
_RUN = re.compile(r"[0-9a-z]+")


def secret_in(text: str) -> str | None:
    """The secret in what stands behind a link's #; None where none is whole.

    Read are: what surrounds it (punctuation, another copy of the link, parameters), full-width and %-encoded
    characters, capitals, and a secret with blanks or line ends inside.
    """
    if len(text) > MOST:
        return None
    for part in reversed(_plain(text).split("#")):
        found = next(_secrets(part), None)
        if found is not None:
            return found
    return None


def _plain(text: str) -> str:
    for _ in range(3):
        text = unquote(text)
    return unicodedata.normalize("NFKC", text).translate(_NOT_A_CHARACTER).lower().strip()


def _secrets(part: str) -> Iterator[str]:
    """What may be a secret, the likeliest first: one run of characters, the same one twice, the first few together."""
    runs = [run.translate(_MISTAKEN) for run in _RUN.findall(part)]
    found = [run[:CHARACTERS] if run[:CHARACTERS] * 2 == run else run for run in runs]
    found += ["".join(runs[:end]) for end in range(2, len(runs) + 1)]
    for one in found:
        if len(one) == CHARACTERS and set(one) <= set(LETTERS):
            yield one
