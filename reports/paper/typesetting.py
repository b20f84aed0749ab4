"""Templates and data -> PDF or PNG. The compiler and its fonts are kept: a fresh one costs ten times more.

A template reads its data from ``sys.inputs`` as JSON, so that no text is ever taken for markup. Paper has fonts of its
own and looks alike on every machine.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "typst"
FONT_PACKAGES = ("noto_cjk_sans_jp_regular", "noto_cjk_sans_jp_bold")
PAGE_COUNT = re.compile(rb"/Type/Pages/Count (\d+)")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1: the typesetter refuses a page that a screen reader could not tell."""


class FontsMissing(Exception):
    """The packages with the fonts are not installed."""


@dataclass(frozen=True, slots=True)
class _Kept:
    compiler: typst.Compiler
    lock: threading.Lock


def typeset_pdf(template: str, data: Mapping[str, Any], moment: datetime, typed: str = "") -> bytes:
    """The PDF, tagged and with its fonts. ``moment`` is its date of creation: the same call gives the same bytes.

    Where ``typed`` is of a script that the fonts do not hold, the system's fonts help out. Raises FontsMissing.
    """
    if covered(typed):
        return _compile(template, data, "pdf", moment=moment, standard=ACCESSIBLE)
    return _compile(template, data, "pdf", moment=moment, system_fonts=True)


def page_count(pdf: bytes) -> int:
    """The pages of a PDF that ``typeset_pdf`` made. Raises ValueError for another one."""
    found = PAGE_COUNT.search(pdf)
    if found is None:
        raise ValueError("this PDF does not tell its pages as the typesetter writes them")
    return int(found[1])


def typeset_png(template: str, data: Mapping[str, Any], ppi: float, typed: str = "") -> bytes:
    """The first page as PNG, ``ppi`` pixels to 72 points; ``typed`` as above. Raises FontsMissing."""
    return _compile(template, data, "png", ppi=ppi, system_fonts=not covered(typed))


def covered(text: str) -> bool:
    """Whether the fonts of the packages, and those that the typesetter brings, hold every letter of ``text``."""
    import typst

    if text.isascii():
        return True
    try:
        _compile(
            "covered.typ", {"text": text, "language": "en", "palette": {"text": "#000000"}}, "pdf", standard=ACCESSIBLE
        )
    except typst.TypstError as problem:
        if "could not be displayed" not in problem.message:
            raise
        return False
    return True


def _compile(
    template: str,
    data: Mapping[str, Any],
    form: Literal["pdf", "png"],
    *,
    moment: datetime = EPOCH,
    ppi: float | None = None,
    standard: Literal["ua-1"] | None = None,
    system_fonts: bool = False,
) -> bytes:
    kept = _kept(system_fonts)
    # The compiler is one object with one world of files: two threads take turns.
    with kept.lock:
        made = kept.compiler.compile(
            str(TEMPLATES / template),
            format=form,
            ppi=ppi,
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=[standard] if standard else [],
            timestamp=moment,
        )
    page = made[0] if isinstance(made, list) else made
    if page is None:
        raise RuntimeError(f"{template} gave no {form}")
    return page


_making = threading.Lock()


def _kept(system_fonts: bool) -> _Kept:
    with _making:
        return _made(system_fonts)


@cache
def _made(system_fonts: bool) -> _Kept:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=system_fonts,
        include_embedded_fonts=True,
        font_paths=[str(folder) for folder in font_folders()],
    )
    return _Kept(typst.Compiler(root=str(TEMPLATES), font_paths=fonts, ignore_system_fonts=True), threading.Lock())


def font_folders() -> tuple[Path, ...]:
    """The folders of the packages that carry the fonts; nothing of them is imported. Raises FontsMissing."""
    folders = []
    for package in FONT_PACKAGES:
        found = find_spec(package)
        if found is None or found.origin is None:
            raise FontsMissing(f"The package {package} is missing. Install what requirements.txt names.")
        folders.append(Path(found.origin).parent)
    return tuple(folders)
