"""The signs by which a hint is given, by language, as ``signs.yaml`` names them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from catalog.reading.wording import LOADER

FILE = Path(__file__).with_name("signs.yaml")


@dataclass(frozen=True, slots=True)
class Signs:
    """``longest``: of a text, in characters. ``negation``: of the sentence itself; ``denies``: of any part of it.

    ``ending``: so many characters at the end of a sentence are its ending.
    """

    longest: int
    double: re.Pattern[str]
    negation: re.Pattern[str]
    denies: re.Pattern[str]
    ability: re.Pattern[str]
    jargon: re.Pattern[str]
    ending: int


@cache
def signs() -> Mapping[str, Signs]:
    """By language."""
    with FILE.open(encoding="utf-8") as file:
        read = yaml.load(file, Loader=LOADER)
    return {language: _signs(given) for language, given in read.items()}


def _signs(given: Mapping[str, object]) -> Signs:
    patterns = {
        name: re.compile(str(given[name]), re.IGNORECASE) for name in ("double", "negation", "denies", "ability")
    }
    words = given["jargon"]
    assert isinstance(words, Sequence)
    return Signs(
        longest=int(str(given["longest"])), ending=int(str(given["ending"])), jargon=_any_of(words), **patterns
    )


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    """One of the words, a Latin one whole; or letters that stand for words, but for those that everybody says."""
    whole = [rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word) for word in words]
    letters = r"(?<![A-Za-z])(?!(?:AI|CD|DVD|ID|IT|OK|PC|SNS|TV|UK|US|USB)(?![A-Za-z]))(?-i:[A-Z]{2,})s?(?![A-Za-z])"
    return re.compile("|".join([*whole, letters]), re.IGNORECASE)
