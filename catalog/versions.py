"""An assessment's files as texts, so that a result can be opened later with the version that it was answered with."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from catalog.load import assessment_folders, load_assessment
from catalog.questionnaire.assessment import Assessment
from catalog.reading.folder import SUFFIX, inside
from catalog.reading.problem import DataProblems


def texts_of(questions: Path, assessment: Assessment) -> dict[str, str] | None:
    """The files of exactly this version by name; None where they were changed since it was read."""
    for folder in assessment_folders(questions)[0]:
        files = [path for path in inside(folder) if path.suffix == SUFFIX]
        texts = {path.name: path.read_text(encoding="utf-8") for path in files}
        try:
            if assessment_from(texts).files_hash == assessment.files_hash:
                return texts
        except DataProblems:
            continue  # A folder that is being edited is not this version.
    return None


def assessment_from(texts: Mapping[str, str]) -> Assessment:
    """The assessment that these files hold. Raises DataProblems."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            (Path(folder) / Path(name).name).write_text(text, encoding="utf-8")
        return load_assessment(Path(folder), kept=True)
