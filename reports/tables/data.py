"""A person's result as data to take along: JSON for programs, CSV and Excel for tables."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import date
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from catalog.cells.inert import inert
from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment
from catalog.time_zone import operator_day
from reports.tables.tables import Answers, Cell, Table, tables
from reports.told.aligned import aligned
from reports.told.headline import headline, warning
from reports.told.numbers import numbers
from scoring.rule.result import Result

BOM = "\N{BYTE ORDER MARK}"
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def person_json(
    result: Result, assessment: Assessment, words: Words, answers: Answers | None = None, on: date | None = None
) -> bytes:
    """Everything of a result as JSON in UTF-8: the answers, every number unrounded, and as it is shown.

    ``shown`` holds {measure, id, name, shown, spread, rounded, value, low, high}, one for each number of the page.
    Raises ValueError for a result of another assessment.
    """
    told = aligned(result, assessment)
    said, caution = headline(told, assessment, words), warning(told, assessment, words)
    content: dict[str, Any] = {
        "assessment": {"id": assessment.id, "title": words.of(assessment.title)},
        "version": result.version,
        "files_hash": result.files_hash,
        "form": result.form,
        "date": _day(on).isoformat(),
        "language": words.language,
        "sentences": {
            "warning": [caution.sentence, *caution.further] if caution else [],
            "verdict": [said.sentence, *said.further],
            "quality": [words(f"result.quality.{flag}") for flag in told.flags],
        },
        "shown": [asdict(one) for one in numbers(told, assessment, words).values()],
        "result": _plain(asdict(result)),
        "answers": dict(answers or {}),
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False).encode() + b"\n"


def person_csv(
    result: Result,
    assessment: Assessment,
    words: Words,
    answers: Answers | None = None,
    on: date | None = None,
    sheet: str = "traits",
) -> bytes:
    """One sheet as CSV, UTF-8 with a byte order mark. Raises KeyError for an unknown sheet."""
    found = {one.id: one for one in tables(result, assessment, words, answers or {}, _day(on))}
    return csv_of(found[sheet])


def person_csv_zip(
    result: Result, assessment: Assessment, words: Words, answers: Answers | None = None, on: date | None = None
) -> bytes:
    """All sheets as CSV files in one ZIP, the same bytes for the same arguments."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for sheet in tables(result, assessment, words, answers or {}, _day(on)):
            archive.writestr(ZipInfo(f"{sheet.id}.csv", ZIP_EPOCH), csv_of(sheet), ZIP_DEFLATED)
    return packed.getvalue()


def person_xlsx(
    result: Result, assessment: Assessment, words: Words, answers: Answers | None = None, on: date | None = None
) -> bytes:
    """The sheets as an Excel workbook."""
    from reports.tables.excel import workbook

    return workbook(tables(result, assessment, words, answers or {}, _day(on)), _day(on))


def csv_of(sheet: Table) -> bytes:
    """The sheet with its columns' ids as the header. A text that could be a formula begins with an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows([_written(cell) for cell in row] for row in sheet.rows)
    return (BOM + text.getvalue()).encode()


def _written(cell: Cell) -> Cell:
    return inert(cell) if isinstance(cell, str) else cell


def _day(on: date | None) -> date:
    return on or operator_day()


def _plain(node: Any) -> Any:
    """Mappings and tuples as JSON has them."""
    if isinstance(node, dict):
        return {key: _plain(below) for key, below in node.items()}
    if isinstance(node, tuple | list):
        return [_plain(below) for below in node]
    return node
