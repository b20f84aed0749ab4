"""What was gathered, looked at by the very checks that look at the files; what is wrong is said of its cell."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from catalog.load import built_from
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.document import Document
from catalog.reading.problem import Problem
from catalog.tables.gathering.gathered import Gathered
from catalog.tables.said import Said, TableProblems


def check_gathered(gathered: Gathered, existing: Mapping[str, Document], folder: Path) -> None:
    """``existing``: the folder's files that the table does not hold. Raises TableProblems."""
    said: list[Said] = [*gathered.problems]
    documents = {**existing, **{file: gathered.document(file) for file in gathered.values}}
    files = AssessmentFiles(folder, documents, "", ())
    built_from(files)
    said += [gathered.of_cell(problem) for problem in sorted(files.problems, key=_place)]
    if said:
        raise TableProblems(said)


def _place(problem: Problem) -> tuple[str, int, int]:
    return problem.file, problem.line, problem.column
