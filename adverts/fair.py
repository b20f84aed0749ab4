"""An advertisement as a draft: which conditions it states that the law asks for, and which words need a second look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex

from catalog.content.fair_adverts import AdvertDuty, FairAdverts
from catalog.content.fair_questions import Finding
from catalog.content.phrases import folded, pattern

_HEADING_END = regex.compile(r"(?<=[】〕\]>》:])[ \t]*\n\s*")
"""What stands below a heading is said with it: 【賃金】 and the amount on the next line."""


@dataclass(frozen=True, slots=True)
class FairReading:
    """stated, unstated: the duties that concern this text, in the file's order. words: places in the text that come
    near age, sex or origin, said in the reader's language.
    """

    stated: tuple[AdvertDuty, ...]
    unstated: tuple[AdvertDuty, ...]
    words: tuple[Finding, ...]


def fair_reading(text: str, table: FairAdverts, language: str) -> FairReading:
    """A table of phrases reads no context: both kinds of mistakes happen. Never raises."""
    plain = _HEADING_END.sub(" ", folded(text)[0])
    concerned = [duty for duty in table.duties if not duty.where or _stands(duty.where, plain)]
    stated = [duty for duty in concerned if _stands(duty.find, plain)]
    unstated = [duty for duty in concerned if duty not in stated]
    return FairReading(tuple(stated), tuple(unstated), table.words.sensitive_words(text, language))


def _stands(phrases: Mapping[str, tuple[str, ...]], plain: str) -> bool:
    return _any_of(tuple((language, tuple(said)) for language, said in phrases.items())).search(plain) is not None


@lru_cache(maxsize=256)
def _any_of(phrases: tuple[tuple[str, tuple[str, ...]], ...]) -> regex.Pattern[str]:
    return regex.compile("|".join(pattern(phrase, language) for language, said in phrases for phrase in said))
