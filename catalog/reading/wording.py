"""The sentences of this room, read from ``wording.yaml``, and the explanations of the keys from ``keys.yaml``."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

import yaml

from catalog.reading.text import Text

HERE = Path(__file__).parent
LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a sentence that is itself said in the reader's language, by its key under ``phrases``."""

    key: str


@dataclass(frozen=True, slots=True)
class Characters:
    """Characters that a sentence names by what they are called in the reader's language; ASCII among them is not."""

    those: str


Value = str | int | float | Phrase | Characters | Text


@cache
def _read(name: str) -> Mapping[str, Any]:
    with (HERE / name).open(encoding="utf-8") as file:
        content: Mapping[str, Any] = yaml.load(file, Loader=LOADER)
    return content


def languages() -> tuple[str, ...]:
    """The languages that the sentences are written in, the default first."""
    return tuple(_read("wording.yaml")["languages"])


def default_language() -> str:
    return languages()[0]


def _spoken(language: str) -> str:
    return language if language in languages() else default_language()


def _filled(template: str, language: str, values: Mapping[str, Value]) -> str:
    return template.format_map({name: _said(value, language) for name, value in values.items()})


def _said(value: Value, language: str) -> str | int | float:
    if isinstance(value, Phrase):
        return str(_read("wording.yaml")["phrases"][value.key][language])
    if isinstance(value, Characters):
        return str(_read("wording.yaml")["list"][language]).join(_names(value.those, language))
    return value.in_language(language) if isinstance(value, Text) else value


def _names(those: str, language: str) -> list[str]:
    """``a full-width colon “：”``, ``a full-width space (U+3000)``: each by its own name, or by that of its kind.

    Full-width letters and digits that follow each other are named as one word.
    """
    named: Mapping[str, Mapping[str, str]] = _read("wording.yaml")["characters"]
    names = []
    for kind, group in groupby(those, _kind):
        run = list(group) if kind else []
        for one in ["".join(run)] if kind == "full_width" and len(run) > 1 else run:
            code = "".join(f"U+{ord(character):04X}" for character in one)
            names.append(named[kind][language].format(character=one, code_point=code))
    return list(dict.fromkeys(names))


def _kind(one: str) -> str:
    if one.isascii():
        return ""
    code, name = f"{ord(one):04X}", unicodedata.name(one, "")
    if code in _read("wording.yaml")["characters"]:
        return code
    if 0xFF01 <= ord(one) <= 0xFF5E:
        return "full_width"
    if name.startswith(("CYRILLIC", "GREEK")):
        return name.split()[0].lower()
    if unicodedata.category(one) == "Zs":
        return "space"
    return "unseen" if unicodedata.category(one) in ("Cf", "Lo", "Mn") else "other"


def what_of(code: str, language: str, values: Mapping[str, Value]) -> str:
    """What is wrong, in words. Raises KeyError for a code that ``wording.yaml`` does not hold."""
    spoken = _spoken(language)
    return _filled(_read("wording.yaml")["problems"][code]["what"][spoken], spoken, values)


def todo_of(code: str, language: str, values: Mapping[str, Value]) -> str:
    """What to do about it: the advice of a problem, or one of ``advice``."""
    spoken, wording = _spoken(language), _read("wording.yaml")
    advice = wording["advice"][code] if code in wording["advice"] else wording["problems"][code]["todo"]
    return _filled(advice[spoken], spoken, values)


def whole_sentence(what: str, todo: str, language: str) -> str:
    return f"{what}{_read('wording.yaml')['stop'][_spoken(language)]}{todo}"


def command_says(key: str, language: str, **values: Value) -> str:
    """A sentence of the command line."""
    spoken = _spoken(language)
    return _filled(_read("wording.yaml")["command"][key][spoken], spoken, values)


class Said(Exception):
    """A sentence of the command line as an error, by its key under ``command``; ``str`` says it in English."""

    def __init__(self, key: str, **values: Value) -> None:
        self.key, self.values = key, values
        super().__init__(command_says(key, "en", **values))

    def in_language(self, language: str) -> str:
        return command_says(self.key, language, **self.values)


def key_explanations() -> Mapping[str, Mapping[str, str]]:
    """What each shape (``Item``) and each of its keys (``Item.keyed``) means, by language."""
    explained: Mapping[str, Mapping[str, str]] = _read("keys.yaml")
    return explained
