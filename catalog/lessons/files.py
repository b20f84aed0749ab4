"""The lessons and checks of a content folder as read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from catalog.lessons.lesson import LessonRead, parse_lesson
from catalog.reading.document import Document
from catalog.reading.folder import SUFFIX, folder_problem, inside, read_bytes, read_files, shown_path
from catalog.reading.problem import Problem

LESSONS = "lessons"
CHECKS = "checks"
LESSON_SUFFIX = ".md"


@dataclass(frozen=True, slots=True)
class LearningFiles:
    """``lessons`` by language, then by file name without ``.md``; ``quizzes`` by file name without ``.yaml``."""

    folder: Path
    lessons: Mapping[str, Mapping[str, LessonRead]]
    quizzes: Mapping[str, Document]
    files_hash: str
    folder_problems: tuple[Problem, ...]

    @classmethod
    def read(cls, folder: Path) -> LearningFiles:
        """Everything under ``lessons`` and ``quizzes``; both may be absent. Never raises OSError."""
        strays = [*_strays(folder / LESSONS, ()), *_strays(folder / CHECKS, (SUFFIX,))]
        lessons: dict[str, dict[str, LessonRead]] = {}
        problems: list[Problem] = []
        hashes: list[str] = []
        for spoken in inside(folder / LESSONS):
            if not spoken.is_dir():
                continue
            strays += _strays(spoken, (LESSON_SUFFIX,))
            paths = [path for path in inside(spoken) if path.suffix == LESSON_SUFFIX]
            texts, files_hash, unreadable = read_bytes(paths, folder)
            lessons[spoken.name] = {path.stem: _lesson(path, data) for path, data in texts.items()}
            problems += unreadable
            hashes.append(files_hash)
        paths = [path for path in inside(folder / CHECKS) if path.suffix == SUFFIX]
        documents, files_hash, unreadable = read_files(paths, folder)
        quizzes = {path.stem: document for path, document in documents.items()}
        whole = sha256(":".join([*hashes, files_hash]).encode()).hexdigest()
        return cls(folder, lessons, quizzes, whole, (*strays, *problems, *unreadable))

    def each_lesson(self) -> Iterator[tuple[str, str, LessonRead]]:
        """Language, name and lesson of every file."""
        for language, lessons in self.lessons.items():
            for name, lesson in lessons.items():
                yield language, name, lesson

    @property
    def lesson_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for _, name, _ in self.each_lesson()))

    @property
    def documents(self) -> tuple[Document, ...]:
        return (*(lesson.document for _, _, lesson in self.each_lesson()), *self.quizzes.values())


def _lesson(path: Path, data: bytes | None) -> LessonRead:
    file = shown_path(path)
    return LessonRead(Document(file, path.stem)) if data is None else parse_lesson(data, file)


def _strays(folder: Path, suffixes: tuple[str, ...]) -> Iterator[Problem]:
    """Files that nobody would read: of another kind, or not in a language's folder."""
    for path in inside(folder):
        if path.suffix in suffixes or (path.is_dir() and not suffixes):
            continue
        if suffixes:
            yield folder_problem(
                path, "unknown_file", todo="did_you_mean", name=path.name, near=f"{path.stem}{suffixes[0]}"
            )
        else:
            yield folder_problem(path, "not_in_language", name=path.name)
