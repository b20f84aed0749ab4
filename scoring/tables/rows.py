"""The rows of a raw table that are somebody's: not the empty ones, and not the header standing there again."""

from __future__ import annotations

import numpy as np
import polars as pl
from numpy.typing import NDArray

from scoring.tables.reading.raw import RawTable, numbered
from scoring.tables.said import says


def filled(frame: pl.DataFrame, place: int) -> bool:
    """Whether anything stands in the column."""
    return bool((~empty_cells(frame.to_series(place))).any())


def empty_cells(cells: pl.Series) -> pl.Series:
    """Where nothing stands: null, only spaces, or in a column of numbers NaN."""
    if cells.dtype == pl.String:
        return cells.is_null() | (cells.str.strip_chars() == "")
    if cells.dtype.is_float():
        return cells.is_null() | cells.is_nan().fill_null(False)
    return cells.is_null()


def somebody(table: RawTable, source: object) -> RawTable:
    """Without rows in which every cell is empty; those between others are noted: the results have fewer rows."""
    frame = table.frame
    nobody = _all_empty(frame)
    again = _header_again(table)
    notes = []
    if nobody.any():
        last = len(nobody) - int(np.argmin(nobody[::-1])) if not nobody.all() else 0
        between = nobody.copy()
        between[last:] = False
        if between.any():
            notes.append(says("nobody", source=source, lines=numbered(table.lines()[between].tolist())))
    if again.any():
        notes.append(says("header_again", source=source, lines=numbered(table.lines()[again].tolist())))
    left_out = nobody | again
    return table.rows(~left_out).with_notes(*notes) if left_out.any() else table


def _all_empty(frame: pl.DataFrame) -> NDArray[np.bool_]:
    """(rows,) Column by column, and only the rows that were empty so far: soon there are none of them left."""
    places = np.arange(len(frame))
    for column in frame:
        if not len(places):
            break
        part = column.gather(places) if len(places) < len(frame) else column
        places = places[empty_cells(part).to_numpy()]
    nobody = np.zeros(len(frame), dtype=np.bool_)
    nobody[places] = frame.width > 0
    return nobody


def _header_again(table: RawTable) -> NDArray[np.bool_]:
    """(rows,) Where every cell repeats its column's name, as in tables put together one below the other."""
    nowhere = np.zeros(len(table.frame), dtype=np.bool_)
    named = [(name, column) for name, column in zip(table.names, table.frame, strict=True) if name.strip()]
    if not named or any(column.dtype != pl.String for _, column in named):
        return nowhere
    again = ~nowhere
    for name, column in named:
        again &= (column == name).fill_null(False).to_numpy()
        if not again.any():
            break
    return again
