"""Labelled advertisements, and how a reading of one compares with its label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from adverts.read import read
from adverts.reading import Finding, Reading
from catalog.content.content import Content

Labelled = Mapping[str, Any]


def labelled(file: Path) -> list[Labelled]:
    found: list[Labelled] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Compared:
    """``right``: acceptable. Of ``signals`` places ``found`` are marked, of ``lacks`` ``said`` are said to lack."""

    name: str
    reading: Reading
    right: bool
    signals: int
    found: int
    lacks: int
    said: int
    false: tuple[str, ...]


def compare(one: Labelled, content: Content, language: str = "ja") -> Compared:
    reading = read(one["text"], one["title"], content, language)
    lacks = set(one["missing"])
    missing = {condition.condition for condition in reading.missing}
    return Compared(
        one["id"],
        reading,
        (reading.kind or "mixed") in one["acceptable"],
        len(one["signals"]),
        sum(_found(signal["quote"], one, reading) for signal in one["signals"]),
        len(lacks),
        len(lacks & missing),
        tuple(sorted(missing - lacks)),
    )


def _found(quote: str, one: Labelled, reading: Reading) -> bool:
    """Whether a mark lies over some of ``quote``, wherever that stands."""
    return _marked(quote, one["text"], reading.findings) or _marked(quote, one["title"], reading.title_findings)


def _marked(quote: str, text: str, findings: tuple[Finding, ...]) -> bool:
    at = text.find(quote)
    while at >= 0:
        if any(one.start < at + len(quote) and at < one.end for one in findings):
            return True
        at = text.find(quote, at + 1)
    return False


def totals(compared: list[Compared]) -> str:
    return (
        f"labels {sum(one.right for one in compared)} of {len(compared)}, "
        f"signals {sum(one.found for one in compared)} of {sum(one.signals for one in compared)}, "
        f"missing {sum(one.said for one in compared)} of {sum(one.lacks for one in compared)}, "
        f"more than one false: {[one.name for one in compared if len(one.false) > 1]}"
    )
