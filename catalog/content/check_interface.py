"""The words of the interface: ``content/interface/*.yaml`` -> texts by key, and their places ``{…}``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from string import Formatter

from catalog.reading.check_texts import check_text
from catalog.reading.document import Document, Node

_KEY = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)
_PLACE = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


def interface_texts(document: Document, languages: Collection[str]) -> Iterator[tuple[str, Node]]:
    """Every text of a file with its key, ``charts.radar.you``; what is neither a text nor a group is reported."""
    root = Node.root(document)
    if not isinstance(root.value, dict) or _is_text(root, languages):
        if document.read:
            root.report("interface_group")
        return
    yield from _texts(root, document.stem, languages)


def _texts(group: Node, key: str, languages: Collection[str]) -> Iterator[tuple[str, Node]]:
    if isinstance(group.value, dict) and not group.value:
        group.report("interface_group")
    for name, node in group.entries():
        if not _KEY.fullmatch(name):
            node.report("bad_interface_key", key=True, written=name)
        if not isinstance(node.value, dict):
            if node.given:
                node.report("interface_text")
        elif _is_text(node, languages):
            yield f"{key}.{name}", node
        else:
            yield from _texts(node, f"{key}.{name}", languages)


def _is_text(node: Node, languages: Collection[str]) -> bool:
    """Whether a mapping speaks: its keys are languages, or one of them is and words stand beside it."""
    written = dict(node.entries())
    if not written or all(isinstance(held.value, dict) for held in written.values()):
        return False
    return any(name in languages for name in written)


def check_interface_text(node: Node, languages: Collection[str]) -> None:
    """Every language, words in each, well-formed braces, and the same places in all languages."""
    check_text(node, languages)
    places: list[tuple[Node, set[str]]] = []
    for _, words in node.entries():
        if words.text is None:
            if words.given:
                words.report("interface_text")
            continue
        if not words.text.strip():
            words.report("empty_text")
            continue
        found = _places(words.text)
        if found is None:
            words.report("bad_braces")
        else:
            places.append((words, found))
    for words, found in places[1:]:
        first, wanted = places[0]
        if found != wanted:
            words.report(
                "places_differ",
                found=_listed(found),
                wanted=_listed(wanted),
                language=str(first.path[-1]),
            )


def _places(words: str) -> set[str] | None:
    """The names in braces; None where the braces are not well formed or hold more than a name and a format."""
    try:
        parsed = list(Formatter().parse(words))
    except ValueError:
        return None
    found: set[str] = set()
    for _, name, layout, conversion in parsed:
        if name is None:
            continue
        if not _PLACE.fullmatch(name) or conversion or (layout and ("{" in layout or "}" in layout)):
            return None
        found.add(name)
    return found


def _listed(places: set[str]) -> str:
    return " ".join(f"{{{place}}}" for place in sorted(places)) or "–"
