"""The words of the interface: ``content/interface/*.yaml`` -> texts by key, and their places ``{…}``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from string import Formatter

from catalog.reading.check_texts import check_text
from catalog.reading.document import Document, Node, nearest
from catalog.reading.folder import SUFFIX
from catalog.reading.text import Text

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
    places: list[tuple[Node, Places]] = []
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
        if _names(found) != _names(wanted):
            words.report(
                "places_differ",
                found=_listed(_names(found)),
                wanted=_listed(_names(wanted)),
                language=str(first.path[-1]),
            )


def file_is_known(document: Document, built_in: Mapping[str, Text]) -> bool:
    """Whether the site asks for words of a file by this name; otherwise that is said, and its keys need no word."""
    stems = {key.partition(".")[0]: None for key in built_in}
    if document.stem in stems:
        return True
    near = nearest(document.stem, stems)
    name = f"{document.stem}{SUFFIX}"
    if near is not None:
        document.report((), "unknown_file", todo="did_you_mean", name=name, near=f"{near}{SUFFIX}")
    else:
        allowed = ", ".join(f"{stem}{SUFFIX}" for stem in stems)
        document.report((), "unknown_file", todo="one_of", name=name, allowed=allowed)
    return False


def check_against_built_in(key: str, node: Node, built_in: Mapping[str, Text]) -> None:
    """The site asks for this key, and fills no other places in it than those of its own words."""
    if key not in built_in:
        if node.path not in node.document.spoilt:
            node.report_unknown("unknown_interface_key", key, built_in, key=True)
        return
    filled: Places = set()
    for words in built_in[key].root.values():
        filled |= _places(words) or set()
    known = filled | {(name, "") for name in _names(filled)}
    for _, own in node.entries():
        strange = sorted((_places(own.text) or set()) - known) if own.text else []
        if strange and own.path not in own.document.spoilt:
            written = _listed(f"{name}:{layout}" if layout else name for name, layout in strange)
            todo = None if filled else "no_places"
            own.report("unknown_place", todo=todo, written=written, known=_listed(_names(filled)))


Places = set[tuple[str, str]]
"""Names in braces, each with the format behind its colon, if any."""


def _places(words: str) -> Places | None:
    """The places; None where the braces are not well formed or hold more than a name and a format."""
    try:
        parsed = list(Formatter().parse(words))
    except ValueError:
        return None
    found: Places = set()
    for _, name, layout, conversion in parsed:
        if name is None:
            continue
        if not _PLACE.fullmatch(name) or conversion or (layout and ("{" in layout or "}" in layout)):
            return None
        found.add((name, layout or ""))
    return found


def _names(places: Places) -> set[str]:
    return {name for name, _ in places}


def _listed(places: Iterable[str]) -> str:
    return " ".join(f"{{{place}}}" for place in sorted(places)) or "–"
