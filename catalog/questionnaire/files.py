"""One assessment's folder as read: a document a file, and what other files may know of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.questionnaire.shapes import ASSESSMENT_REQUIRED, ASSESSMENT_SHAPES
from catalog.reading.document import Document, Node
from catalog.reading.folder import read_folder
from catalog.reading.problem import Problem

_SHELF = re.compile(rb"^(?:shown|place):.*(?:\n|\Z)", re.MULTILINE)
"""Where an assessment stands on the shelf is no part of what somebody answered."""


@dataclass(frozen=True, slots=True)
class AssessmentFiles:
    """``documents`` by file name without ``.yaml``; a file that is not there has none."""

    folder: Path
    documents: Mapping[str, Document]
    files_hash: str
    folder_problems: tuple[Problem, ...]

    @classmethod
    def read(cls, folder: Path) -> AssessmentFiles:
        found = read_folder(folder, ASSESSMENT_SHAPES, ASSESSMENT_REQUIRED, unhashed=_SHELF)
        return cls(folder, found.documents, found.files_hash, found.problems)

    def root(self, name: str) -> Node:
        """The whole of a file; an absent node where it is missing or cannot be read."""
        document = self.documents.get(name)
        return Node(Document(str(self.folder), name)) if document is None else Node.root(document)

    @property
    def traits(self) -> Node:
        """The list of traits, which is the whole of traits.yaml or stands there beside the groups."""
        root = self.root("traits")
        return root["traits"] if isinstance(root.value, dict) else root

    def known(self, name: str) -> bool:
        """Whether the file's ids can be told: False where it should be there and nothing of use could be read."""
        document = self.documents.get(name)
        if document is None:
            return name not in ASSESSMENT_REQUIRED
        if name == "traits" and not isinstance(self.traits.value, list):
            return False
        return document.read and bool(document.value or name not in ASSESSMENT_REQUIRED) and () not in document.spoilt

    def ids(self, *names: str) -> Collection[str] | None:
        """The ids in the files of that name (lists with ids), or None where one of them could not be read."""
        if not all(self.known(name) for name in names):
            return None
        listed = (self.traits if name == "traits" else self.root(name) for name in names)
        return list(_ids(node for one in listed for node in one.each()))

    @property
    def role_ids(self) -> Collection[str] | None:
        return list(_ids(self.root("roles")["roles"].each())) if self.known("roles") else None

    @property
    def points(self) -> int | None:
        """The points of the scale; None where they are missing or wrong in themselves."""
        return _points(self.root("assessment")["scale"])

    @property
    def task_points(self) -> int | None:
        """The points of the scale that tasks are rated on; None where they are missing or wrong in themselves."""
        return _points(self.root("assessment")["task_scale"])

    @property
    def problems(self) -> list[Problem]:
        return [*self.folder_problems, *(one for document in self.documents.values() for one in document.problems)]


def _ids(nodes: Iterable[Node]) -> Iterable[str]:
    return (node["id"].text or "" for node in nodes if node["id"].text)


def _points(scale: Node) -> int | None:
    points = scale["points"]
    return None if points.path in points.document.spoilt else points.number
