"""What is wrong with a table, by its cell, and what else a command about tables says: ``wording.yaml``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from catalog.command_line import Says, sentences
from catalog.reading.problem import Problem
from catalog.tables.sheet import Place

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
        return f"{self.place}: {self.heading}: {self.problem.sentence(language)}"


Said = Sentence | OfCell | Problem


class TableProblems(Exception):
    """Everything that is wrong with a table, by sheet and cell."""

    def __init__(self, said: Iterable[Said]) -> None:
        self.said: tuple[Said, ...] = tuple(dict.fromkeys(said))
        super().__init__("\n".join(one.in_language("en") for one in self.said))
