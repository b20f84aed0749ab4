"""A table becomes an assessment's folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from catalog.interpreter import PROJECT, own_python
from catalog.questionnaire.assessment import Assessment
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.document import Document
from catalog.tables.checked import check_gathered
from catalog.tables.gathering.gather import gather
from catalog.tables.gathering.gathered import Gathered
from catalog.tables.reading.read import ReadTable
from catalog.tables.said import Said, TableProblems
from catalog.tables.start import complete, example, words
from catalog.tables.writing.folder import Written, check_free, schema_of, write_folder
from catalog.tables.writing.yaml_text import yaml_text


@dataclass(frozen=True, slots=True)
class Imported:
    """``begun``: keys that the table did not hold, by file; ``kept``: files that were there and stay as they were."""

    written: Written
    begun: Mapping[str, Sequence[str]]
    kept: Sequence[str]
    notes: Sequence[Said]

    @property
    def assessment(self) -> Assessment:
        return self.written.assessment


def import_table(read: ReadTable, folder: Path, language: str, *, replace: bool, now: datetime) -> Imported:
    """Write what ``read`` holds into ``folder``, and nothing where anything is wrong. Raises TableProblems, NotWritten.

    language: of the comments, and of names in sentences.
    """
    check_free(folder, replace)
    there = AssessmentFiles.read(folder).documents if folder.is_dir() else {}
    values = {file: document.value for file, document in there.items() if document.read}
    gathered = gather(read, values, language)
    begun = complete(gathered, values, folder.absolute().name, read.sheets[0].table)
    if gathered.problems and not gathered.values.get("items") and "items" not in values:
        raise TableProblems(gathered.problems)
    kept: dict[str, Document] = {file: document for file, document in there.items() if file not in gathered.values}
    check_gathered(gathered, kept, folder)
    written = write_folder(folder, file_texts(gathered.values, begun, folder, language), now)
    return Imported(written, begun, sorted(kept), gathered.notes)


def file_texts(
    values: Mapping[str, Any], begun: Mapping[str, Sequence[str]], folder: Path, language: str
) -> dict[str, str]:
    """Each file with its comments: what was only begun, and what each key is."""
    said = words()["comments"]
    check = said["check"][language].format(command=f"{own_python().relative_to(PROJECT)} -m catalog check")
    texts = {}
    for file, value in values.items():
        keys = begun.get(file, ())
        own = [key for key in keys if key != "norm"]
        remarks = [said["started"][language].format(keys=", ".join(own))] if own else []
        remarks += [said["norm"][language]] if "norm" in keys else []
        texts[file] = yaml_text(file, value, language, [*remarks, check, ""], schema_of(folder, file))
    return texts


def new_assessment(folder: Path, languages: Sequence[str], language: str, now: datetime) -> Written:
    """A folder with a small whole assessment to begin with. Raises TableProblems where one is there, NotWritten."""
    check_free(folder, may_go=False, code="new_folder_there")
    gathered = Gathered(values=example(languages))
    begun = complete(gathered, {}, folder.absolute().name, folder.name)
    return write_folder(folder, file_texts(gathered.values, {"traits": begun.get("traits", ())}, folder, language), now)
