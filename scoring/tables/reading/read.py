"""A file -> a raw table, by what the file holds; its name's ending decides nothing that its bytes say."""

from __future__ import annotations

import gzip
import io
import re
import zlib
from collections.abc import Collection
from pathlib import Path

import numpy as np
import polars as pl

from catalog.cells.encoding import NotDecoded, utf8_text
from catalog.questionnaire.assessment import Assessment
from scoring.tables.reading.delimited import read_delimited
from scoring.tables.reading.json_lines import read_json_lines
from scoring.tables.reading.raw import RawTable
from scoring.tables.reading.workbook import read_workbook
from scoring.tables.said import TableProblem, says

PARQUET = b"PAR1"
GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
# Excel up to 2003, and every workbook with a password.
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOK = b"xl/workbook"
JSON = re.compile(rb"\s*(\{\s*[\"}]|\[\s*[{\[\]])")
# A page saved under a table's name, as some systems offer it for Excel; a PDF.
NO_TABLE = re.compile(rb"\s*(<!doctype|<html|<\?xml|<table|%PDF-)", re.IGNORECASE)
SPACES = b" \t\r\n\x0b\x0c"


def read_table(assessment: Assessment, source: Path) -> RawTable:
    """Raises TableProblem for a file that is missing, empty, in no known kind or broken."""
    known = {*assessment.item, *assessment.scenario, *assessment.task}
    data = _bytes(source)
    if data.startswith(GZIP):
        data = _unpacked(data, source)
    if source.suffix.lower() == ".parquet" or data.startswith(PARQUET):
        return _parquet(data, source)
    if data.startswith(OLE):
        raise TableProblem(says("old_excel", source=source))
    if data.startswith(ZIP):
        if WORKBOOK not in data:
            raise TableProblem(says("other_archive", source=source))
        return read_workbook(data, known, source)
    return _text(data, known, source)


def _bytes(source: Path) -> bytes:
    try:
        return source.read_bytes()
    except FileNotFoundError:
        raise TableProblem(says("no_file", source=source)) from None
    except IsADirectoryError:
        raise TableProblem(says("is_folder", source=source)) from None
    except OSError as error:
        raise TableProblem(says("unreadable", source=source, reason=error.strerror)) from error


def _unpacked(data: bytes, source: Path) -> bytes:
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error) as error:
        raise TableProblem(says("broken_gzip", source=source, reason=error)) from error


def _parquet(data: bytes, source: Path) -> RawTable:
    try:
        table = pl.read_parquet(io.BytesIO(data))
    except (OSError, pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        reason = (str(error).splitlines() or ["unreadable"])[0]
        raise TableProblem(says("not_parquet", source=source, reason=reason)) from error
    frame = table.rename({name: str(place) for place, name in enumerate(table.columns)})
    return RawTable(tuple(table.columns), frame, lambda: np.arange(1, len(frame) + 1))


def _text(data: bytes, known: Collection[str], source: Path) -> RawTable:
    try:
        decoded = utf8_text(data)
    except NotDecoded as error:
        if error.line is None:
            raise TableProblem(says(error.fault, source=source)) from None
        raise TableProblem(says(error.fault, f"{source}:{error.line}")) from None
    text = decoded.data
    notes = [says("read_as", source=source, encoding=decoded.encoding)] if decoded.encoding else []
    if not text.strip(SPACES):
        raise TableProblem(says("empty", source=source))
    if NO_TABLE.match(text):
        raise TableProblem(says("no_table", source=source))
    if JSON.match(text):
        return read_json_lines(text, source).with_notes(*notes)
    return read_delimited(text, known, source).with_notes(*notes)
