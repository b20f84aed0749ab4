"""How a room chose, as the kept snapshot tells it: an option, or several counted together, and how many."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.content.words import Words
from charts.sentence import quoted
from reports.workshop.questions import AskedText


@dataclass(frozen=True, slots=True)
class CountBar:
    """``shown``: the count in words; ``count``: None where it would tell too much.

    ``right``: one of those that are named is, and its name says so.
    """

    name: str
    shown: str
    count: int | None
    right: bool = False


def bars(content: Mapping[str, Any], asked: AskedText, words: Words) -> tuple[CountBar, ...]:
    """In the order of the snapshot; what the files do not hold any more is left out."""
    told = content.get("told", ())
    if content.get("kind") == "single":
        found = [_bar(words, asked, cell["options"], cell["count"]) for cell in told]
    elif content.get("kind") == "several":
        found = [_bar(words, asked, [one["option"]], one["count"]) for one in told]
    else:
        found = [_placed(words, asked, one["option"], one["cells"]) for one in told]
    return tuple(one for one in found if one is not None)


def _bar(words: Words, asked: AskedText, options: list[str], count: int | None) -> CountBar | None:
    known = [option for option in options if option in asked.options]
    if not known:
        return None
    texts = [asked.marked(words, option) for option in known]
    name = texts[0] if len(texts) == 1 else quoted(words, texts)
    return CountBar(name, _people(words, count), count, not asked.right.isdisjoint(known))


def _placed(words: Words, asked: AskedText, option: str, cells: list[dict[str, Any]]) -> CountBar | None:
    """Of what is sorted or matched: how many put it where it belongs."""
    place = asked.belongs.get(option)
    if place is None or option not in asked.options:
        return None
    count = next((cell["count"] for cell in cells if cell["options"] == [place]), None)
    target = asked.places.get(place, place)
    name = words("shown.belongs", option=asked.options[option], place=target)
    return CountBar(name, _people(words, count), count, True)


def _people(words: Words, count: int | None) -> str:
    return words("shown.hidden") if count is None else words("shown.people", n=count)
