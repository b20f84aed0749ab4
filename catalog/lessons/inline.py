"""The marks within a line of a lesson: ``**strong**``, ``[words](lesson:id)`` and ``{F012 F013}``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from catalog.lessons.blocks import FactsSpan, LinkSpan, Span, Spans, StrongSpan, TextSpan, plain_text
from catalog.reading.document import Document, Mark
from catalog.reading.ids import FACT_PATTERN

MOST_FACTS = 4
_WIDE = "\u2e80"
"""From here on scripts are written without a space between words, so that a line break stands for nothing."""
_PART = re.compile(
    r"\\(?P<escaped>[\\`*{}\[\]<>|#:-])"
    r"|\{(?P<facts>[^{}]*)\}"
    r"|\*\*(?P<strong>[^*`{}\[\]<\\]+)\*\*"
    r"|(?<!!)\[(?P<words>[^\[\]{}*`<\\]+)\]\((?P<target>[^()]*)\)"
    r"|(?P<stray>!\[|\*+|[`{}\[\]<])"
    r"|(?P<text>[^\\!`*{}\[\]<]+|[\\!])"
)
_FACT = re.compile(FACT_PATTERN)
_TARGET = re.compile(r"(?P<to>lesson|page):(?P<target>[A-Za-z][A-Za-z0-9_]*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Source:
    """Words of a file with the place of each character."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    @classmethod
    def of(cls, text: str, line: int, column: int) -> Source:
        """``text`` as it starts in a line, without the space around it."""
        begin = len(text) - len(text.lstrip())
        words = text.strip()
        return cls(words, tuple((line, column + begin + offset) for offset in range(len(words))))

    @classmethod
    def joined(cls, parts: Iterable[Source]) -> Source:
        """All of ``parts`` as one, a line break between each and the next."""
        words: list[str] = []
        marks: list[Mark] = []
        for part in parts:
            if words and part.text and max(words[-1][-1], part.text[0]) < _WIDE:
                words.append(" ")
                marks.append(part.marks[0])
            if part.text:
                words.append(part.text)
                marks += part.marks
        return cls("".join(words), tuple(marks))


@dataclass(frozen=True, slots=True)
class Landmark:
    """What has to stand in every translation alike, or names something elsewhere."""

    kind: Literal["heading", "note", "picture", "contradiction", "facts", "lesson", "page"]
    value: str
    mark: Mark


@dataclass(frozen=True, slots=True)
class Said:
    """Words between two braces. ``points`` tells whether they link to another place of the site."""

    text: str
    facts: tuple[str, ...]
    points: bool
    mark: Mark


@dataclass(slots=True)
class Found:
    """What a lesson's parser collects on its way, with places."""

    landmarks: list[Landmark] = field(default_factory=list)
    cited: list[tuple[str, Mark]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)


def read_spans(source: Source, document: Document, found: Found) -> Spans:
    """The spans of ``source``; what is wrong with them is reported to ``document``."""
    spans: list[Span] = []
    for part in _PART.finditer(source.text):
        mark = source.marks[part.start()]
        if part["escaped"] is not None or part["text"] is not None:
            _add_text(spans, part["escaped"] or part["text"])
        elif part["strong"] is not None:
            spans.append(StrongSpan(text=part["strong"]))
        elif part["facts"] is not None:
            facts = _facts(part, source, document, found)
            if facts:
                found.landmarks.append(Landmark("facts", " ".join(facts), mark))
                _end_text(spans)
                spans.append(FactsSpan(facts=facts))
        elif part["words"] is not None:
            to = _TARGET.fullmatch(part["target"])
            if to is None:
                document.report((), "bad_link", mark=mark, written=part["target"][:40])
            else:
                kind: Literal["lesson", "page"] = "lesson" if to["to"] == "lesson" else "page"
                found.landmarks.append(Landmark(kind, to["target"], mark))
                spans.append(LinkSpan(text=part["words"], to=kind, target=to["target"]))
        else:
            document.report((), "stray_mark", mark=mark, written=part["stray"][:2])
    return tuple(spans)


def statements(spans: Spans, source: Source, document: Document) -> Iterator[Said]:
    """The words before each pair of braces with its facts, and those after the last pair without any."""
    held: list[Span] = []
    mark = source.marks[0] if source.marks else (1, 1)
    for span in spans:
        if not isinstance(span, FactsSpan):
            held.append(span)
            continue
        if not plain_text(tuple(held)).strip():
            document.report((), "facts_of_nothing", mark=mark, facts=f"{{{' '.join(span.facts)}}}")
        yield _said(held, span.facts, mark)
        held = []
    if plain_text(tuple(held)).strip():
        yield _said(held, (), mark)


def _said(held: list[Span], facts: tuple[str, ...], mark: Mark) -> Said:
    return Said(plain_text(tuple(held)).strip(), facts, any(isinstance(span, LinkSpan) for span in held), mark)


def _add_text(spans: list[Span], text: str) -> None:
    if spans and isinstance(spans[-1], TextSpan):
        spans[-1] = TextSpan(text=spans[-1].text + text)
    else:
        spans.append(TextSpan(text=text))


def _end_text(spans: list[Span]) -> None:
    """The space between the words and their braces is no part of the words."""
    if spans and isinstance(spans[-1], TextSpan):
        words = spans.pop().text.rstrip()  # type: ignore[union-attr]
        if words:
            spans.append(TextSpan(text=words))


def _facts(part: re.Match[str], source: Source, document: Document, found: Found) -> tuple[str, ...]:
    mark = source.marks[part.start()]
    facts: list[str] = []
    for name in re.finditer(r"\S+", part["facts"]):
        place = source.marks[part.start("facts") + name.start()]
        if not _FACT.fullmatch(name[0]):
            document.report((), "bad_fact_id", mark=place, written=name[0][:40])
        elif name[0] in facts:
            document.report((), "named_twice", mark=place, name=name[0])
        else:
            facts.append(name[0])
            found.cited.append((name[0], place))
    if not part["facts"].strip():
        document.report((), "empty_braces", mark=mark)
    if len(facts) > MOST_FACTS:
        document.report((), "too_many", mark=mark, most=MOST_FACTS, number=len(facts))
    return tuple(facts)
