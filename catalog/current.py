"""The catalog of a running site: the last good version of the files, reloaded when they change."""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from catalog.command_language import command_language
from catalog.left_aside import left_in_content, left_in_questions
from catalog.lessons.files import LESSON_SUFFIX
from catalog.load import Catalog, load_catalog
from catalog.reading.folder import SUFFIX
from catalog.reading.problem import DataProblems, Problem
from catalog.reading.wording import command_says

_log = logging.getLogger(__name__)
Stamps = tuple[tuple[str, int, int], ...]


class Current(Protocol):
    """What a site asks for its files."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files as they are now; empty when all is well, or when ``get`` was never called."""

    def get(self) -> Catalog:
        """The last good version. Raises DataProblems as long as there was none."""


class CurrentCatalog:
    """``get()`` gives the newest version without problems; safe to call from any thread.

    check_every: seconds between two looks at the files; 0 looks at every call.
    """

    def __init__(self, questions: Path, content: Path, check_every: float = 2.0) -> None:
        self._folders = (Path(questions), Path(content))
        self._check_every = check_every
        self._lock = threading.Lock()
        self._catalog: Catalog | None = None
        self._problems: tuple[Problem, ...] = ()
        self._notes: tuple[Problem, ...] = ()
        self._stamps: Stamps | None = None
        self._looked = -float("inf")

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files as they are now; empty when all is well, or when ``get`` was never called."""
        return self._problems

    def get(self) -> Catalog:
        """The last good version. Raises DataProblems as long as there was none."""
        # Whoever finds another thread at work goes on with what there is, save at the very start.
        if self._lock.acquire(blocking=self._catalog is None):
            try:
                self._look()
            finally:
                self._lock.release()
        catalog = self._catalog
        if catalog is None:
            raise DataProblems(self._problems)
        return catalog

    def _look(self) -> None:
        now = time.monotonic()
        if now - self._looked < self._check_every:
            return
        self._looked = now
        # Taken before the files are read: a change in between is seen at the next look.
        stamps = stamps_of(self._folders)
        if stamps == self._stamps:
            return
        self._stamps = stamps
        try:
            self._catalog = load_catalog(*self._folders)
        except DataProblems as found:
            if found.problems != self._problems:
                language = command_language()
                state = command_says("no_version_yet" if self._catalog is None else "last_good_version", language)
                head = command_says("problems_found", language, number=len(found.problems), state=state)
                _log.error("%s\n%s", head, found.in_language(language))
            self._problems = found.problems
        else:
            self._problems = ()
            self._say_notes(self._catalog)

    def _say_notes(self, catalog: Catalog) -> None:
        """What is no mistake and yet not in use: once, and again when it is something else."""
        questions, content = self._folders
        notes = (*catalog.notes, *left_in_questions(questions), *left_in_content(content))
        if notes and notes != self._notes:
            language = command_language()
            lines = [command_says("note", language, note=one.in_language(language)) for one in notes]
            _log.warning("%s", "\n".join(lines))
        self._notes = notes


def stamps_of(folders: Iterable[Path]) -> Stamps:
    """Path, time of the last change and size of every data file below ``folders``: others when a file changes."""
    stamps: list[tuple[str, int, int]] = []
    for folder in folders:
        for around, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith((SUFFIX, ".yml", LESSON_SUFFIX)):
                    path = os.path.join(around, name)
                    try:
                        found = os.stat(path)
                    except OSError:
                        stamps.append((path, -1, -1))
                    else:
                        stamps.append((path, found.st_mtime_ns, found.st_size))
    return tuple(sorted(stamps))
