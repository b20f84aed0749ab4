"""An Excel table of 120 items to a checked folder and back, against openpyxl's own reading and writing of its cells."""

from __future__ import annotations

import io
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from time import process_time

from openpyxl import Workbook, load_workbook

from bench.ratio import Ratio, seconds
from catalog.tables.exporting import export_folder
from catalog.tables.importing import import_table
from catalog.tables.reading.read import read_bytes
from tests.catalog.tables.books import facets

MOST_IMPORT, MOST_EXPORT = 16.0, 5.0
"""About twice what they take."""


def run() -> list[Ratio]:
    data = facets()
    with tempfile.TemporaryDirectory() as temporary:
        within = Path(temporary)

        def taken() -> None:
            shutil.rmtree(within / "mine", ignore_errors=True)
            done = import_table(read_bytes(data, "t.xlsx"), within / "mine", "ja", replace=False, now=datetime.now())
            assert len(done.assessment.items) == 120

        def read() -> None:
            for sheet in load_workbook(io.BytesIO(data)):
                assert len(list(sheet.values)) == 121

        def given() -> None:
            export_folder(within / "mine", within / "all.xlsx", "ja", None)

        def written() -> None:
            made = Workbook()
            for row in load_workbook(within / "all.xlsx").worksheets[0].values:
                made.worksheets[0].append(list(row))
            made.save(within / "copy.xlsx")

        taken()
        return [
            Ratio(
                work="120 items of 30 facets from .xlsx to a folder, every check run, the files read back",
                seconds=seconds(taken, 5, process_time),
                yardstick="the same cells by openpyxl, nothing made of them",
                yardstick_seconds=seconds(read, 5, process_time),
                most=MOST_IMPORT,
            ),
            Ratio(
                work="the folder read, checked and written to .xlsx, a sheet a file",
                seconds=seconds(given, 5, process_time),
                yardstick="the sheet of items alone read and written by openpyxl",
                yardstick_seconds=seconds(written, 5, process_time),
                most=MOST_EXPORT,
            ),
        ]
