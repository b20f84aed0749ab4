"""A table as it was read, before anything in it has a meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import polars as pl
from numpy.typing import NDArray

from scoring.tables.said import Sentence, says

Lines = NDArray[np.int64]
NAMED_LINES = 10


@dataclass(frozen=True, slots=True)
class RawTable:
    """``names``: the header's cells as they stand. ``frame``: one column each, called "0", "1", …

    ``lines``: gives the line of the file in which each row of the frame begins, from 1; of Parquet, the row's number.
    """

    names: tuple[str, ...]
    frame: pl.DataFrame
    lines: Callable[[], Lines]
    notes: tuple[Sentence, ...] = ()

    def rows(self, kept: NDArray[np.bool_]) -> RawTable:
        """Only the rows where ``kept`` is true."""
        before = self.lines
        return replace(self, frame=self.frame.filter(pl.Series(kept)), lines=lambda: before()[kept])

    def with_notes(self, *notes: Sentence) -> RawTable:
        return replace(self, notes=(*self.notes, *notes))


def text_frame(rows: Sequence[Sequence[str | None]], columns: int) -> pl.DataFrame:
    """Rows of cells as a frame of texts; missing cells at a row's end are null."""
    cells: list[list[str | None]] = [[] for _ in range(columns)]
    for row in rows:
        for place, column in enumerate(cells):
            column.append(row[place] if place < len(row) else None)
    return pl.DataFrame({str(place): pl.Series(column, dtype=pl.String) for place, column in enumerate(cells)})


def numbered(lines: Sequence[int]) -> Sentence | str:
    """Line numbers as a text, runs joined: ``4, 7-9``; of very many the first ones."""
    runs: list[list[int]] = []
    for line in lines:
        if runs and line == runs[-1][1] + 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    named = [str(first) if first == last else f"{first}-{last}" for first, last in runs]
    said = ", ".join(named[:NAMED_LINES])
    return said if len(named) <= NAMED_LINES else says("and_more", names=said, n=len(named) - NAMED_LINES)
