"""The files of a folder: which belong there, which are missing, and what stands in them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.reading.document import Document, nearest
from catalog.reading.names import copies, meant, passed_over, twin
from catalog.reading.problem import Problem
from catalog.reading.strict_yaml import parse
from catalog.reading.wording import Value

SUFFIX = ".yaml"


@dataclass(frozen=True, slots=True)
class FolderRead:
    documents: Mapping[str, Document]
    files_hash: str
    problems: tuple[Problem, ...]


def shown_path(path: Path) -> str:
    """Relative to the working directory where the path lies under it, as given otherwise."""
    try:
        return path.resolve().relative_to(Path.cwd().resolve()).as_posix() or "."
    except (ValueError, OSError):
        return path.as_posix()


def folder_problem(path: Path, code: str, *, todo: str | None = None, **values: Value) -> Problem:
    """A problem of a whole file or folder: it stands at 1:1."""
    return Problem.of(shown_path(path), 1, 1, path.stem or path.name or ".", code, todo=todo, values=values)


def inside(folder: Path) -> list[Path]:
    """What lies in ``folder`` and is meant to be read, by name; empty where it cannot be opened.

    Left out are what editors and systems leave behind, and copies beside what they are copies of.
    """
    try:
        found = [path for path in folder.iterdir() if not passed_over(path.name)]
    except OSError:
        return []
    double = copies({path.name for path in found})
    return sorted(path for path in found if path.name not in double)


def read_folder(
    folder: Path,
    expected: Collection[str],
    required: Sequence[str],
    folders: Collection[str] = (),
    unhashed: re.Pattern[bytes] | None = None,
) -> FolderRead:
    """Every expected file of ``folder``; a missing required one, a stray or misnamed file, and a folder that hides an
    expected file are problems.

    folders: the names of those inside that others read.
    unhashed: what leaves the hash as it is.
    ``files_hash`` is SHA-256 over names, lengths and bytes in the order of the names. Never raises OSError: a file that
    cannot be read is a problem too.
    """
    if not folder.is_dir():
        return FolderRead({}, "", (folder_problem(folder, "no_folder"),))
    found = inside(folder)
    wanted = {f"{name}{SUFFIX}": name for name in expected}
    present = {path.name for path in found}
    absent = [name for name in wanted if name not in present]
    problems, accounted = _strays(found, wanted, absent, folders)
    for name in required:
        file = f"{name}{SUFFIX}"
        if file not in present and file not in accounted:
            problems.append(folder_problem(folder / file, "no_file", name=file))
    expected_files = [path for path in found if path.name in wanted]
    documents, files_hash, unreadable = read_files(expected_files, folder, unhashed=unhashed)
    return FolderRead(
        {path.stem: document for path, document in documents.items()}, files_hash, (*problems, *unreadable)
    )


def _strays(
    found: Sequence[Path], wanted: Collection[str], absent: Sequence[str], folders: Collection[str]
) -> tuple[list[Problem], set[str]]:
    """A problem for each file or folder that holds what should be read elsewhere; and the absent files they may be."""
    problems: list[Problem] = []
    accounted: set[str] = set()
    present = [name for name in wanted if name not in absent]
    for path in found:
        if path.name in wanted or path.name in folders:
            continue
        there = twin(path.name, present)
        near = meant(path.name, absent) if there is None else None
        if path.is_dir():
            hidden = [name for name in absent if (path / name).is_file()]
            problems += [folder_problem(path / name, "file_too_deep", name=name) for name in hidden]
            accounted |= {*hidden}
        elif there:
            problems.append(folder_problem(path, "unknown_file", todo="there_already", name=path.name, near=there))
        elif near or path.suffix.lower() in (SUFFIX, ".yml"):
            near = near or nearest(path.name, absent)
            accounted |= {near} if near else set()
            advice: dict[str, Value] = {"near": near} if near else {"allowed": ", ".join(wanted)}
            todo = "did_you_mean" if near else "one_of"
            problems.append(folder_problem(path, "unknown_file", todo=todo, name=path.name, **advice))
    return problems, accounted


def read_files(
    paths: Sequence[Path], folder: Path, *, stem_leads: bool = False, unhashed: re.Pattern[bytes] | None = None
) -> tuple[dict[Path, Document], str, list[Problem]]:
    """The documents of ``paths``, the hash over them, and a problem for each file that cannot be read."""
    texts, files_hash, problems = read_bytes(paths, folder, unhashed)
    documents = {
        path: Document(shown_path(path), path.stem)
        if data is None
        else parse(data, shown_path(path), stem_leads=stem_leads)
        for path, data in texts.items()
    }
    return documents, files_hash, problems


def read_bytes(
    paths: Sequence[Path], folder: Path, unhashed: re.Pattern[bytes] | None = None
) -> tuple[dict[Path, bytes | None], str, list[Problem]]:
    """What stands in ``paths`` (None where one cannot be read, with a problem), and the hash over it."""
    texts: dict[Path, bytes | None] = {}
    problems: list[Problem] = []
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda one: one.relative_to(folder).as_posix()):
        try:
            if not path.is_file():
                raise OSError
            data = path.read_bytes()
        except OSError:
            problems.append(folder_problem(path, "unreadable"))
            texts[path] = None
            continue
        name = path.relative_to(folder).as_posix().encode("utf-8", "surrogateescape")
        hashed = data if unhashed is None else unhashed.sub(b"", data)
        digest.update(b"%d:%b%d:" % (len(name), name, len(hashed)))
        digest.update(hashed)
        texts[path] = data
    return texts, digest.hexdigest(), problems
