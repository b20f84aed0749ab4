"""The rows of a sheet below its header, and how what stands in them is put into the files."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.reading.characters import SPACES
from catalog.reading.document import Path
from catalog.tables.gathering.chosen import Chosen
from catalog.tables.gathering.columns import Column
from catalog.tables.gathering.gathered import Gathered
from catalog.tables.paths import shown
from catalog.tables.said import sentence
from catalog.tables.sheet import Place

AROUND = SPACES + " \t\n"


def add(gathered: Gathered, file: str, path: Path, value: object, place: Place, heading: str) -> None:
    """Put a value in its place, or say that something else stands on the way to it."""
    try:
        gathered.add(file, path, value, place, heading)
    except ValueError:
        gathered.problems.append(sentence("does_not_fit", place, part=shown(path)))


def rows(chosen: Chosen) -> Iterator[tuple[int, list[tuple[Column, str]]]]:
    """The rows below the header with the cell of each known column, empty ones too."""
    for row, cells in chosen.sheet.rows.items():
        if row > chosen.header.row:
            known = [
                (column, cells[at - 1] if at <= len(cells) else "") for at, column in chosen.header.columns.items()
            ]
            if any(cell.strip() for _, cell in known):
                yield row, known


def number_of(chosen: Chosen, wanted: Column) -> int:
    return next(at for at, column in chosen.header.columns.items() if column == wanted)


def first_column(chosen: Chosen) -> int:
    return min(chosen.header.columns, default=1)
