"""A table of answers -> a folder of PDFs, one a row. What has changed is made anew, what has not stays as it is."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.paper.fonts import FontsMissing
from catalog.questionnaire.assessment import Assessment
from catalog.whole_file import whole_file
from reports.batch.answers_in import AnswerTable
from reports.batch.file_names import file_names
from reports.batch.seal import Sealed, fingerprint, keywords, seal_of, sealed
from reports.paper.page import page_of
from reports.paper.pdf import person_pdf
from scoring import score_one

ENDING = ".pdf"
DRAFT = re.compile(r"\..+\.pdf(\.[0-9a-f]{8})?\.part")
"""What a run that was killed leaves behind of the file that it was about to write."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be made: the line of its row in the table, the name of its file, and why."""

    line: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """Where a run stands: ``ready`` of ``total`` rows have their file, ``kept`` of them were left as they were.

    ``renewed``: files made anew, as what is on them has changed. ``foreign``: names of kept files that no run for this
    assessment wrote, or that somebody has changed since. ``failed``: the rows whose report could not be made.
    """

    ready: int
    total: int
    kept: int
    renewed: int = 0
    foreign: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()


def write_all(
    assessment: Assessment, content: Content, words: Words, table: AnswerTable, folder: Path, on: date
) -> Iterator[Step]:
    """Writes each row's PDF into ``folder`` where it is not there as it would be today, and tells after each row.

    A file appears under its name when it is whole. A row whose report cannot be made holds up no other. Raises
    NotWritten or OSError where the folder takes no file, FontsMissing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _clear_drafts(folder)
    names = file_names(table.ids, ENDING)
    ready = kept = renewed = 0
    foreign: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
    yield Step(ready, len(names), kept)
    for row, form, answers in table.sheets(assessment):
        target = folder / names[row]
        there = os.path.lexists(target)
        before = _seal_at(target) if there else None
        try:
            result = score_one(assessment, form, answers)
            today = Sealed(assessment.id, fingerprint(page_of(result, assessment, content, words, "", on), answers))
            strange = there and (before is None or before.assessment != assessment.id)
            stays = strange or before == today
            report = b"" if stays else person_pdf(result, assessment, content, words, on=on, keywords=keywords(today))
        except FontsMissing:
            raise
        except Exception as error:
            # Whatever it is, it is this row's alone; the command names it with its line.
            why = f"{type(error).__name__}: {error}".removesuffix(": ")
            failed += (Failure(table.lines[row], names[row], why),)
        else:
            if stays:
                kept += 1
                foreign += (names[row],) if strange else ()
            else:
                with whole_file(target) as draft:
                    draft.write_bytes(sealed(report))
                renewed += there
            ready += 1
        yield Step(ready, len(names), kept, renewed, foreign, failed)


def left_over(assessment: Assessment, table: AnswerTable, folder: Path) -> tuple[str, ...]:
    """The names of reports for this assessment in ``folder`` that belong to no row of the table, in order."""
    names = {name.casefold() for name in file_names(table.ids, ENDING)}
    found = []
    for path in sorted(folder.iterdir()):
        if path.name.casefold() not in names and path.suffix.lower() == ENDING:
            seal = _seal_at(path)
            if seal is not None and seal.assessment == assessment.id:
                found.append(path.name)
    return tuple(found)


def _seal_at(path: Path) -> Sealed | None:
    """The seal of what stands at ``path``; None where there is none, or where it cannot be read."""
    try:
        return seal_of(path.read_bytes()) if path.is_file() else None
    except OSError:
        return None


def _clear_drafts(folder: Path) -> None:
    for path in list(folder.iterdir()):
        if DRAFT.fullmatch(path.name) and path.is_file():
            path.unlink()
