"""What ``python -m catalog check`` looks at: the whole site, a folder of assessments, one of them, or content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.content.content import Content
from catalog.load import ASSESSMENT_FILE, load_assessment, load_assessments, load_catalog, load_content
from catalog.questionnaire.assessment import Assessment
from catalog.reading.folder import SUFFIX
from catalog.reading.problem import DataProblems, Problem

CONTENT_FILE = "site.yaml"


@dataclass(frozen=True, slots=True)
class Summary:
    """A sentence of ``wording.yaml`` under ``command`` with its numbers."""

    key: str
    numbers: dict[str, int | str]


@dataclass(frozen=True, slots=True)
class Checked:
    """``problems`` are to be mended, ``notes`` to be known."""

    problems: Sequence[Problem]
    summary: Summary
    notes: Sequence[Problem] = ()


_NOTHING = Summary("count", {"number": 0})


def check_site(questions: Path, content: Path) -> Checked:
    """Everything, each checked against the other."""
    try:
        catalog = load_catalog(questions, content)
    except DataProblems as found:
        return Checked(found.problems, _NOTHING)
    facts: dict[str, int | str] = {"facts": len(catalog.content.facts), "lessons": _lessons(catalog.content)}
    summary = Summary("good_catalog", _numbers(catalog.assessments.values()) | facts)
    return Checked((), summary, catalog.notes)


def check_folder(folder: Path) -> Checked:
    """One assessment, a content folder or a folder of assessments, whichever ``folder`` is."""
    try:
        if (folder / CONTENT_FILE).exists():
            return Checked((), _content_summary(load_content(folder)))
        if (folder / ASSESSMENT_FILE).exists() or any(folder.glob(f"*{SUFFIX}")):
            return Checked((), Summary("good_assessments", _numbers([load_assessment(folder)])))
        return Checked((), Summary("good_assessments", _numbers(load_assessments(folder).values())))
    except DataProblems as found:
        return Checked(found.problems, _NOTHING)


def _numbers(assessments: Iterable[Assessment]) -> dict[str, int | str]:
    every = list(assessments)
    languages = {language: None for one in every for language in one.languages}
    return {
        "assessments": len(every),
        "items": sum(len(one.items) for one in every),
        "scenarios": sum(len(one.scenarios) for one in every),
        "traits": sum(len(one.traits) for one in every),
        "roles": sum(len(one.roles) for one in every),
        "languages": ", ".join(languages),
    }


def _content_summary(content: Content) -> Summary:
    numbers: dict[str, int | str] = {"facts": len(content.facts), "lessons": _lessons(content)}
    return Summary("good_content", numbers | {"languages": ", ".join(content.language_ids)})


def _lessons(content: Content) -> int:
    return len(content.learning.lessons) if content.learning else 0
