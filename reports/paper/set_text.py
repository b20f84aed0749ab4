"""A page's data as paper can set it: every text in it, whoever wrote it, before the typesetter sees any."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.paper.fonts import BODY
from catalog.paper.runs import GETA, as_set, runs

DRAWN = frozenset(("svg", "mark"))
"""Keys of pictures: their texts are set already, and their markup is no text."""
MOST_RUNS = 100
"""The typesetter gives up at some 250 in a paragraph, which may hold more texts than one."""


def as_set_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of ``data``, what JSON can hold, with every text as paper sets it. Raises FontsMissing."""
    return {key: part if key in DRAWN else _set(part) for key, part in data.items()}


def _set(part: Any) -> Any:
    if isinstance(part, str):
        return as_set(part)
    if isinstance(part, Mapping):
        return as_set_in(part)
    if isinstance(part, list | tuple):
        return [_set(one) for one in part]
    return part


def other_runs(data: Mapping[str, Any]) -> dict[str, str]:
    """The family of each run that is not set in the body's font, by its text.

    Empty where a text has more runs than the typesetter can take: it then looks for fonts itself, letter by letter.
    """
    found: dict[str, str] = {}
    for text in _texts(data):
        others = [run for run in runs(text) if run.family != BODY]
        if len(others) > MOST_RUNS:
            return {}
        found |= {run.text: run.family for run in others}
    return found


def has_gaps(data: Mapping[str, Any]) -> bool:
    """Whether a geta mark stands for a character somewhere in ``data``, in its pictures too."""
    return any(GETA in text for text in _texts(data, drawn=True))


def _texts(part: Any, drawn: bool = False) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for key, value in part.items():
            if drawn or key not in DRAWN:
                yield from _texts(value, drawn)
    elif isinstance(part, list | tuple):
        for value in part:
            yield from _texts(value, drawn)
