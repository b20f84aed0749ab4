"""What lies in the data folders and is not read although it may be meant to be: said as a note, never an error.

Errors are what makes something vanish from the site; ``load`` and ``reading/folder.py`` say those.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from catalog.content.files import FOLDERS
from catalog.questionnaire.shapes import ASSESSMENT_SHAPES
from catalog.reading.folder import SUFFIX, folder_problem, inside
from catalog.reading.names import copies, meant, passed_over
from catalog.reading.problem import Problem

ASSESSMENT_FILE = "assessment.yaml"
_YAML = (SUFFIX, ".yml")
_KINDS = (*_YAML, ".md")


def holds_assessment(folder: Path) -> bool:
    """Whether a folder is meant to be an assessment's: it holds one of its files, however the name is spelt.

    A folder that begins with ``_`` is one only if its assessment.yaml is there: so a draft can be kept aside.
    """
    names = [path.name for path in inside(folder) if not path.is_dir()]
    if ASSESSMENT_FILE in names:
        return True
    wanted = [f"{name}{SUFFIX}" for name in ASSESSMENT_SHAPES]
    return not folder.name.startswith("_") and any(meant(name, wanted) for name in names)


def left_in_questions(questions: Path) -> Iterator[Problem]:
    """Files beside the folders, and folders without an assessment, in a folder of assessments."""
    if not holds_assessment(questions):
        yield from _copies(questions)
        for path in inside(questions):
            if not path.is_dir() and path.suffix.lower() in _YAML:
                yield folder_problem(path, "left_file")
    for path in _folders(questions):
        if holds_assessment(path):
            yield from left_in_assessment(path)
        else:
            yield from _left_folder(path)


def left_in_assessment(folder: Path) -> Iterator[Problem]:
    """Copies, and folders, in one assessment's folder."""
    yield from _copies(folder)
    for path in _folders(folder):
        yield from _left_folder(path)


def left_in_content(content: Path) -> Iterator[Problem]:
    """Copies, and folders of other names, in a content folder."""
    yield from _copies(content)
    for path in _folders(content):
        if path.name in FOLDERS:
            yield from _copies(path)
            for deeper in _folders(path):
                yield from _copies(deeper)
        else:
            yield from _left_folder(path)


def _left_folder(folder: Path) -> Iterator[Problem]:
    """A folder that nobody reads: named if it holds what might be meant, or nothing at all; pictures are no matter."""
    files = [path for path in folder.rglob("*") if path.is_file() and not passed_over(path.name)]
    if any(path.suffix.lower() in _KINDS for path in files):
        yield folder_problem(folder, "left_folder")
    elif not files:
        yield folder_problem(folder, "empty_folder")


def _folders(folder: Path) -> list[Path]:
    return [path for path in inside(folder) if path.is_dir()]


def _copies(folder: Path) -> Iterator[Problem]:
    if folder.is_dir():
        names = {path.name for path in folder.iterdir() if not passed_over(path.name)}
        for name, original in sorted(copies(names).items()):
            yield folder_problem(folder / name, "left_copy", near=original)
