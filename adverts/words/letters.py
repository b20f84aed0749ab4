"""Letters, and pairs of letters, as small numbers: what is looked at before words are tried at a place."""

from __future__ import annotations

import re
import sys
from array import array
from typing import NamedTuple

_LONGER = re.compile("[\U00010000-\U0010ffff]")
"""What takes more than two bytes in UTF-16. All of these have one code, which is as good as any (``code``)."""


class Codes(NamedTuple):
    """Of each letter of a text, and of it with the one behind it; at least one more of each, behind the last letter."""

    letters: array[int]
    pairs: array[int]


def codes(text: str) -> Codes:
    """As strings the pairs of a long text would take most of a megabyte, more than a processor has at hand."""
    letters = _utf_16(f"{text}\0\0")
    return Codes(_numbers(letters), _numbers(_paired(letters)))


def code(letters: str) -> int:
    """One letter or two as ``codes`` has them. Others may have the same: it tells only where letters do not stand."""
    return _numbers(_utf_16(letters) if len(letters) == 1 else _paired(_utf_16(letters)))[0]


def _utf_16(letters: str) -> bytes:
    """Two bytes for each letter."""
    return _LONGER.sub("\ufffd", letters).encode("utf-16-le")


def _paired(letters: bytes) -> bytes:
    """Each letter mixed with eleven bits of the one behind it: all of them at once, as one long number."""
    number = int.from_bytes(letters, "little")
    behind = number >> 16 & int.from_bytes(b"\xff\x07" * (len(letters) // 2), "little")
    return (number ^ behind << 5).to_bytes(len(letters), "little")


def _numbers(pairs_of_bytes: bytes) -> array[int]:
    numbers = array("H", pairs_of_bytes)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
