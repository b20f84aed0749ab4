"""The content folder as read: a document a file, the interface's files and what is taught among them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from catalog.content.built_in import INTERFACE
from catalog.content.shapes import CONTENT_REQUIRED, CONTENT_SHAPES
from catalog.lessons.files import CHECKS, LESSONS, LearningFiles
from catalog.lessons.shapes import LEARNING_SHAPES
from catalog.reading.document import Document, Node
from catalog.reading.folder import SUFFIX, folder_problem, inside, read_files, read_folder
from catalog.reading.names import meant
from catalog.reading.problem import Problem

FOLDERS = (INTERFACE, LESSONS, CHECKS)


@dataclass(frozen=True, slots=True)
class ContentFiles:
    """``documents`` by file name without ``.yaml``; ``interface`` the documents of that folder."""

    folder: Path
    documents: Mapping[str, Document]
    interface: tuple[Document, ...]
    learning: LearningFiles
    files_hash: str
    folder_problems: tuple[Problem, ...]

    @classmethod
    def read(cls, folder: Path) -> ContentFiles:
        found = read_folder(folder, [*CONTENT_SHAPES, *LEARNING_SHAPES], CONTENT_REQUIRED, FOLDERS)
        words = folder / INTERFACE
        lying = inside(words)
        paths = [path for path in lying if path.suffix == SUFFIX]
        documents, interface_hash, unreadable = read_files(paths, words, stem_leads=True)
        misnamed = [
            folder_problem(path, "unknown_file", todo="did_you_mean", name=path.name, near=f"{path.stem}{SUFFIX}")
            for path in lying
            if path.suffix != SUFFIX and path.suffix.lower() in (SUFFIX, ".yml")
        ]
        misnamed += [_hidden(path) for path in lying if path.is_dir() and any(path.glob(f"*{SUFFIX}"))]
        misnamed += [
            folder_problem(path, "unknown_folder", todo="did_you_mean", name=path.name, near=near)
            for path in inside(folder)
            if path.is_dir() and path.name not in FOLDERS and (near := meant(path.name, _absent(folder)))
        ]
        learning = LearningFiles.read(folder)
        hashes = f"{found.files_hash}:{interface_hash}:{learning.files_hash}"
        problems = (*found.problems, *unreadable, *misnamed, *learning.folder_problems)
        files_hash = sha256(hashes.encode()).hexdigest()
        return cls(folder, found.documents, tuple(documents.values()), learning, files_hash, problems)

    def root(self, name: str) -> Node:
        """The whole of a file; an absent node where it is missing or cannot be read."""
        document = self.documents.get(name)
        return Node(Document(str(self.folder), name)) if document is None else Node.root(document)

    @property
    def languages(self) -> Collection[str] | None:
        """The site's languages, or None where nobody can tell."""
        ids = [one["id"] for one in self.root("site")["languages"].each()]
        if any(one.text is None or one.path in one.document.spoilt for one in ids):
            return None
        return [one.text for one in ids if one.text] or None

    @property
    def fact_ids(self) -> Collection[str] | None:
        document = self.documents.get("facts")
        if document is None or not document.read:
            return None
        return {one["id"].text or "" for one in self.root("facts")["facts"].each()}

    @property
    def problems(self) -> list[Problem]:
        documents = (*self.documents.values(), *self.interface, *self.learning.documents)
        return [*self.folder_problems, *(one for document in documents for one in document.problems)]


def _absent(folder: Path) -> list[str]:
    return [name for name in FOLDERS if not (folder / name).is_dir()]


def _hidden(path: Path) -> Problem:
    """A folder of texts where only files are read."""
    first = min(path.glob(f"*{SUFFIX}"))
    return folder_problem(first, "file_too_deep", name=first.name)
