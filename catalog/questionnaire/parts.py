"""What stands anywhere in a part of the typed files: the facts that it rests on, its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from catalog.reading.text import Text


def facts_in(part: object) -> Iterator[str]:
    """The facts of every statement under ``part``."""
    if isinstance(part, BaseModel):
        for name, held in part:
            if name == "facts":
                yield from held
            else:
                yield from facts_in(held)
    else:
        for held in _members(part):
            yield from facts_in(held)


def texts_in(part: object) -> Iterator[Text]:
    """Every text under ``part``."""
    if isinstance(part, Text):
        yield part
    elif isinstance(part, BaseModel):
        for _, held in part:
            yield from texts_in(held)
    else:
        for held in _members(part):
            yield from texts_in(held)


def _members(part: object) -> Iterator[object]:
    if isinstance(part, (list, tuple)):
        yield from part
    elif isinstance(part, Mapping):
        yield from part.values()
