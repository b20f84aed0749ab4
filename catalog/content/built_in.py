"""The words that the site ships with: they stand under an author's own, so that a content folder need hold none."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from catalog.content.check_interface import check_interface_text, interface_texts
from catalog.content.shapes import CONTENT_SHAPES
from catalog.reading.document import Node
from catalog.reading.folder import SUFFIX, folder_problem, inside, read_files
from catalog.reading.problem import DataProblems
from catalog.reading.shape import check_shape
from catalog.reading.text import Text

INTERFACE = "interface"
SHIPPED = Path(__file__).resolve().parents[2] / "content"
"""Found from the code, wherever ``FIT_CONTENT`` and the working directory are."""


def built_in_texts(content: Path) -> Mapping[str, Text]:
    """The shipped words by key; none where ``content`` is the shipped folder itself. Raises DataProblems."""
    return {} if is_shipped(content) else _shipped(SHIPPED)


def built_in_file(name: str, content: Path) -> Any:
    """The shipped file of ``content/`` by its name without ``.yaml``, for a folder that holds none of that name.

    None where ``content`` is the shipped folder itself, or where nothing is shipped. Raises DataProblems.
    """
    return None if is_shipped(content) else _shipped_file(SHIPPED, name)


def is_shipped(content: Path) -> bool:
    """Whether ``content`` is the folder that the site ships with, by whatever path it is named."""
    try:
        return content.samefile(SHIPPED)
    except OSError:
        return False


def spoken_first(texts: Mapping[str, Text], languages: Collection[str]) -> dict[str, Text]:
    """``texts`` with a site's languages in its own order, so that one the words are not written in falls back well.

    Words that are in none of the site's languages stand as they are: better another language than none.
    """
    ordered = {}
    for key, text in texts.items():
        spoken = {language: text.root[language] for language in languages if language in text.root}
        ordered[key] = Text(spoken) if spoken else text
    return ordered


@cache
def _shipped(folder: Path) -> Mapping[str, Text]:
    words = folder / INTERFACE
    paths = [path for path in inside(words) if path.suffix == SUFFIX]
    documents, _, unreadable = read_files(paths, words, stem_leads=True)
    sites, _, unknown = read_files([folder / "site.yaml"], folder)
    languages = [one["id"].text or "" for site in sites.values() for one in Node.root(site)["languages"].each()]
    problems = [*unreadable, *unknown, *([] if paths else [folder_problem(words, "no_folder")])]
    texts = {}
    for document in documents.values():
        for key, node in interface_texts(document, languages):
            check_interface_text(node, languages)
            texts[key] = node
        problems += document.problems
    if problems:
        raise DataProblems(problems)
    return {key: Text.model_validate(node.value) for key, node in texts.items()}


@cache
def _shipped_file(folder: Path, name: str) -> Any:
    path = folder / f"{name}{SUFFIX}"
    if not path.is_file():
        return None
    documents, _, unreadable = read_files([path], folder)
    document = documents[path]
    shaped = check_shape(document, CONTENT_SHAPES[name]) if document.read else None
    if unreadable or document.problems:
        raise DataProblems([*unreadable, *document.problems])
    return shaped
