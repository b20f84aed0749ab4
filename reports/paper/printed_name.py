"""A name as it is typed onto paper: never stored, never read as markup, cut where it is longer than its line."""

from __future__ import annotations

import unicodedata

from charts.label import ELLIPSIS, cut

JOINERS = "\N{ZERO WIDTH JOINER}\N{ZERO WIDTH NON-JOINER}"
UNSEEN = frozenset(("Cc", "Cs", "Cn", "Co", "Zl", "Zp"))


def printed_name(name: str, width: float) -> str:
    """``name`` on one line of ``width`` ems, with an ellipsis where it goes on; empty where nothing is to be seen.

    Control characters give way to spaces. Marks that turn the direction of the text around them are left out: letters
    written from right to left need none, and an open one would turn the rest of the line.
    """
    kept = "".join(_kept(letter) for letter in unicodedata.normalize("NFC", name))
    line = cut(kept, width)
    return line if line.strip(JOINERS + " " + ELLIPSIS) else ""


def _kept(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in UNSEEN:
        return " "
    if kind == "Cf" and letter not in JOINERS:
        return ""
    return letter
