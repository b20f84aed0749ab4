"""Checks that hold for every part of every file: languages, stray spaces, ids, cited facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any, get_origin

from catalog.reading.alternatives import plain
from catalog.reading.characters import SPACES, straightened
from catalog.reading.document import Node
from catalog.reading.ids import FactId
from catalog.reading.languages import is_language, meant_language
from catalog.reading.shape import walk
from catalog.reading.source import remark_odd
from catalog.reading.text import Text

_SPACES = " \t" + SPACES


def check_parts(
    shape: Any,
    root: Node,
    languages: Collection[str] | None,
    facts: Collection[str] | None,
    needed: Collection[str] | None = None,
) -> None:
    """Every text is whole and speaks ``languages``, every cited fact is one of ``facts`` (None: nobody can tell).

    ``needed``: those of the languages that no text may lack; None: all of them.
    """
    for part, node in walk(shape, root):
        bare = plain(part)
        if bare is Text:
            check_text(node, languages, needed)
        elif bare is str and node.text is not None and (" " in node.text or not node.text.isascii()):
            check_hash(node)
        elif get_origin(bare) is tuple and FactId in getattr(bare, "__args__", ()):
            _check_facts(node, facts)


def check_text(node: Node, languages: Collection[str] | None, needed: Collection[str] | None = None) -> None:
    """No slip in the name of a language, none of ``needed`` missing, and no space before or after the words.

    Words in a language that nobody asks for are left aside.
    """
    written = dict(node.entries())
    if languages is not None and isinstance(node.value, dict):
        unknown = [name for name, words in written.items() if not (name in languages or is_language(name))]
        unknown = [name for name in unknown if written[name].given]
        absent = [language for language in languages if language not in written]
        missing = [language for language in (languages if needed is None else needed) if language not in written]
        for language in unknown:
            check_code(written[language], language, absent or languages, key=True)
        if len(unknown) < len(missing) or not unknown:
            for language in missing:
                node.report("missing_language", language=language)
    for words in written.values():
        check_spaces(words)
        check_quotes(words)
        check_hash(words)


def check_code(node: Node, code: str, known: Collection[str] = (), *, key: bool = False) -> None:
    """Report a code that is no language, and which one may be meant. ``known``: the languages that are expected."""
    meant = meant_language(code)
    if meant is not None:
        node.report("unknown_language", key=key, todo="did_you_mean", name=code, near=meant)
    elif known:
        node.report_unknown("unknown_language", code, known, key=key)
    elif not is_language(code):
        node.report("no_language", key=key, name=code)


def check_spaces(words: Node) -> None:
    """A block text's own line end is no stray space."""
    text = (words.text or "").rstrip("\n")
    bare = text.strip(_SPACES)
    if not text.strip() or text == bare:
        return
    begin = text.index(bare)
    odd = [place for place, one in enumerate(text) if one in SPACES and not begin <= place < begin + len(bare)]
    if odd:
        mark = words.document.place_in(words.path, text, odd[0])
        remark_odd(words.document, words.path, mark, "".join(text[place] for place in odd), "")
    else:
        words.report("stray_spaces")


def check_quotes(words: Node) -> None:
    """No text stands in full-width quotation marks of a keyboard: they were meant as the file's own."""
    text = words.text or ""
    if len(text) > 2 and text[0] == text[-1] and text[0] in "＂＇":
        place = words.document.place_in(words.path, text, 0)
        remark_odd(words.document, words.path, place, text[0], straightened(text[0]))


def check_hash(words: Node) -> None:
    """No ``#`` cuts a text without quotes off; a remark that stands clearly apart may follow it."""
    found = words.document.hashes.get(words.path)
    if found is not None and words.text is not None and not found.honest:
        words.document.report(words.path, "cut_at_hash", mark=found.mark)


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
