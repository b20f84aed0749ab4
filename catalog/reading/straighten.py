"""Ids, numbers and words of the file that are written with look-alikes: each is named, and read as it was meant.

Read as meant, so that nothing else in the files is blamed: ``trait: ｃａｌｍ`` is no unknown trait.
"""

from __future__ import annotations

import re
from functools import cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

from catalog.reading.characters import SPACES, look_alike, straightened
from catalog.reading.document import Document, Node, Path
from catalog.reading.line_signs import guesses
from catalog.reading.source import remark_odd, report_mends
from catalog.reading.text import Text

_NUMBER = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)", re.ASCII)
_REMARK = re.compile(rf"[{SPACES}\s]+[#＃]")
_TRUTH = {"true": True, "false": False}


@cache
def adapter(shape: Any) -> TypeAdapter[Any]:
    return TypeAdapter(shape)


def straighten_leaf(document: Document, shape: Any, bare: Any, node: Node) -> object:
    """What the text at ``node`` was meant as, its look-alikes reported; the text itself where it needs no mending.

    shape: of the part, with its constraints. bare: without them.
    """
    written = node.text
    if written is None or node.path in document.spoilt:
        return node.value
    if _holds_parts(bare):
        _report_unopened(document, node.path, written)
        return written
    if written.isascii():
        return written
    remark = _REMARK.search(written)
    for cut in [written, *([written[: remark.start()]] if remark else [])]:
        plain = straightened(cut).strip()
        meant = _meant(shape, bare, plain)
        if meant is not None:
            _report(document, node.path, written, cut, remark, plain)
            return meant
    return written


def _report(document: Document, path: Path, written: str, cut: str, remark: re.Match[str] | None, plain: str) -> None:
    """Name the look-alikes in ``cut``, or those that make a remark behind it a part of the value."""
    part, begin, should = cut, 0, plain
    if cut.isascii() and remark is not None:
        part, begin, should = remark[0], remark.start(), straightened(remark[0])
    elif plain == cut.strip():
        should = ""
    at = begin + next(place for place, one in enumerate(part) if look_alike(one) is not None)
    remark_odd(document, path, document.place_in(path, written, at), part, should)


def _holds_parts(bare: Any) -> bool:
    if bare is Text or (isinstance(bare, type) and issubclass(bare, BaseModel)):
        return True
    origin = get_origin(bare)
    return origin is not None and origin not in (Literal, Union, UnionType)


def _report_unopened(document: Document, path: Path, written: str) -> None:
    """A text where a list or keys are wanted: brackets or colons that are none, or a colon without its space."""
    line, column = document.mark(path)
    rest, found = written, False
    while rest and line <= len(document.lines):
        here = document.lines[line - 1]
        words = here[column - 1 :].strip()
        if not words or not rest.startswith(words):
            break
        mends = [one for one in guesses(here, line - 1) if one.column >= column - 1]
        report_mends(mends, document.lines, document)
        found |= bool(mends)
        rest = rest[len(words) :].lstrip()
        line, column = line + 1, 1
    if found:
        # Nobody can tell what else the file would hold: what it does not hold is not blamed on other files either.
        document.spoilt |= {path, ()}


def _meant(shape: Any, bare: Any, plain: str) -> object:
    """The value that ``plain`` is, for a part of this shape; None where it fits no better than before."""
    if len(plain) > 2 and plain[0] == plain[-1] and plain[0] in "\"'":
        plain = plain[1:-1]
    if not plain:
        return None
    if bare is bool:
        return _TRUTH.get(plain)
    if bare in (int, float) or get_origin(bare) in (Union, UnionType):
        return (float(plain) if "." in plain else int(plain)) if _NUMBER.fullmatch(plain) else None
    if get_origin(bare) is Literal:
        return plain if plain in get_args(bare) else None
    if bare is str and plain.isascii() and not _valid(shape, "全角"):
        return plain if _valid(shape, plain) else None
    return None


def _valid(shape: Any, value: str) -> bool:
    try:
        adapter(shape).validate_python(value)
    except ValidationError:
        return False
    return True
