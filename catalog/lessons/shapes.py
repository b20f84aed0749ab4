"""What each file of the lessons holds: by the file's name, or by its folder's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.lessons.learning import (
    Comparison,
    Confusion,
    Contradiction,
    Interview,
    LessonHead,
    Practice,
    Quiz,
    Term,
)

LEARNING_SHAPES: Mapping[str, Any] = {
    "contradictions": tuple[Contradiction, ...],
    "confusions": tuple[Confusion, ...],
    "comparison": Comparison,
    "glossary": tuple[Term, ...],
    "practice": tuple[Practice, ...],
    "interview": Interview,
}
FOLDER_SHAPES: Mapping[str, Any] = {"lessons": LessonHead, "checks": Quiz}
"""What the files of a folder hold, by the folder's name; of a lesson its head."""
