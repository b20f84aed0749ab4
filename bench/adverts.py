"""Reading an advertisement of 10,000 characters, against folding the same text to one width and case."""

from __future__ import annotations

import time
import unicodedata
from pathlib import Path

import yaml

from adverts.read import read
from bench.ratio import Ratio, seconds
from catalog.load import load_content

ROOT = Path(__file__).parents[1]
CHARACTERS = 10_000


def run() -> list[Ratio]:
    content = load_content(ROOT / "content")
    written = yaml.safe_load((ROOT / "tests/adverts/seen.yaml").read_text(encoding="utf-8"))
    text = ("\n\n".join(one["text"] for one in written) * 2)[:CHARACTERS]
    read(text, "", content, "ja")
    ratio = Ratio(
        work=f"an advertisement of {CHARACTERS:,} characters, read",
        seconds=seconds(lambda: read(text, "", content, "ja"), runs=9, clock=time.process_time),
        yardstick="each character by itself in NFKC and small letters",
        yardstick_seconds=seconds(lambda: [_plain(one) for one in text], runs=9, clock=time.process_time),
        # About twice what it takes; trying every phrase at every place would take a hundred times.
        most=100.0,
    )
    return [ratio]


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKC", character).casefold()
