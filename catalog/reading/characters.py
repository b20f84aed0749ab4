"""Characters that look like another one or cannot be seen: what an input method, a copied page or a mail leaves behind.

In a text for people full-width characters are ordinary Japanese; only where the file's own signs, ids and numbers
stand do they mean something else than they seem to.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
"""Spaces that YAML takes for letters."""
DASHES = "－ー–—−‐‑‒―﹣ｰ─"
DOTS = "・•"
"""What a list of a text program begins with."""
_PAIRS = {
    **dict.fromkeys(SPACES, " "),
    **dict.fromkeys(DASHES, "-"),
    **dict.fromkeys("、､﹐，", ","),
    **dict.fromkeys("。｡．", "."),
    **dict.fromkeys("：︰﹕∶ː꞉։", ":"),
    **dict.fromkeys("“”„‟〝〞〟″＂", '"'),
    **dict.fromkeys("‘’‚‛′＇", "'"),
    **dict.fromkeys("＃﹟♯", "#"),
    **dict(zip("аеорсхуіѕјԁһԛԝкмтвнАВЕКМНОРСТХУІЅЈԚԜ", "aeopcxyisjdhqwkmtbhABEKMHOPCTXYISJQW", strict=True)),
    **dict(zip("αονρτικυχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aovptikuxyABEZHIKMNOPTYX", strict=True)),
    **dict(zip("ıɑɡ", "iag", strict=True)),
}
_JOINERS, _VARIANTS = "\u200c\u200d", {*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)}
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BLANKS = "\u034f\u115f\u1160\u17b4\u17b5\u180e\u2800\u3164\uffa0"
_VISIBLE_FORMATS = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2"
_BLACK_FLAG = "\U0001f3f4"
_WITHOUT_JOINERS = ("LATIN", "HIRAGANA", "KATAKANA", "CJK", "HANGUL", "FULLWIDTH", "HALFWIDTH", "CYRILLIC", "GREEK")


def unseen(character: str) -> bool:
    """Whether nothing of it shows on a screen, not even a gap."""
    if ord(character) in _VARIANTS or character in _BLANKS:
        return True
    return unicodedata.category(character) == "Cf" and character not in _VISIBLE_FORMATS


def look_alike(character: str) -> str | None:
    """The ASCII character that ``character`` stands in for: ``：`` -> ``:``, ``а`` (Cyrillic) -> ``a``.

    "" for one that cannot be seen, None where it is a character of its own (or ASCII itself).
    """
    if character.isascii():
        return None
    if character in _PAIRS:
        return _PAIRS[character]
    if unseen(character):
        return ""
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 and plain.isascii() else None


def straightened(text: str) -> str:
    """``text`` with every look-alike in ASCII and nothing unseen."""
    if text.isascii():
        return text
    return "".join(one if (plain := look_alike(one)) is None else plain for one in text)


class _Cleared:
    """Characters already found to be free of something, so that a text of them alone is cleared in one look."""

    def __init__(self, concerns: Callable[[str], object]) -> None:
        self._concerns = concerns
        self._free: set[str] = set()

    def clears(self, text: str) -> bool:
        if self._free.issuperset(text):
            return True
        self._free.update(one for one in set(text) if not self._concerns(one))
        return self._free.issuperset(text)


_ALL_SEEN, _NONE_COMBINES = _Cleared(unseen), _Cleared(unicodedata.combining)


def hidden_places(text: str) -> Iterator[int]:
    """Where characters stand in a text for people that nobody can see and that do nothing there.

    Those that a script or an emoji needs (joiners, variants, directions beside Arabic or Hebrew) are none of them.
    """
    if _ALL_SEEN.clears(text):
        return
    for place, character in enumerate(text):
        if character.isascii() or not unseen(character) or ord(character) in _VARIANTS:
            continue
        if character in _JOINERS and _joins(text[:place]):
            continue
        if character in _DIRECTIONS and any(unicodedata.bidirectional(one) in ("R", "AL") for one in text):
            continue
        if 0xE0020 <= ord(character) <= 0xE007F and _BLACK_FLAG in text:
            continue
        yield place


def split_letters(text: str) -> Iterator[int]:
    """Where a mark stands apart from its letter although both together are one character: か + U+3099 for が."""
    if _NONE_COMBINES.clears(text):
        return
    for place in range(1, len(text)):
        if unicodedata.combining(text[place]) and len(unicodedata.normalize("NFC", text[place - 1 : place + 1])) == 1:
            yield place


def _joins(before: str) -> bool:
    """Whether a joiner behind these characters has something to join: a picture, or a letter of a joined script."""
    last = before[-1:]
    if not last or last.isascii():
        return False
    if unicodedata.category(last) in ("So", "Sk", "Mn", "Mc"):
        return True
    return last.isalpha() and not unicodedata.name(last, "").startswith(_WITHOUT_JOINERS)
