"""The questions of a guide as a share keeps them, and as a page or a paper says them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from catalog.content.words import Words
from catalog.reading.text import Text
from reports.guide.choose import OwnQuestion

Spoken = Mapping[str, str]
"""One text by language."""


class Asked(Protocol):
    """A core question as a campaign keeps it; ``low`` and ``high`` may be empty."""

    @property
    def ask(self) -> Spoken: ...
    @property
    def low(self) -> Spoken: ...
    @property
    def high(self) -> Spoken: ...


@dataclass(frozen=True, slots=True)
class ToldQuestion:
    """A question in one language. ``listen``: what to listen for, from the two sides alike; empty where none is given.

    ``why``: why this candidate is asked it; empty for a core question.
    """

    ask: str
    listen: tuple[str, ...]
    why: str = ""


def as_shared(own: Iterable[OwnQuestion]) -> dict[str, Any]:
    """What a share keeps of the guide: JSON with every language of the files."""
    return {
        "own": [
            {
                "trait": one.trait,
                "about": one.about,
                "ask": _texts(one.question.ask),
                "low": _texts(one.question.low),
                "high": _texts(one.question.high),
            }
            for one in own
        ]
    }


def own_told(content: Mapping[str, Any], words: Words) -> tuple[ToldQuestion, ...]:
    """A person's own questions from a share's ``content``; none where the guide is not among it."""
    own = content.get("guide", {}).get("own", ())
    return tuple(
        ToldQuestion(
            spoken(one["ask"], words), _listen(one["low"], one["high"], words), words(f"guide.about.{one['about']}")
        )
        for one in own
    )


def core_told(core: Iterable[Asked], words: Words) -> tuple[ToldQuestion, ...]:
    """A campaign's core questions in its own order."""
    return tuple(ToldQuestion(spoken(one.ask, words), _listen(one.low, one.high, words)) for one in core)


def spoken(text: Spoken, words: Words) -> str:
    """In the language of ``words``; in the first one that is written where it is not. Empty for no text at all."""
    return text.get(words.language) or next(filter(None, text.values()), "")


def _listen(low: Spoken, high: Spoken, words: Words) -> tuple[str, ...]:
    said = (spoken(low, words), spoken(high, words))
    return tuple(one for one in said if one.strip())


def _texts(text: Text) -> dict[str, str]:
    return dict(text.root)
