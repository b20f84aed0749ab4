"""What the commands that read a table of answers say, in every language of ``wording.yaml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from catalog.reading.wording import default_language

WORDING = Path(__file__).with_name("wording.yaml")
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
SHOWN = 50
"""Of very many sentences of one kind, so many are shown; the last line counts them all."""


@cache
def _wording() -> Mapping[str, Mapping[str, Any]]:
    content: Mapping[str, Mapping[str, Any]] = yaml.load(WORDING.read_text(encoding="utf-8"), Loader=LOADER)
    return content


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence that ``wording.yaml`` calls ``code``, with ``values`` in its places and ``place`` in front.

    ``place`` is ``FILE:line`` or ``FILE:line:column``; a value that is a sentence itself is said in the same language.
    """

    code: str
    values: tuple[tuple[str, object], ...] = ()
    place: str = ""

    def in_language(self, language: str) -> str:
        """The whole sentence; in the default language where ``language`` is not spoken. Raises KeyError for no code."""
        spoken = _wording()["sentences"][self.code]
        values = {
            name: value.in_language(language) if isinstance(value, Sentence) else value for name, value in self.values
        }
        said = spoken.get(language, spoken[default_language()]).format_map(values)
        return f"{self.place}: {said}" if self.place else said

    def __str__(self) -> str:
        return self.in_language(default_language())


def says(code: str, place: str = "", **values: object) -> Sentence:
    return Sentence(code, tuple(values.items()), place)


def command_says(code: str, language: str, **values: object) -> str:
    """A sentence of the command line itself."""
    return Sentence(code, tuple(values.items())).in_language(language)


class TableProblem(Exception):
    """The table cannot be used: every reason, one sentence each, that says what to do."""

    def __init__(self, sentences: Sentence | Iterable[Sentence]) -> None:
        self.sentences = (sentences,) if isinstance(sentences, Sentence) else tuple(sentences)
        super().__init__("\n".join(str(sentence) for sentence in self.sentences))

    def lines(self, language: str) -> list[str]:
        return shown(self.sentences, language)


@dataclass(frozen=True, slots=True)
class BadCells(Exception):
    """Every cell that is no answer, by row and column; each sentence says where it stands in the file."""

    sentences: tuple[Sentence, ...]

    def lines(self, language: str) -> list[str]:
        """The first SHOWN of them; whoever prints them counts them all."""
        return [sentence.in_language(language) for sentence in self.sentences[:SHOWN]]


def shown(sentences: Sequence[Sentence], language: str) -> list[str]:
    """The first SHOWN sentences, and how many more there are."""
    lines = [sentence.in_language(language) for sentence in sentences[:SHOWN]]
    if len(sentences) > SHOWN:
        lines.append(command_says("more", language, n=len(sentences) - SHOWN))
    return lines


def listed(names: Sequence[object], most: int) -> Sentence | str:
    """The names joined by a comma; of more than ``most`` the first ones and how many more."""
    said = ", ".join(str(name) for name in names[:most])
    return said if len(names) <= most else says("and_more", names=said, n=len(names) - most)
