"""Checks of guide.yaml against the traits, and the note that some have no question."""

from __future__ import annotations

from catalog.questionnaire.check_measure import refer_key
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.problem import Problem


def check_guide(files: AssessmentFiles) -> None:
    """Questions are about traits that are there."""
    traits = files.ids("traits")
    for _, held in files.root("guide")["traits"].entries():
        refer_key(held, traits, "unknown_trait")


def guide_notes(files: AssessmentFiles) -> tuple[Problem, ...]:
    """A note where the guide leaves traits out: they are never asked about. None where there is no guide at all."""
    asked, traits = files.root("guide")["traits"], files.ids("traits")
    if not isinstance(asked.value, dict) or traits is None:
        return ()
    left = [trait for trait in traits if trait not in asked.value]
    if not left:
        return ()
    document = asked.document
    line, column = document.mark(asked.path, key=True)
    values = {"traits": ", ".join(left)}
    return (
        Problem.of(document.file, line, column, document.where(asked.path), "guide_leaves_out", values=dict(values)),
    )
