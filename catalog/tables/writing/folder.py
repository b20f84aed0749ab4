"""An assessment's folder is written whole or not at all, and never over another one without a copy of it."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from catalog.interpreter import PROJECT
from catalog.load import load_assessment
from catalog.questionnaire.assessment import Assessment
from catalog.reading.folder import SUFFIX, shown_path
from catalog.reading.problem import DataProblems
from catalog.tables.said import TableProblems, sentence
from catalog.tables.sheet import Place
from catalog.whole_file import not_written

SCHEMAS = "schemas"


@dataclass(frozen=True, slots=True)
class Written:
    """``copy``: the ZIP file with what was there before."""

    assessment: Assessment
    copy: Path | None


def check_free(folder: Path, may_go: bool, code: str = "folder_there") -> None:
    """Raises TableProblems where something is in the folder's place and nobody has said that it may go.

    code: what is said of a folder with something in it.
    """
    if folder.is_file():
        raise TableProblems([sentence("file_in_place", Place(str(folder)))])
    if not may_go and folder.is_dir() and any(folder.iterdir()):
        raise TableProblems([sentence(code, Place(str(folder)))])


def write_folder(folder: Path, texts: Mapping[str, str], now: datetime) -> Written:
    """Write ``texts`` by file name (without ``.yaml``) into ``folder``; files of other names stay as they are.

    All is written beside the folder and read back before it takes its place. Raises DataProblems for files that cannot
    be used, NotWritten.
    """
    draft = folder.parent / f".{folder.name}.{secrets.token_hex(4)}.part"
    before = folder.is_dir() and any(folder.iterdir())
    copy = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.is_dir():
            shutil.copytree(folder, draft)
        else:
            draft.mkdir()
        for name, text in texts.items():
            (draft / f"{name}{SUFFIX}").write_text(text, encoding="utf-8", newline="\n")
        assessment = _loaded(draft, folder)
        if before:
            copy = _free(folder.with_name(f"{folder.name}-{now:%Y%m%d-%H%M%S}"))
            shutil.make_archive(str(copy.with_suffix("")), "zip", folder.parent, folder.name)
        if folder.is_dir():
            old = draft.with_suffix(".old")
            folder.rename(old)
            draft.rename(folder)
            shutil.rmtree(old, ignore_errors=True)
        else:
            draft.rename(folder)
    except OSError as error:
        raise not_written(folder, error) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return Written(assessment, copy)


def _loaded(draft: Path, folder: Path) -> Assessment:
    """The assessment in ``draft``. Raises DataProblems, said of the files as they will lie in ``folder``."""
    try:
        return load_assessment(draft)
    except DataProblems as found:
        hidden, shown = shown_path(draft), shown_path(folder)
        raise DataProblems(
            replace(problem, file=problem.file.replace(hidden, shown)) for problem in found.problems
        ) from None


def _free(stem: Path) -> Path:
    """A ZIP file's path that nothing has taken: two may come in one second."""
    found, number = stem.with_name(f"{stem.name}.zip"), 1
    while found.exists():
        number += 1
        found = stem.with_name(f"{stem.name}-{number}.zip")
    return found


def schema_of(folder: Path, name: str) -> str | None:
    """How a file of ``folder`` names its schema; None outside the project, where no path to it would last."""
    try:
        depth = len(folder.resolve().relative_to(PROJECT).parts)
    except ValueError:
        return None
    return f"{'../' * depth}{SCHEMAS}/{name}.schema.json"
