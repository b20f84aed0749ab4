"""What paper will not show of an author's texts, for the check to tell. Nothing is wrong with them on screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from catalog.paper.fonts import FontsMissing
from catalog.paper.runs import GETA, unset
from catalog.reading.document import Document, Node
from catalog.reading.folder import SUFFIX, folder_problem, read_files
from catalog.reading.problem import Problem
from catalog.reading.wording import Value

ON_PAPER = ("assessment", "traits", "roles", "guidance", "guide", "core_questions")
"""The files whose texts stand in a report, on a card or in an interview guide; items are in tables only."""
INTERFACE = "interface"


def paper_notes(folders: Iterable[Path]) -> tuple[Problem, ...]:
    """A note for each text of which paper shows a geta mark in place of some characters, sorted by place.

    ``folders``: assessments, folders of assessments, content.
    """
    notes: list[Problem] = []
    for folder in folders:
        try:
            for document in (*_documents(folder), *_interface(folder / INTERFACE)):
                notes += _notes(document, Node.root(document))
        except FontsMissing:
            notes.append(folder_problem(folder, "no_fonts"))
    return tuple(sorted(notes, key=lambda one: (one.file, one.line, one.column)))


def _documents(folder: Path) -> Iterable[Document]:
    own = [folder, *(path for path in sorted(folder.iterdir()) if path.is_dir())]
    named = [path for inside in own for name in ON_PAPER if (path := inside / f"{name}{SUFFIX}").is_file()]
    return read_files(named, folder)[0].values()


def _interface(folder: Path) -> Iterable[Document]:
    return read_files(list(folder.glob(f"*{SUFFIX}")), folder, stem_leads=True)[0].values()


def _notes(document: Document, node: Node) -> Iterator[Problem]:
    if node.text is not None:
        gaps = ", ".join(map(_told, unset(node.text)))
        if gaps:
            line, column = document.mark(node.path)
            where = document.where(node.path)
            values: dict[str, Value] = {"characters": gaps, "mark": GETA}
            yield Problem.of(document.file, line, column, where, "not_on_paper", values=values)
    for part in (*(held for _, held in node.entries()), *node.each()):
        yield from _notes(document, part)


def _told(cluster: str) -> str:
    """``🫩 (U+1FAE9)``: who cannot see it on their screen either finds it by its number."""
    points = " ".join(f"U+{ord(letter):04X}" for letter in cluster)
    return f"{cluster} ({points})" if cluster.isprintable() else points
