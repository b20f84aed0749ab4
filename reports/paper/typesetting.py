"""Templates and data -> PDF or PNG. The compiler and its fonts are kept: a fresh one costs ten times more.

A template reads its data from ``sys.inputs`` as JSON, so that no text is ever taken for markup. Paper has fonts of its
own and looks alike on every machine.
"""

from __future__ import annotations

import json
import logging
import re
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from catalog.paper.fonts import font_folders, letters
from reports.paper.set_text import as_set_in, other_runs

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "typst"
PAGE_COUNT = re.compile(rb"/Type/Pages/Count (\d+)")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ACCESSIBLE: Final = "ua-1"
"""PDF/UA-1: the typesetter refuses a page that a screen reader could not tell."""
REFUSED = "PDF/UA-1 error: the text "
"""How the typesetter begins when it refuses a text that it would set without that standard."""
PANIC = "PanicException"
"""The end of a Rust thread as Python sees it: no Exception, so that it would pass every ``except`` and end a server."""
log = logging.getLogger(__name__)


class TypesetterBroke(Exception):
    """The typesetter itself failed."""


@dataclass(frozen=True, slots=True)
class _Kept:
    compiler: typst.Compiler
    lock: threading.Lock


def typeset_pdf(template: str, data: Mapping[str, Any], moment: datetime) -> bytes:
    """The PDF, tagged and with its fonts. ``moment`` is its date of creation: the same call gives the same bytes.

    Characters that no font holds come out as geta marks. Raises FontsMissing.
    """
    import typst

    try:
        return _compile(template, data, "pdf", moment=moment, standard=ACCESSIBLE)
    except typst.TypstError as problem:
        if not problem.message.startswith(REFUSED):
            raise
    # The fonts hold each character and still not all of them together. The text may be a name: it stays out of the log.
    log.warning("a text has letters that the fonts cannot set together; this file makes no claim to PDF/UA")
    return _compile(template, data, "pdf", moment=moment)


def page_count(pdf: bytes) -> int:
    """The pages of a PDF that ``typeset_pdf`` made. Raises ValueError for another one."""
    found = PAGE_COUNT.search(pdf)
    if found is None:
        raise ValueError("this PDF does not tell its pages as the typesetter writes them")
    return int(found[1])


def typeset_png(template: str, data: Mapping[str, Any], ppi: float) -> bytes:
    """The first page as PNG, ``ppi`` pixels to 72 points; characters as above. Raises FontsMissing."""
    return _compile(template, data, "png", ppi=ppi)


def _compile(
    template: str,
    data: Mapping[str, Any],
    form: Literal["pdf", "png"],
    *,
    moment: datetime = EPOCH,
    ppi: float | None = None,
    standard: Literal["ua-1"] | None = None,
) -> bytes:
    ready = as_set_in(data)
    ready["families"] = list(letters())
    ready["runs"] = other_runs(ready)
    # The longest first: a short run may stand within a longer one.
    ready["runs-pattern"] = "|".join(map(re.escape, sorted(ready["runs"], key=len, reverse=True)))
    kept = _kept()
    try:
        # The compiler is one object with one world of files: two threads take turns.
        with kept.lock:
            made = kept.compiler.compile(
                str(TEMPLATES / template),
                format=form,
                ppi=ppi,
                sys_inputs={"data": json.dumps(ready, ensure_ascii=False)},
                pdf_standards=[standard] if standard else [],
                timestamp=moment,
            )
    except BaseException as problem:
        if type(problem).__name__ != PANIC:
            raise
        # What it left behind is not used again.
        _made.cache_clear()
        raise TypesetterBroke(f"the typesetter broke down over {template}") from problem
    page = made[0] if isinstance(made, list) else made
    if page is None:
        raise RuntimeError(f"{template} gave no {form}")
    return page


_making = threading.Lock()


def _kept() -> _Kept:
    with _making:
        return _made()


@cache
def _made() -> _Kept:
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(folder) for folder in font_folders()],
    )
    return _Kept(typst.Compiler(root=str(TEMPLATES), font_paths=fonts, ignore_system_fonts=True), threading.Lock())
