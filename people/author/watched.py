"""One assessment's folder, read again by itself when a file changes, and never while it is being written.

Editors and programs write several files one after the other. So a folder is read once nothing has changed in it for a
moment, and what was read while something changed is thrown away.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from catalog.command.check import check_folder, with_paper, with_usage
from catalog.content.beside import beside
from catalog.content.content import Content
from catalog.current import Stamps, stamps_of
from catalog.load import Catalog, load_assessment, load_content
from catalog.questionnaire.assessment import Assessment
from catalog.reading.problem import DataProblems, Problem
from catalog.site import serve

log = logging.getLogger("site")
SETTLED_SECONDS = 0.3
"""So long nothing may change before the files are read."""
LONG_SECONDS = 1.5
"""Changes that go on for so long are said on the page."""
EVERY_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look has found. ``number`` grows whenever a page has something else to show.

    catalog: the last good version, the one assessment in it; None as long as there was none. content: what words there
    are, also where the assessment cannot be read. problems: of the files as they are now. notes: what ``check`` says
    beside. moving: the files have been changing for a while, and are not read meanwhile.
    """

    number: int = 0
    catalog: Catalog | None = None
    content: Content | None = None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    moving: bool = False

    @property
    def assessment(self) -> Assessment | None:
        return next(iter(self.catalog.assessments.values())) if self.catalog is not None else None

    @property
    def stale(self) -> bool:
        """Whether what is shown is an earlier version, because the present one has problems."""
        return self.catalog is not None and bool(self.problems)


class WatchedFolder:
    """Safe for many threads; ``look`` is called by one of them, ``start`` begins one. Also a ``catalog.Current``."""

    def __init__(
        self,
        folder: Path,
        content: Path,
        *,
        settled: float = SETTLED_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.folder, self._content_folder = Path(folder), Path(content)
        self._settled, self._clock = settled, clock
        self._now = Seen()
        self._stamps: Stamps | None = None
        self._since = self._begun = 0.0
        self._read: Stamps | None = None
        self._content_read: Stamps | None = None
        self._stop = threading.Event()

    @property
    def now(self) -> Seen:
        return self._now

    @property
    def problems(self) -> tuple[Problem, ...]:
        return self._now.problems

    def get(self) -> Catalog:
        """The last good version. Raises DataProblems as long as there was none."""
        now = self._now
        if now.catalog is None:
            raise DataProblems(now.problems)
        return now.catalog

    def start(self) -> None:
        """Reads the folder, then goes on looking at it in a thread of its own."""
        self._read_all(self._stamps_now())
        threading.Thread(target=self._go_on, name="preview", daemon=True).start()

    def stop(self) -> None:
        self._stop.set()

    def look(self) -> None:
        """One look: notes a change, or reads what has settled."""
        stamps, now = self._stamps_now(), self._clock()
        if stamps != self._stamps:
            if self._stamps is None or self._stamps == self._read:
                self._begun = now
            self._stamps, self._since = stamps, now
        if stamps == self._read:
            self._show(moving=False)
        elif now - self._since >= self._settled:
            self._read_all(stamps)
        elif now - self._begun >= LONG_SECONDS:
            self._show(moving=True)

    def _go_on(self) -> None:
        while not self._stop.wait(EVERY_SECONDS):
            try:
                self.look()
            except Exception:
                # An author goes on writing: the next save must be seen, whatever this one brought about.
                log.exception("the previewed folder could not be read")

    def _stamps_now(self) -> Stamps:
        return stamps_of((self.folder, self._content_folder))

    def _show(self, **changed: object) -> None:
        """The next page to be drawn shows this; where nothing is new, no page is drawn."""
        fresh = replace(self._now, **changed)  # type: ignore[arg-type]
        if fresh != self._now:
            self._now = replace(fresh, number=self._now.number + 1)

    def _read_all(self, stamps: Stamps) -> None:
        """What the author waits for comes first: the assessment. What ``check`` says beside takes longer."""
        content, problems = self._content()
        catalog = self._now.catalog
        try:
            assessment = _load(self.folder, content)
        except DataProblems as found:
            problems += found.problems
        else:
            if content is not None:
                # Whoever writes it sees it, wherever it stands on the shelf.
                listed = assessment.model_copy(update={"shown": "listed"})
                catalog = Catalog({assessment.id: listed}, _of_one(content, assessment))
        if not self._holds(stamps):
            return
        self._stamps = self._read = stamps
        self._show(catalog=catalog, content=content or self._now.content, problems=problems, moving=False)
        notes = () if problems else _notes(self.folder, self._content_folder)
        if self._holds(stamps):
            self._show(notes=notes)

    def _holds(self, stamps: Stamps) -> bool:
        """Whether nothing has changed since; else the next look waits anew."""
        after = self._stamps_now()
        if after == stamps:
            return True
        self._stamps, self._since = after, self._clock()
        return False

    def _content(self) -> tuple[Content | None, tuple[Problem, ...]]:
        """The content as it is now, read again only when its own files have changed."""
        stamps = stamps_of((self._content_folder,))
        if self._content_read != stamps or self._now.content is None:
            self._content_read = None
            try:
                content = load_content(self._content_folder)
            except DataProblems as found:
                return self._now.content, found.problems
            self._content_read = stamps
            return content, ()
        return self._now.content, ()


def _load(folder: Path, content: Content | None) -> Assessment:
    return load_assessment(folder, facts=None if content is None else content.facts)


def _of_one(content: Content, assessment: Assessment) -> Content:
    """As a site shows it that serves nothing else; of the samples, those that this version has a place for."""
    own = beside(content, {assessment.id: assessment})
    asked = {*assessment.item, *assessment.scenario, *assessment.task}
    fitting = tuple(one for one in own.samples if one.form in assessment.forms and asked.issuperset(one.answers))
    return own.model_copy(update={"samples": fitting})


def _notes(folder: Path, content: Path) -> tuple[Problem, ...]:
    return tuple(with_usage(with_paper(check_folder(folder), folder), content, folder).notes)


_watched: WatchedFolder | None = None


def watch(watched: WatchedFolder | None) -> None:
    """From here on the pages of this process show this folder and no other; None: they are a site again."""
    global _watched
    _watched = watched
    serve(watched)


def watched() -> WatchedFolder:
    """The folder that this process shows. Raises RuntimeError where it shows none: the site offers no preview."""
    if _watched is None:
        raise RuntimeError("no folder is previewed in this process")
    return _watched
