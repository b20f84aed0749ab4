"""A name as it is typed onto paper: never stored, never read as markup, cut where it is longer than its line."""

from __future__ import annotations

import regex

from catalog.paper.runs import as_set
from charts.label import cut

TURNING = regex.compile(r"\p{Bidi_Control}+")
VISIBLE = regex.compile(r"[^\p{Default_Ignorable_Code_Point}\s]")


def printed_name(name: str, width: float) -> str:
    """``name`` on one line of ``width`` ems, with an ellipsis where it goes on; empty where nothing is to be seen.

    Control characters give way to spaces, characters without a font to geta marks. Marks that turn the direction of
    the text around them are left out: letters written from right to left need none, and an open one would turn the
    rest of the line.
    """
    line = cut(as_set(TURNING.sub("", name)), width)
    return line if VISIBLE.search(line) else ""
