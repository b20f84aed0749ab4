"""The fonts of paper: a few packages of font files, and the characters that each family holds."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from itertools import chain
from pathlib import Path
from typing import Any

PACKAGES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold", "manimgx_fonts")
BODY = "Noto Sans CJK JP"
"""Japanese, Chinese, Korean, Latin, Greek and Cyrillic letters; every text is set in it as far as it goes."""
LETTERS = "Noto Sans"
EMOJI = "Noto Emoji"
ENDINGS = (".otf", ".ttf")


class FontsMissing(Exception):
    """The packages with the fonts are not installed."""


def font_folders() -> tuple[Path, ...]:
    """The folders of the packages that carry the fonts; nothing of them is imported. Raises FontsMissing."""
    folders = []
    for package in PACKAGES:
        found = find_spec(package)
        if found is None or found.origin is None:
            raise FontsMissing(f"The package {package} is missing. Install what requirements.txt names.")
        folders.append(Path(found.origin).parent)
    return tuple(folders)


@cache
def letters() -> Mapping[str, frozenset[int]]:
    """The code points of each family, the families in the order in which they are asked. Raises FontsMissing.

    A family of several faces holds what all of its faces hold, so that bold text lacks nothing.
    """
    from fontTools.ttLib import TTFont

    held: dict[str, frozenset[int]] = {}
    for folder in font_folders():
        for path in sorted(path for path in folder.iterdir() if path.suffix in ENDINGS):
            with TTFont(path, lazy=True) as font:
                family = font["name"].getBestFamilyName()
                points = frozenset(chain(font.getBestCmap(), *(_selectors(table) for table in font["cmap"].tables)))
            held[family] = held[family] & points if family in held else points
    first = (BODY, LETTERS)
    return {family: held[family] for family in (*first, *sorted(held.keys() - set(first)))}


def _selectors(table: Any) -> tuple[int, ...]:
    """The variation selectors that a table of a font knows after some characters."""
    return tuple(table.uvsDict) if table.format == 14 else ()
