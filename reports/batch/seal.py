"""What a report was made from, told by the report itself: a later run sees by it what changed since.

The keywords of the PDF hold the assessment, a fingerprint of the row and of all that is on the pages but the day, and a
seal: the hash of the whole file with zeros in the seal's own place. A file to which somebody added a note, or one of
another program, has no seal that fits, and is nobody's to replace.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from reports.paper.typesetting import TEMPLATES

DIGITS = 32
BLANK = "0" * DIGITS
SEAL = re.compile(rb"fit-report-1 ([A-Za-z][A-Za-z0-9_]*) ([0-9a-f]{32}) ([0-9a-f]{32})")


@dataclass(frozen=True, slots=True)
class Sealed:
    """A report as a run left it: the assessment's id, and the fingerprint of what is on the pages."""

    assessment: str
    fingerprint: str


def fingerprint(page: Mapping[str, Any], answers: Mapping[str, int | str]) -> str:
    """Of a page's data as ``page_of`` gives it, of the answers behind it, and of the templates.

    The day stays out, or each one would be a change.
    """
    content = json.dumps([{**page, "date": ""}, answers], ensure_ascii=False, sort_keys=True)
    return sha256(_templates() + content.encode()).hexdigest()[:DIGITS]


def keywords(told: Sealed) -> str:
    """The keywords to typeset a report with that ``sealed`` shall close."""
    return f"fit-report-1 {told.assessment} {told.fingerprint} {BLANK}"


def sealed(pdf: bytes) -> bytes:
    """The PDF with its seal. Raises ValueError for one without the keywords."""
    if SEAL.search(pdf) is None:
        raise ValueError("this PDF was not typeset with keywords for a seal")
    return _with_seal(pdf, _hash(pdf).encode())


def seal_of(pdf: bytes) -> Sealed | None:
    """What an untouched report says of itself; None for any other file."""
    found = SEAL.search(pdf)
    if found is None or _hash(_with_seal(pdf, BLANK.encode())).encode() != found[3]:
        return None
    return Sealed(found[1].decode(), found[2].decode())


def _with_seal(pdf: bytes, seal: bytes) -> bytes:
    # The keywords stand twice in a PDF: in its table of properties and in its XMP.
    return SEAL.sub(lambda found: found[0][:-DIGITS] + seal, pdf)


def _hash(pdf: bytes) -> str:
    return sha256(pdf).hexdigest()[:DIGITS]


@cache
def _templates() -> bytes:
    return b"".join(path.read_bytes() for path in sorted(TEMPLATES.glob("*.typ")))
