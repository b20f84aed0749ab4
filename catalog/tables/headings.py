"""How sheets and columns are called, in Japanese and English: ``headings.yaml``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from catalog.reading.document import Path as Parts
from catalog.reading.wording import LOADER
from catalog.tables.layout import TEXT, Columns
from catalog.tables.paths import plain_cell, shown, typed

_MARKS = re.compile(r"[\s_\-()\[\]【】「」『』<>:*※・.。|/＿]")
_CODE = re.compile(r"[a-z]{2}(-[A-Za-z0-9]+)*")
_PATH = re.compile(r"[A-Za-z_][\w-]*(\.[\w-]+)+", re.ASCII)
FOUNDATION = "foundation"
LANGUAGES = "languages"
ANY_LANGUAGE = ""
"""Stands in the path of a column of texts whose heading names no language."""


@cache
def _words() -> Mapping[str, Any]:
    words: Mapping[str, Any] = yaml.load(
        Path(__file__).with_name("headings.yaml").read_text(encoding="utf-8"), Loader=LOADER
    )
    return words


def same(heading: str) -> str:
    """What is left of a heading without case, width, spaces and brackets."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", heading)).casefold()


def _names(entry: Mapping[str, Any]) -> Iterator[str]:
    yield from (same(str(one)) for one in (entry["ja"], entry["en"], *entry.get("also", ())))


@cache
def _kinds() -> Mapping[str, str]:
    """The kind of a sheet by every name that it may have."""
    return {name: kind for kind, entry in _words()["sheets"].items() for name in (same(kind), *_names(entry))}


@cache
def _columns() -> Mapping[str, tuple[str, ...]]:
    """The paths that a column of a name may have."""
    found: dict[str, tuple[str, ...]] = {}
    for path, entry in _words()["columns"].items():
        for name in {same(path), *_names(entry)}:
            found[name] = (*found.get(name, ()), path)
    return found


@cache
def _languages() -> Mapping[str, str]:
    return {name: code for code, entry in _words()[LANGUAGES].items() for name in (code, *_names(entry))}


def sheet_kind(name: str) -> str | None:
    """``items`` for 質問, Items, 項目 …"""
    return _kinds().get(same(name))


def sheet_name(kind: str, language: str) -> str:
    entry = _words()["sheets"].get(kind)
    return str(entry[language]) if entry else kind


def foundation(cell: str) -> bool:
    """Whether a cell of the column of roles names the foundation."""
    return same(cell) in {same(FOUNDATION), *_names(_words()["foundation"])}


def foundation_name(language: str) -> str:
    return str(_words()["foundation"][language])


def language_of(heading: str) -> str | None:
    """The language that a heading names: ``ja`` for 日本語; a code of two letters stands for itself."""
    known = _languages().get(same(heading))
    plain = heading.strip()
    return known or (plain if _CODE.fullmatch(plain) and plain not in ("no", "id") else None)


def names_column(heading: str, column: str) -> bool:
    """Whether a heading is one of the names of a column, such as ``place``."""
    return column in _columns().get(same(heading), ())


def path_of(heading: str, known: Columns, word: str | None) -> Parts | None:
    """The path that a column is about; None for one that is no column of this sheet.

    known: the sheet's paths and what each holds.
    word: the key of the words that are called by the language alone (an item's), if the sheet has them.
    A text whose language is not said ends with ``ANY_LANGUAGE``.
    """
    name = same(heading)
    named = (*_columns().get(name, ()), *(shown(path) for path in known if same(shown(path)) == name))
    # 特性ID is the trait of an item and the id of a trait.
    for column in sorted(named, key=lambda one: one == "id"):
        if known.get(typed(column), TEXT) != TEXT:
            return typed(column)
    language = language_of(heading)
    if word and language:
        return (word, language)
    if word and name in {*_names(_words()["text"])}:
        return (word, ANY_LANGUAGE)
    for text in (path for path, is_text in known.items() if is_text):
        names = {other for other, paths in _columns().items() if shown(text) in paths}
        names |= {*_names(_words()["text"])} if text == (word,) else set()
        for called in sorted({same(shown(text)), *names}, key=len, reverse=True):
            if name.startswith(called) and len(name) > len(called):
                code = _languages().get(name[len(called) :]) or _last_code(heading)
                if code:
                    return (*text, code)
            elif name == called:
                return (*text, ANY_LANGUAGE)
    plain = unicodedata.normalize("NFKC", heading).strip()
    if _PATH.fullmatch(plain) and any(typed(plain)[0] == path[0] for path in known):
        return typed(plain)
    return None


def _last_code(heading: str) -> str | None:
    """``ko`` of 名前 (ko) and of name.ko."""
    words = re.findall("[A-Za-z-]+", unicodedata.normalize("NFKC", heading))
    return language_of(words[-1]) if words else None


def heading(path: Parts, language: str, word: str | None, is_text: bool) -> str:
    """How a column is called: 平均, 名前 日本語; the words of an item by their language alone."""
    languages = _words()[LANGUAGES]
    if is_text:
        code = str(path[-1])
        called = str(languages[code][language]) if code in languages else code
        if word is not None and path[:-1] == (word,):
            return called
        return f"{_called(path[:-1], language)} {called}"
    return _called(path, language)


def _called(path: Parts, language: str) -> str:
    entry = _words()["columns"].get(shown(path))
    return str(entry[language]) if entry else shown(path)


def key_of(cell: str, reversed_column: bool) -> str | None:
    """``+`` or ``-`` for what stands in the column of keys; None for what is neither."""
    signs = _words()["reversed" if reversed_column else "keyed"]
    plain = plain_cell(cell).casefold()
    return next((sign for sign in "+-" if plain in {str(one).casefold() for one in signs[sign]}), None)


def asks_whether_reversed(heading: str) -> bool:
    return same(heading) in {same(one) for one in _words()["reversed"]["headings"]}
