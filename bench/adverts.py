"""Reading an advertisement of 10,000 characters, against folding the same text to one width and case."""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path

import yaml

from adverts.read import read
from bench.ratio import Ratio, seconds
from catalog.content.content import Content
from catalog.load import load_content

ROOT = Path(__file__).parents[1]
CHARACTERS = 10_000


def run() -> list[Ratio]:
    content = load_content(ROOT / "content")
    written = {name: _written(name) for name in ("seen.yaml", "later.yaml")}
    japanese = [one for texts in written.values() for one in texts if one["language"] == "ja"]
    # About twice what it takes; trying every phrase at every place would take a hundred times.
    return [
        _read("an advertisement", written["seen.yaml"], content, most=45.0),
        _read("Japanese advertisements in a row", japanese, content, most=45.0),
    ]


def _written(name: str) -> list[dict[str, str]]:
    written: list[dict[str, str]] = yaml.safe_load((ROOT / "tests/adverts" / name).read_text(encoding="utf-8"))
    return written


def _read(work: str, adverts: Sequence[Mapping[str, str]], content: Content, most: float) -> Ratio:
    text = "\n\n".join([one["text"] for one in adverts] * 2)[:CHARACTERS]
    read(text, "", content, "ja")
    return Ratio(
        work=f"{work} of {CHARACTERS:,} characters, read",
        seconds=seconds(lambda: read(text, "", content, "ja"), runs=9, clock=time.process_time),
        yardstick="each character by itself in NFKC and small letters",
        yardstick_seconds=seconds(lambda: [_plain(one) for one in text], runs=9, clock=time.process_time),
        most=most,
    )


def _plain(character: str) -> str:
    return unicodedata.normalize("NFKC", character).casefold()
