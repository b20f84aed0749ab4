"""An assessment's folder becomes a table, or one for a translator."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from catalog.load import load_assessment
from catalog.questionnaire.files import AssessmentFiles
from catalog.tables.translated import words_sheet
from catalog.tables.writing.sheets import sheets_of
from catalog.tables.writing.spreadsheet import DELIMITED, write_sheets


@dataclass(frozen=True, slots=True)
class Exported:
    """``number``: items, or texts of a translator's table; ``missing``: texts that are not translated."""

    number: int
    missing: int = 0
    items_only: bool = False


def export_folder(folder: Path, target: Path, language: str, into: str | None) -> Exported:
    """Raises DataProblems for a folder with mistakes, TableProblems, NotWritten."""
    assessment = load_assessment(folder)
    files = AssessmentFiles.read(folder)
    values = {name: document.value for name, document in files.documents.items()}
    if into is not None:
        sheet = words_sheet(files, assessment.languages, into, language)
        write_sheets([sheet], target)
        return Exported(len(sheet.rows) - 1, len(sheet.marked))
    write_sheets(sheets_of(values, assessment.languages, language), target)
    items_only = target.suffix.lower() in DELIMITED
    return Exported(len(assessment.items), items_only=items_only)
