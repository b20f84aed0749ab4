"""One data file as read: its plain value, where each part stands, and what is wrong with it so far."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from catalog.reading.problem import Problem
from catalog.reading.wording import Value

Path = tuple[str | int, ...]
Mark = tuple[int, int]
"""Line and column, both from 1."""
MOST_LISTED = 16
"""So many possible values are listed in a sentence; beyond that the file is named instead."""


@dataclass(frozen=True, slots=True)
class Hash:
    """A ``#`` behind a value without quotes. ``glued``: words follow it without a space, as in ``#1``."""

    mark: Mark
    glued: bool
    spaces: int

    @property
    def honest(self) -> bool:
        """Whether it can only be meant as a remark: apart from what stands before it and from its own words."""
        return self.spaces > 1 and not self.glued


@dataclass(slots=True)
class Document:
    """``value`` holds only dict, list, str, int, float, bool and None; None stands where something was refused.

    ``keys`` and ``values`` say where a part's key and the part itself start. ``spoilt`` are the paths that a problem
    was already said of. ``hashes`` are the remarks behind values, ``unused`` texts in languages that are not asked
    for, ``lines`` the file itself. ``read`` is False where
    the file's YAML could not be read to its end. ``stem_leads``: every place is named with the file's name before it,
    as the keys of the interface are.
    """

    file: str
    stem: str
    stem_leads: bool = False
    value: object = None
    read: bool = False
    keys: dict[Path, Mark] = field(default_factory=dict)
    values: dict[Path, Mark] = field(default_factory=dict)
    spoilt: set[Path] = field(default_factory=set)
    hashes: dict[Path, Hash] = field(default_factory=dict)
    unused: list[Path] = field(default_factory=list)
    lines: Sequence[str] = ()
    problems: list[Problem] = field(default_factory=list)

    def where(self, path: Path) -> str:
        """``items.1.keyed``: counted from 0; the file's name leads where the file is a list."""
        parts = path if path and isinstance(path[0], str) and not self.stem_leads else (self.stem, *path)
        return ".".join(str(part) for part in parts)

    def mark(self, path: Path, *, key: bool = False) -> Mark:
        """Where ``path`` starts, or the nearest part around it that has a place of its own."""
        if key and path in self.keys:
            return self.keys[path]
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, (1, 1))

    def place_in(self, path: Path, part: str, index: int) -> Mark:
        """Where the character at ``index`` of the value ``part`` stands, or where the value starts."""
        line, column = self.mark(path)
        written = self.lines[line - 1] if line <= len(self.lines) else ""
        begin = written.find(part, column - 1)
        return (line, column) if begin < 0 else (line, begin + index + 1)

    def report(
        self,
        path: Path,
        code: str,
        *,
        key: bool = False,
        mark: Mark | None = None,
        todo: str | None = None,
        **values: Value,
    ) -> None:
        self.spoilt.add(path)
        self.remark(path, code, mark=mark or self.mark(path, key=key), todo=todo, **values)

    def remark(self, path: Path, code: str, *, mark: Mark, todo: str | None = None, **values: Value) -> None:
        """Say what is wrong with a part whose value is of use to further checks all the same."""
        line, column = mark
        self.problems.append(Problem.of(self.file, line, column, self.where(path), code, todo=todo, values=values))

    def report_unknown(
        self,
        path: Path,
        code: str,
        name: str,
        known: Iterable[str],
        *,
        key: bool = False,
        mark: Mark | None = None,
    ) -> None:
        """Say that ``name`` is none of ``known``, and which of them may be meant."""
        allowed = list(dict.fromkeys(known))
        near = nearest(name, allowed)
        if near is not None:
            self.report(path, code, key=key, mark=mark, todo="did_you_mean", name=name, near=near)
        elif 0 < len(allowed) <= MOST_LISTED:
            self.report(path, code, key=key, mark=mark, todo="one_of", name=name, allowed=", ".join(allowed))
        else:
            self.report(path, code, key=key, mark=mark, name=name)


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a document, or the absence of one: asking a node for what it does not hold never raises.

    So a cross check runs over whatever could be read, and says nothing of what is already known to be wrong.
    """

    document: Document
    path: Path = ()
    value: object = None

    @classmethod
    def root(cls, document: Document) -> Node:
        return cls(document, (), document.value)

    @property
    def given(self) -> bool:
        return self.value is not None

    @property
    def text(self) -> str | None:
        return self.value if isinstance(self.value, str) else None

    @property
    def number(self) -> int | None:
        return self.value if isinstance(self.value, int) and not isinstance(self.value, bool) else None

    def __getitem__(self, key: str) -> Node:
        held = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(self.document, (*self.path, key), held)

    def entries(self) -> Iterator[tuple[str, Node]]:
        """The keys of a mapping with what they hold."""
        if isinstance(self.value, dict):
            for key, held in self.value.items():
                yield key, Node(self.document, (*self.path, key), held)

    def each(self) -> Iterator[Node]:
        """The members of a list."""
        if isinstance(self.value, list):
            for position, held in enumerate(self.value):
                yield Node(self.document, (*self.path, position), held)

    def report(self, code: str, *, key: bool = False, todo: str | None = None, **values: Value) -> None:
        self.document.report(self.path, code, key=key, mark=None, todo=todo, **values)

    def report_unknown(self, code: str, name: str, known: Iterable[str], *, key: bool = False) -> None:
        """Say that ``name`` is none of ``known``, and which of them may be meant."""
        self.document.report_unknown(self.path, code, name, known, key=key)


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The one of ``known`` that ``name`` is most likely a slip for."""
    by_fold = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(name.casefold(), list(by_fold), n=1, cutoff=0.6)
    return by_fold[found[0]] if found else None
