"""What was gathered from a table for each file: plain values, and the cell of each part."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog.questionnaire.shapes import ASSESSMENT_SHAPES
from catalog.reading.document import Document, Mark, Path
from catalog.reading.problem import Problem
from catalog.tables.paths import put
from catalog.tables.said import OfCell, Said
from catalog.tables.sheet import Place


@dataclass(frozen=True, slots=True)
class Stood:
    """Where a part of a file stood in the table, and under which heading."""

    place: Place
    heading: str
    file: str
    path: Path


@dataclass(slots=True)
class Gathered:
    """``values`` by file name without ``.yaml``; paths count members of a list from 1 while a table is read.

    ``marks`` and ``keys``: where a part and its key stand, as a number in ``stood``, from 1.
    ``made``: ids that were made here, with the name that the table gave in their place.
    ``added``: traits that are new beside the folder's own, with the cell and heading that name each first.
    """

    values: dict[str, Any] = field(default_factory=dict)
    stood: list[Stood] = field(default_factory=list)
    marks: dict[str, dict[Path, int]] = field(default_factory=dict)
    keys: dict[str, dict[Path, int]] = field(default_factory=dict)
    notes: list[Said] = field(default_factory=list)
    problems: list[Said] = field(default_factory=list)
    made: dict[str, str] = field(default_factory=dict)
    added: dict[str, tuple[Place, str]] = field(default_factory=dict)

    def add(self, file: str, path: Path, value: object, place: Place, heading: str) -> None:
        """Raises ValueError where the path does not fit what is there."""
        self.values[file] = put(self.values.get(file), path, value)
        self.mark(file, path, place, heading)

    def mark(self, file: str, path: Path, place: Place, heading: str) -> None:
        """Remember the cell of a part, even of one that is empty: so its absence has a place."""
        self._mark(self.marks, file, path, place, heading)

    def mark_key(self, file: str, path: Path, place: Place, heading: str) -> None:
        """Remember the cell of a part's key, where it has one of its own."""
        self._mark(self.keys, file, path, place, heading)

    def _mark(self, marks: dict[str, dict[Path, int]], file: str, path: Path, place: Place, heading: str) -> None:
        counted = _from_zero(path)
        if counted not in marks.setdefault(file, {}):
            self.stood.append(Stood(place, heading, file, counted))
            marks[file][counted] = len(self.stood)

    def document(self, file: str) -> Document:
        """The file as if it had been read. A part's line is the number of its cell in ``stood``."""
        marks: dict[Path, Mark] = {path: (number, 1) for path, number in self.marks.get(file, {}).items()}
        # Without a mark of its own the file stands where its first cell does.
        marks.setdefault((), (min((line for line, _ in marks.values()), default=0), 1))
        keys = marks | {path: (number, 1) for path, number in self.keys.get(file, {}).items()}
        return Document(_named(file), file, value=self.values[file], read=True, keys=keys, values=marks)

    def of_cell(self, problem: Problem) -> Said:
        """The problem said of its cell; as it is where it stands in no table."""
        if problem.file not in map(_named, ASSESSMENT_SHAPES) or not 0 < problem.line <= len(self.stood):
            return problem
        stood = self._nearer(self.stood[problem.line - 1], dict(problem.values))
        said = dict(problem.values)
        if isinstance(first := said.get("line"), int) and 0 < first <= len(self.stood):
            earlier = self.stood[first - 1].place
            said |= {"file": str(Place(earlier.table, earlier.sheet)), "line": earlier.row}
        return OfCell(
            stood.place,
            stood.heading,
            Problem.of(
                problem.file,
                problem.line,
                problem.column,
                problem.where,
                problem.code,
                todo=problem.todo_code,
                values=said,
            ),
        )

    def _nearer(self, stood: Stood, values: Mapping[str, object]) -> Stood:
        """The cell of the very key or language that is missing, where the table has a column for it."""
        for key in ("name", "language"):
            number = self.marks[stood.file].get((*stood.path, str(values.get(key, ""))))
            if number is not None:
                return self.stood[number - 1]
        return stood


def _named(file: str) -> str:
    """No path of a file looks like this."""
    return f"<{file}>"


def _from_zero(path: Path) -> Path:
    return tuple(part - 1 if isinstance(part, int) else part for part in path)
