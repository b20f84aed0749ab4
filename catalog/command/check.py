"""What ``python -m catalog check`` looks at: the whole site, a folder of assessments, one of them, or content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from catalog.command.usage_notes import usage_notes
from catalog.content.content import Content
from catalog.hints.questions import hinted
from catalog.left_aside import ASSESSMENT_FILE, holds_assessment, left_in_assessment, left_in_content, left_in_questions
from catalog.load import (
    assessment_folders,
    assessment_notes,
    load_assessment,
    load_assessments,
    load_catalog,
    load_content,
)
from catalog.paper.notes import paper_notes
from catalog.questionnaire.assessment import Assessment
from catalog.questionnaire.files import AssessmentFiles
from catalog.reading.document import Node
from catalog.reading.folder import SUFFIX, inside
from catalog.reading.names import meant
from catalog.reading.problem import DataProblems, Problem

CONTENT_FILES = ("site.yaml", "facts.yaml")


@dataclass(frozen=True, slots=True)
class Summary:
    """A sentence of ``wording.yaml`` under ``command`` with its numbers."""

    key: str
    numbers: dict[str, int | str]
    unchecked: int = 0
    """How many facts are cited that nobody looked up: an assessment was checked by itself."""


@dataclass(frozen=True, slots=True)
class Checked:
    """``problems`` are to be mended, ``notes`` to be known.

    hinted: of each assessment that was checked by itself, how many of its questions and traits have hints on wording.
    """

    problems: Sequence[Problem]
    summary: Summary
    notes: Sequence[Problem] = ()
    hinted: Sequence[tuple[Path, int]] = ()


_NOTHING = Summary("count", {"number": 0})


def check_site(questions: Path, content: Path) -> Checked:
    """Everything, each checked against the other."""

    def load() -> Checked:
        catalog = load_catalog(questions, content)
        facts: dict[str, int | str] = {"facts": len(catalog.content.facts), "lessons": _lessons(catalog.content)}
        return Checked((), Summary("good_catalog", _numbers(catalog.known.values()) | facts), catalog.notes)

    return _checked(load, [*left_in_questions(questions), *left_in_content(content)])


def check_folder(folder: Path) -> Checked:
    """One assessment, a content folder or a folder of assessments, whichever ``folder`` is."""
    lying = inside(folder)
    files = [path.name for path in lying if not path.is_dir()]
    if ASSESSMENT_FILE in files:
        return _checked(lambda: _good([load_assessment(folder)], [folder]), left_in_assessment(folder))
    if any(meant(name, CONTENT_FILES) for name in files):
        return _checked(lambda: Checked((), _content_summary(load_content(folder))), left_in_content(folder))
    of_several = any(path.is_dir() and holds_assessment(path) for path in lying)
    if not of_several and (holds_assessment(folder) or any(name.endswith(SUFFIX) for name in files)):
        return _checked(lambda: _good([load_assessment(folder)], [folder]), left_in_assessment(folder))
    folders = assessment_folders(folder)[0]
    return _checked(lambda: _good(load_assessments(folder).values(), folders), left_in_questions(folder))


def holds_several(folder: Path) -> list[Path]:
    """The assessments in ``folder`` where it is a folder of them; none where it is meant to be one itself."""
    if not folder.is_dir() or holds_assessment(folder):
        return []
    return [path for path in inside(folder) if path.is_dir() and holds_assessment(path)]


def _good(assessments: Iterable[Assessment], folders: Iterable[Path]) -> Checked:
    assessments, folders = list(assessments), list(folders)
    read = [AssessmentFiles.read(folder) for folder in folders]
    notes = [note for files in read for note in assessment_notes(files)]
    facts = {one for files in read for document in files.documents.values() for one in _facts(Node.root(document))}
    return Checked(
        (), Summary("good_assessments", _numbers(assessments), len(facts)), notes, _hinted(assessments, folders)
    )


def _hinted(assessments: Iterable[Assessment], folders: Iterable[Path]) -> list[tuple[Path, int]]:
    """Of those that have any; ``folders`` as the assessments."""
    counted = [(folder, hinted(one)) for one, folder in zip(assessments, folders, strict=True)]
    return [(folder, number) for folder, number in counted if number]


def _facts(node: Node) -> Iterator[str]:
    for key, held in node.entries():
        yield from (str(one.value) for one in held.each()) if key == "facts" else _facts(held)
    for held in node.each():
        yield from _facts(held)


def _checked(load: Callable[[], Checked], left: Iterable[Problem]) -> Checked:
    """What loading says, and what is left aside without being a problem."""
    try:
        checked = load()
    except DataProblems as found:
        checked = Checked(found.problems, _NOTHING)
    said = [problem.file for problem in checked.problems]
    fresh = [note for note in left if not any(file == note.file or file.startswith(f"{note.file}/") for file in said)]
    return replace(checked, notes=[*checked.notes, *fresh])


def with_paper(checked: Checked, *folders: Path) -> Checked:
    """``checked`` with a note for each text of ``folders`` of which paper will not show every character."""
    return replace(checked, notes=(*checked.notes, *paper_notes(folders)))


def with_usage(checked: Checked, content: Path, *folders: Path) -> Checked:
    """``checked`` with a note for each word in ``folders`` that the term list of ``content`` has another form for."""
    return replace(checked, notes=(*checked.notes, *usage_notes(content, folders)))


def _numbers(assessments: Iterable[Assessment]) -> dict[str, int | str]:
    every = list(assessments)
    shares: dict[str, float] = {}
    for one in every:
        for language, share in one.spoken.items():
            shares[language] = min(share, shares.get(language, 1.0))
    return {
        "assessments": len(every),
        "items": sum(len(one.items) for one in every),
        "scenarios": sum(len(one.scenarios) for one in every),
        "tasks": sum(len(one.tasks) for one in every),
        "traits": sum(len(one.traits) for one in every),
        "roles": sum(len(one.roles) for one in every),
        "languages": ", ".join(_covered(language, share) for language, share in shares.items()),
    }


def _covered(language: str, share: float) -> str:
    """A language with how much of an assessment speaks it, unless that is all."""
    return language if share == 1 else f"{language} {100 * share:.0f}%"


def _content_summary(content: Content) -> Summary:
    numbers: dict[str, int | str] = {"facts": len(content.facts), "lessons": _lessons(content)}
    return Summary("good_content", numbers | {"languages": ", ".join(content.language_ids)})


def _lessons(content: Content) -> int:
    return len(content.learning.lessons) if content.learning else 0
