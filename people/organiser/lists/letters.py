"""Letters as people paste them: what is put right without asking, what is refused, and what counts as the same."""

from __future__ import annotations

import re
import unicodedata

HALF_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x3002: 0x2E}
"""Full-width letters, digits, signs, space and full stop, as an input method leaves them in addresses."""
LEFT_OVER = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Never seen and without a meaning in a name: marks of hyphenation, of the beginning of a file."""
SPACES = re.compile(r"\s+")
HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Controls, marks of direction, halves of a letter."""
GARBLED = "\ufffd"


def tidy(text: str) -> str:
    """Without spaces at the ends; several in a row are one, a full-width one where there was any.

    Nothing else of a name changes: to NFKC or NFC, 神 (U+FA19) would become another letter than its bearer writes.
    """
    return SPACES.sub(lambda run: "\u3000" if "\u3000" in run[0] else " ", LEFT_OVER.sub("", text)).strip()


def half_width(text: str) -> str:
    """An address as it is meant where it was typed with a Japanese input method."""
    return text if text.isascii() else text.translate(HALF_WIDTH)


def hidden_letters(text: str) -> list[str]:
    """``U+202E`` for each letter that steers a text instead of standing in it, or that no file can hold."""
    return [f"U+{ord(letter):04X}" for letter in dict.fromkeys(HIDDEN.findall(text))]


def same(text: str) -> str:
    """Equal for texts that people take for the same: width, case and spaces do not count."""
    return SPACES.sub("", unicodedata.normalize("NFKC", LEFT_OVER.sub("", text)).casefold())
