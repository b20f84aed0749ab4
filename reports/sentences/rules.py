"""What no sentence may do, whatever stands in its places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from reports.sentences.filled import Filled

QUOTES: Mapping[str, tuple[str, str]] = {"ja": ("「", "」"), "en": ("“", "”")}
JOINTS: Mapping[str, tuple[str, ...]] = {"ja": ("と", "、"), "en": (" and ", ", ")}


@dataclass(frozen=True, slots=True)
class Rule:
    """``breaks``: the part of a sentence that breaks it, or None. ``language``: None where it holds in every one."""

    name: str
    language: str | None
    breaks: Callable[[Filled], str | None]


@dataclass(frozen=True, slots=True)
class Broken:
    rule: str
    part: str
    sentence: Filled


def broken(sentences: Iterable[Filled]) -> Iterator[Broken]:
    """Each rule that a sentence breaks."""
    for sentence in sentences:
        for rule in RULES:
            if rule.language in (None, sentence.language) and (part := rule.breaks(sentence)) is not None:
                yield Broken(rule.name, part, sentence)


def _matching(pattern: str) -> Callable[[Filled], str | None]:
    compiled = re.compile(pattern)

    def breaks(sentence: Filled) -> str | None:
        found = compiled.search(sentence.text)
        return found[0] if found else None

    return breaks


def _without_marks(sentence: Filled) -> str | None:
    """A trait's name or an end that is not quoted: it may hold particles and commas of its own."""
    first, last = QUOTES.get(sentence.language, QUOTES["en"])
    return next((one for one in sentence.phrases if f"{first}{one}{last}" not in sentence.text), None)


def _read_two_ways(sentence: Filled) -> str | None:
    """A name in a bare list that holds what joins the list: nobody could tell where it ends."""
    joints = JOINTS.get(sentence.language, JOINTS["en"])
    names = (name for some in sentence.lists for name in some)
    return next((name for name in names if any(joint in name for joint in joints)), None)


RULES = (
    Rule("doubled particle", "ja", _matching(r"をを|がが|のの|はは|にに|へへ|(?<!ま)でで|(?<!こ)とと")),
    Rule("doubled stop", "ja", _matching(r"[、。][、。]|「[、。]|：：")),
    Rule("polite form on polite form", "ja", _matching(r"です(?:です|ます)|ですという|。」です")),
    Rule("doubled word", "en", _matching(r"\b([A-Za-z]+) \1\b")),
    Rule("two articles", "en", _matching(r"\b(?:[Aa]n?|[Tt]he) (?:a|an|the)\b")),
    Rule("space before a stop", "en", _matching(r" [.,;:?!]")),
    Rule("doubled stop", "en", _matching(r"\.\.|,[,.]|\.,|[.]” ?\.")),
    Rule("doubled space", None, _matching(r"\S  +\S")),
    Rule("place not filled", None, _matching(r"[{}]")),
    Rule("nothing in quotation marks", None, _matching(r"「」|“”|（）|\(\)")),
    Rule("trait without quotation marks", None, _without_marks),
    Rule("read in two ways", None, _read_two_ways),
)
