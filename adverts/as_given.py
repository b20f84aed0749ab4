"""A text as somebody gave it: its title apart from the rest, cut where it is endless, and what is odd about it."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

MOST = 20_000
"""Characters that are read: several times the longest advertisement. The page says where a text was cut."""
LONGEST_TITLE = 60
Oddity = Literal["too_long", "doubled", "markup", "menus", "quoted"]
"""``too_long``: cut at ``MOST``. ``doubled``: the same text twice. ``markup``: tags of a web page in it. ``menus``:
mostly short lines, as of a page with its menus. ``quoted``: lines of a mail that was answered."""

_TAG = re.compile(
    r"</?(?:html|head|body|script|style|div|span|p|a|ul|li|table|td|tr|br|h[1-6]|img|iframe|svg)\b[^>]*>", re.I
)
_QUOTE = re.compile(r"^\s*(?:>|＞|\|\s)", re.M)
_SENTENCE = re.compile(r"[。！？!?．]|\.\s|\.$")
_BULLET = re.compile(r"^\s*[-*・•●■◆▼▶○〇□◇★☆※＊(（【〔［\[<＜《「0-9０-９①-⑳A-Zａ-ｚ]")
FEWEST_TAGS, FEWEST_LINES, SHORT = 3, 30, 14
MENU_SHARE, QUOTED_SHARE = 0.6, 0.3


class Given(NamedTuple):
    title: str
    text: str


def title_and_text(title: str, text: str) -> Given:
    """Both as they are read. Without a title of its own the first line is one, where it looks so and more follows."""
    title, text = title.strip(), text[: MOST + 1].strip("\r\n \t\u3000\ufeff")
    if title:
        return Given(title, text[:MOST])
    first, line_end, rest = text.partition("\n")
    if line_end and rest.strip() and 0 < len(first.strip()) <= LONGEST_TITLE and not _SENTENCE.search(first.strip()):
        return Given(first.strip(), rest.strip("\r\n")[:MOST])
    return Given("", text[:MOST])


def oddities(text: str) -> tuple[Oddity, ...]:
    """What is worth a word to whoever gave ``text``, before it is read; nothing of it keeps it from being read."""
    found: list[Oddity] = []
    if len(text) > MOST:
        found.append("too_long")
    text = text[:MOST]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if _doubled(text):
        found.append("doubled")
    if len(_TAG.findall(text)) >= FEWEST_TAGS:
        found.append("markup")
    elif _menus(lines):
        found.append("menus")
    if lines and len(_QUOTE.findall(text)) >= QUOTED_SHARE * len(lines):
        found.append("quoted")
    return tuple(found)


def same_text(one: str, other: str) -> bool:
    """Whether two texts are the same but for spaces and line breaks; two empty ones are not."""
    return bool(_bare(one)) and _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return "".join(text.split())


def _doubled(text: str) -> bool:
    bare = _bare(text)
    half = len(bare) // 2
    return half >= LONGEST_TITLE and len(bare) % 2 == 0 and bare[:half] == bare[half:]


def _menus(lines: list[str]) -> bool:
    if len(lines) < FEWEST_LINES:
        return False
    short = sum(len(line) <= SHORT and not _SENTENCE.search(line) and not _BULLET.match(line) for line in lines)
    return short >= MENU_SHARE * len(lines)
