"""Reading an advertisement of 10,000 characters, against folding the same text to one width and case."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from adverts.read import read
from bench.ratio import Ratio, seconds
from catalog.content.content import Content
from catalog.load import load_content
from tests.adverts.labelled import Labelled, labelled

ROOT = Path(__file__).parents[1]
CHARACTERS = 10_000


def run() -> list[Ratio]:
    content = load_content(ROOT / "content")
    seen, later = labelled(ROOT / "tests/adverts/seen.yaml"), labelled(ROOT / "tests/adverts/later.yaml")
    japanese = [one for one in (*seen, *later) if one["language"] == "ja"]
    return [_read("an advertisement", seen, content), _read("Japanese advertisements in a row", japanese, content)]


def _read(work: str, adverts: Sequence[Labelled], content: Content) -> Ratio:
    text = "\n\n".join([one["text"] for one in adverts] * 2)[:CHARACTERS]
    read(text, "", content, "ja")
    return Ratio(
        work=f"{work} of {CHARACTERS:,} characters, read",
        seconds=seconds(lambda: read(text, "", content, "ja"), runs=9, clock=time.process_time),
        yardstick="each character by itself in NFKC and small letters",
        yardstick_seconds=seconds(lambda: [_plain(one) for one in text], runs=9, clock=time.process_time),
        # About twice what it takes; trying every phrase at every place would take a hundred times.
        most=45.0,
    )


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKC", character).casefold()
