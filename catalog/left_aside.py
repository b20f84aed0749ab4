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
_KINDS = (SUFFIX, ".yml", ".md")


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
    """Copies, and folders without an assessment, in a folder of assessments."""
    for path in _folders(questions):
        if holds_assessment(path):
            yield from left_in_assessment(path)
        elif _holds_files(path):
            yield folder_problem(path, "left_folder")


def left_in_assessment(folder: Path) -> Iterator[Problem]:
    """Copies, and folders, in one assessment's folder."""
    yield from _copies(folder)
    yield from (folder_problem(path, "left_folder") for path in _folders(folder) if _holds_files(path))


def left_in_content(content: Path) -> Iterator[Problem]:
    """Copies, and folders of other names, in a content folder."""
    yield from _copies(content)
    for path in _folders(content):
        if path.name in FOLDERS:
            yield from _copies(path)
            for deeper in _folders(path):
                yield from _copies(deeper)
        elif _holds_files(path):
            yield folder_problem(path, "left_folder")


def _folders(folder: Path) -> list[Path]:
    return [path for path in inside(folder) if path.is_dir()]


def _holds_files(folder: Path) -> bool:
    return any(path.suffix.lower() in _KINDS and not passed_over(path.name) for path in folder.rglob("*"))


def _copies(folder: Path) -> Iterator[Problem]:
    if folder.is_dir():
        names = {path.name for path in folder.iterdir() if not passed_over(path.name)}
        for name, original in sorted(copies(names).items()):
            yield folder_problem(folder / name, "left_copy", near=original)
