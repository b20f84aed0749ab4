"""A table of answers -> a folder of PDFs, one a row. What is there already stays, so that a stopped run goes on."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from catalog.content.content import Content
from catalog.content.words import Words
from catalog.paper.fonts import FontsMissing
from catalog.questionnaire.assessment import Assessment
from reports.batch.answers_in import AnswerTable
from reports.batch.file_names import file_names
from reports.paper.pdf import person_pdf
from scoring import score_sheet

ENDING = ".pdf"
UNFINISHED = ".part"


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that could not be made: the line of its row in the table, the name of its file, and why."""

    line: int
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """Where a run stands: ``ready`` of ``total`` are there, ``kept`` of them from before; ``failed`` are not."""

    ready: int
    total: int
    kept: int
    failed: tuple[Failure, ...] = ()


def write_all(
    assessment: Assessment, content: Content, words: Words, table: AnswerTable, folder: Path, on: date
) -> Iterator[Step]:
    """Writes each row's PDF into ``folder`` and tells after each where it stands.

    A file is written under another name and renamed when it is whole. A row whose report cannot be made holds up no
    other. Raises OSError where the folder takes no file, FontsMissing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = file_names(table.ids, ENDING)
    there = {entry.name for entry in os.scandir(folder) if entry.is_file() and entry.name.endswith(ENDING)}
    kept = sum(name in there for name in names)
    ready, total = kept, len(names)
    failed: tuple[Failure, ...] = ()
    yield Step(ready, total, kept)
    for row, form, answers in table.sheets(assessment):
        if names[row] in there:
            continue
        try:
            page = person_pdf(score_sheet(assessment, form, answers), assessment, content, words, on=on)
        except FontsMissing:
            raise
        except Exception as error:
            why = f"{type(error).__name__}: {error}".removesuffix(": ")
            failed += (Failure(table.lines[row], names[row], why),)
        else:
            write_whole(folder / names[row], page)
            ready += 1
        yield Step(ready, total, kept, failed)


def write_whole(target: Path, content: bytes) -> None:
    """``target`` appears whole or not at all."""
    unfinished = target.with_name(f".{target.name}{UNFINISHED}")
    try:
        unfinished.write_bytes(content)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
