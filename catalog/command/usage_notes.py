"""Where the texts of a folder say something otherwise than the term list: for authors to know, nothing is broken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from catalog.content.shapes import CONTENT_SHAPES
from catalog.content.usage import Usage, misused
from catalog.lessons.files import LESSONS
from catalog.reading.document import Document, Mark, Node
from catalog.reading.folder import SUFFIX, inside, read_bytes, read_files, shown_path
from catalog.reading.problem import Problem
from catalog.reading.shape import check_shape
from catalog.reading.wording import Value

LIST = "usage"
SOUGHT = ("find", "allowed", "titles", "title_allowed", "under", "spellings", "scopes")
"""Keys of words that are sought in what other people write: they are theirs, not the site's."""


def usage_notes(content: Path, folders: Iterable[Path]) -> tuple[Problem, ...]:
    """A note for each form that the list of the folder ``content`` avoids, in the texts of ``folders``, by place.

    ``folders``: assessments, folders of assessments, content. No notes without a list.
    """
    terms = _terms(content / f"{LIST}{SUFFIX}")
    notes = [note for folder in folders for note in _of_folder(folder, terms)] if terms else []
    return tuple(sorted(set(notes), key=lambda one: (one.file, one.line, one.column)))


def _terms(file: Path) -> Sequence[Usage]:
    if not file.is_file():
        return ()
    (document,) = read_files([file], file.parent)[0].values()
    read: Sequence[Usage] | None = check_shape(document, CONTENT_SHAPES[LIST]) if document.read else None
    return () if read is None or document.problems else read


def _of_folder(folder: Path, terms: Sequence[Usage]) -> Iterator[Problem]:
    lying = inside(folder)
    for one in (folder, *(path for path in lying if path.is_dir())):
        paths = [path for path in inside(one) if path.suffix == SUFFIX and path.stem != LIST]
        for document in read_files(paths, one, stem_leads=one.name == "interface")[0].values():
            yield from _of_part(document, Node.root(document), "", terms)
    spoken = [path for path in inside(folder / LESSONS) if path.is_dir()]
    for language in spoken:
        yield from _of_lessons(language, terms)


def _of_part(document: Document, node: Node, language: str, terms: Sequence[Usage]) -> Iterator[Problem]:
    """``language``: that of the texts below, once a key has named one."""
    if node.text is not None and language:
        for place, form, term in misused(node.text, language, document.file, terms):
            mark = document.place_in(node.path, node.text, place)
            yield _note(document.file, mark, document.where(node.path), form, term)
    spoken = {term.language for term in terms}
    for key, held in node.entries():
        if key not in SOUGHT:
            yield from _of_part(document, held, key if key in spoken else language, terms)
    for held in node.each():
        yield from _of_part(document, held, language, terms)


def _of_lessons(folder: Path, terms: Sequence[Usage]) -> Iterator[Problem]:
    """Lessons are in one language each, head and text."""
    for path, data in read_bytes([one for one in inside(folder) if one.suffix == ".md"], folder)[0].items():
        file = shown_path(path)
        for number, line in enumerate((data or b"").decode("utf-8", "replace").splitlines(), start=1):
            for place, form, term in misused(line, folder.name, file, terms):
                yield _note(file, (number, place + 1), path.stem, form, term)


def _note(file: str, mark: Mark, where: str, form: str, term: Usage) -> Problem:
    values: dict[str, Value] = {"found": form, "use": term.use}
    if term.note is not None:
        values["note"] = term.note
    line, column = mark
    return Problem.of(
        file, line, column, where, "other_term", todo="other_term_noted" if term.note else None, values=values
    )
