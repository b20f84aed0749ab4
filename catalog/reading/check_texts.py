"""Checks that hold for every part of every file: languages, stray spaces, ids, cited facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, get_origin

from catalog.reading.document import Node
from catalog.reading.ids import FactId
from catalog.reading.shape import plain, walk
from catalog.reading.text import Text

_SPACES = " \t\u3000\u00a0"


def check_parts(shape: Any, root: Node, languages: Collection[str] | None, facts: Collection[str] | None) -> None:
    """Every text speaks ``languages`` and every cited fact is one of ``facts`` (None: not known, not checked)."""
    for part, node in walk(shape, root):
        bare = plain(part)
        if bare is Text:
            check_text(node, languages)
        elif get_origin(bare) is tuple and FactId in getattr(bare, "__args__", ()):
            _check_facts(node, facts)


def check_text(node: Node, languages: Collection[str] | None) -> None:
    """Exactly ``languages``, and no space before or after the words."""
    written = dict(node.entries())
    if languages is not None and isinstance(node.value, dict):
        unknown = [name for name, words in written.items() if name not in languages and words.given]
        missing = [language for language in languages if language not in written]
        for language in unknown:
            written[language].report_unknown("unknown_language", language, missing or languages, key=True)
        if len(unknown) < len(missing) or not unknown:
            for language in missing:
                node.report("missing_language", language=language)
    for words in written.values():
        check_spaces(words)


def check_spaces(words: Node) -> None:
    """A block text's own line end is no stray space."""
    text = (words.text or "").rstrip("\n")
    if text.strip() and text != text.strip(_SPACES):
        words.report("stray_spaces")


def _check_facts(cited: Node, facts: Collection[str] | None) -> None:
    seen: set[str] = set()
    for node in cited.each():
        if node.text is None:
            continue
        if node.text in seen:
            node.report("named_twice", name=node.text)
        elif facts is not None and node.text not in facts and node.path not in node.document.spoilt:
            node.report("unknown_fact", name=node.text)
        seen.add(node.text)


def check_unique(nodes: Iterable[Node], taken: dict[str, Node] | None = None) -> dict[str, Node]:
    """The ids of ``nodes`` (each holds an ``id``) with their places; reports one that is in ``taken`` already."""
    known = {} if taken is None else taken
    for node in nodes:
        name = node["id"].text
        if name is None:
            continue
        if name in known:
            first = known[name]
            file, line = first.document.file, first.document.mark(first.path)[0]
            node["id"].report("id_twice", name=name, file=file, line=line)
        else:
            known[name] = node["id"]
    return known
