"""What is wrong with a table, by its cell, and what else a command about tables says: ``wording.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from catalog.command_line import Says, sentences
from catalog.reading.problem import Problem
from catalog.tables.headings import sheet_name
from catalog.tables.sheet import Place

_FILE = re.compile(r"\b([a-z]+)\.yaml( ?)")
WORDING = Path(__file__).with_name("wording.yaml")


def says(language: str) -> Says:
    return sentences(WORDING, language)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence of ``wording.yaml`` that ``code`` names, said of a cell, or of no place in particular."""

    code: str
    place: Place | None = None
    values: tuple[tuple[str, object], ...] = ()

    def in_language(self, language: str) -> str:
        said = says(language)(self.code, **dict(self.values))
        return f"{self.place}: {said}" if self.place else said


def sentence(code: str, place: Place | None = None, /, **values: object) -> Sentence:
    return Sentence(code, place, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class OfCell:
    """What the check of the files says of a part that stands in a cell."""

    place: Place
    heading: str
    problem: Problem

    def in_language(self, language: str) -> str:
        heading = f"{self.heading}: " if self.heading else ""
        return f"{self.place}: {heading}{_of_sheets(self.problem.sentence(language), language)}"


def _of_sheets(said: str, language: str) -> str:
    """The sentence with sheets where it names files: whoever has a table has no files yet."""

    def sheet(found: re.Match[str]) -> str:
        named = says(language)("the_sheet", name=sheet_name(found[1], language))
        # Japanese puts no space between words that are both its own.
        return named if language == "ja" else named + found[2]

    return _FILE.sub(sheet, said)


Said = Sentence | OfCell | Problem


class TableProblems(Exception):
    """Everything that is wrong with a table, by sheet and cell."""

    def __init__(self, said: Iterable[Said]) -> None:
        self.said: tuple[Said, ...] = tuple(dict.fromkeys(said))
        super().__init__("\n".join(one.in_language("en") for one in self.said))
