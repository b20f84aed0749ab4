"""What a screen reader is told: the accessibility tree as Chromium makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Page

from catalog.reading.strict_yaml import parse
from tests.sites import ROOT

JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
LATIN = re.compile("[A-Za-z]{2}")
RUNNING_TEXT = ("StaticText", "term", "definition", "paragraph", "LabelText")


@dataclass(frozen=True, slots=True)
class Heard:
    """A part of the page: its role, its name, and what is said after it (a description, a value)."""

    role: str
    name: str
    further: tuple[str, ...] = ()


def heard(page: Page) -> list[Heard]:
    """Everything on the page that is not hidden from a screen reader, a text once, not line by line."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()

    def of(node: dict[str, dict[str, object]], key: str) -> str:
        return " ".join(str(node.get(key, {}).get("value", "")).split(" "))

    return [
        Heard(of(node, "role"), of(node, "name"), (of(node, "description"), of(node, "value")))
        for node in nodes
        if not node.get("ignored") and of(node, "role") != "InlineTextBox"
    ]


def names(page: Page, *roles: str) -> list[str]:
    """The names of all parts with these roles."""
    return [one.name for one in heard(page) if one.role in roles]


def strangers(page: Page, language: str) -> list[str]:
    """What is said in another language than the page's, and is no text of ours in the page's language.

    Names of widgets, links and pictures, titles and descriptions; in Japanese also all running text.
    """
    found = []
    for one in heard(page):
        for text in (one.name, *one.further):
            if language == "ja":
                strange = LATIN.search(text) and not JAPANESE.search(text) and not text.startswith("http")
            else:
                strange = JAPANESE.search(text) and one.role not in RUNNING_TEXT
            ours = all(part.strip() in written(language) for part in text.split("、"))
            if strange and not ours and text not in SWITCHES:
                found.append(f"{one.role}: {text}")
    return found


SWITCHES = ("English", "日本語")
"""Each language's switch is named in that language."""


@cache
def written(language: str) -> str:
    """All texts of the data files in the language, one after the other."""
    files = [path for room in ("content", "questions") for path in sorted((ROOT / room).rglob("*.yaml"))]
    texts = [text for path in files for text in _texts(parse(path.read_bytes(), path.name).value, language)]
    lessons = sorted((ROOT / "content" / "lessons" / language).glob("*.md"))
    return "\n".join([*texts, *(path.read_text(encoding="utf-8") for path in lessons)])


def _texts(node: Any, language: str) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get(language), str):
            yield " ".join(node[language].split())
        for below in node.values():
            yield from _texts(below, language)
    elif isinstance(node, list):
        for below in node:
            yield from _texts(below, language)
