"""25 statements on five broad traits, six points: the assessment of the fixtures, in both languages, without roles."""

from __future__ import annotations

import shutil
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "big_five"


def write_big_five(questions: Path) -> Path:
    return Path(shutil.copytree(FOLDER, questions / "big_five"))
