"""A lesson's file -> its head and blocks: Markdown of the few kinds in docs/authors/lessons.md, read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import NamedTuple

from catalog.lessons.blocks import (
    Block,
    FactsSpan,
    Heading,
    List,
    Note,
    Paragraph,
    Picture,
    Spans,
    Table,
    ToldContradiction,
)
from catalog.lessons.inline import Found, Landmark, Said, Source, read_spans, statements
from catalog.lessons.typed_signs import straighten_line
from catalog.reading.characters import straightened
from catalog.reading.document import Document
from catalog.reading.source import remark_odd
from catalog.reading.strict_yaml import decoded, only_seen_characters, parse

FENCE = "---"
LEVELS = (2, 3)
DIRECTIVES = ("note", "picture", "contradiction")
_HEADING = re.compile(r"(?P<marks>#+)(?P<words>.*)")
_DIRECTIVE = re.compile(r":::(?P<name>[^\s]*)(?P<rest>.*)")
_UNKNOWN = re.compile(r"(>|[0-9]+[.)] |[*+] |```|~~~|(-{3,}|={3,}|\*{3,})$|<)")
_CELL = re.compile(r"(?:[^|\\]|\\.|\\$)*")
_RULE = re.compile(r":?-+:?")
_NAMED = re.compile(r"[A-Za-z][A-Za-z0-9_]*", re.ASCII)
_LEADS = ("list", "table", "picture", "contradiction")
"""A paragraph may leave it to one of these, right behind it, to cite."""
_OPEN_ENDS = ("?", "?", "か。", ":", ":")
"""Questions to the reader and lead-ins; a polite question in Japanese ends in a full stop."""


class _Line(NamedTuple):
    text: str
    number: int
    kind: str


@dataclass(slots=True)
class LessonRead:
    """A lesson's file: ``document`` holds its head and its problems, ``blocks`` the rest."""

    document: Document
    blocks: tuple[Block, ...] = ()
    found: Found = field(default_factory=Found)


def parse_lesson(data: bytes, file: str) -> LessonRead:
    """The lesson in ``data``; what is wrong stands in the document's ``problems``. Never raises for any content."""
    document = Document(file, PurePath(file).stem)
    text = decoded(data, document)
    if text is None or not only_seen_characters(text, document):
        return LessonRead(document)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    _straighten_fences(lines, document)
    if lines[0].rstrip() != FENCE:
        document.report((), "no_head", mark=(1, 1))
        return LessonRead(document)
    end = next((number for number, line in enumerate(lines) if number and line.rstrip() == FENCE), None)
    if end is None:
        document.report((), "open_head", mark=(1, 1))
        return LessonRead(document)
    head = parse("\n".join(["", *lines[1:end]]).encode(), file)
    head.problems += document.problems
    body = [straighten_line(text, number, head) for number, text in enumerate(lines[end + 1 :], end + 2)]
    return _Parser(head, [_line(text, number) for number, text in enumerate(body, end + 2)]).read()


def _straighten_fences(lines: list[str], document: Document) -> None:
    """Mend the two lines around the head where they are written with look-alikes."""
    fences = 0
    for number, line in enumerate(lines):
        if fences < 2 and straightened(line).rstrip() == FENCE:
            fences += 1
            if line.rstrip() != FENCE:
                remark_odd(document, (), (number + 1, 1), line.rstrip(), FENCE)
                lines[number] = FENCE


def _line(text: str, number: int) -> _Line:
    bare = text.strip()
    kind = "paragraph"
    if not bare:
        kind = "blank"
    elif bare.startswith(":::"):
        kind = "directive"
    elif text.startswith("#"):
        kind = "heading"
    elif text.startswith("|"):
        kind = "table"
    elif text.startswith("- "):
        kind = "list"
    elif text.startswith("  ") and not bare.startswith("- "):
        kind = "continued"
    elif _UNKNOWN.match(bare) or bare.startswith("- ") or bare == "-":
        kind = "unknown"
    return _Line(text.rstrip(), number, kind)


class _Parser:
    """Reads blocks line by line. ``at`` is the next line."""

    def __init__(self, document: Document, lines: list[_Line]) -> None:
        self.document, self.lines, self.at = document, lines, 0
        self.found = Found()
        self.before_heading = True

    def read(self) -> LessonRead:
        blocks = tuple(self._blocks(None))
        if not blocks and not self.document.problems:
            self.document.report((), "empty_lesson", mark=(self.lines[0].number if self.lines else 1, 1))
        return LessonRead(self.document, blocks, self.found)

    def _blocks(self, note: _Line | None) -> Iterator[Block]:
        """The blocks up to the end of the file; in a note up to its end."""
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if line.kind == "directive":
                if note is not None and line.text.strip() == ":::":
                    self.at += 1
                    return
                if note is not None:
                    break
            block = self._block(line, in_note=note is not None)
            if block is not None:
                yield block
        if note is not None:
            self.document.report((), "open_note", mark=(note.number, 1))

    def _block(self, line: _Line, *, in_note: bool) -> Block | None:
        kind = line.kind
        self.at += 1
        if kind == "directive":
            return self._directive(line)
        if kind == "heading":
            return self._heading(line, in_note)
        if kind == "table":
            return self._table(line, in_note)
        if kind == "list":
            return self._list(line, in_note)
        if kind in ("paragraph", "continued"):
            return self._paragraph(line, in_note)
        if kind == "unknown":
            self.document.report((), "unknown_block", mark=_start(line), written=line.text.split()[0][:12])
        return None

    def _directive(self, line: _Line) -> Block | None:
        mark = _start(line)
        match = _DIRECTIVE.fullmatch(line.text.strip())
        assert match is not None, "a directive begins with three colons"
        name, rest = match["name"], match["rest"].strip()
        if name not in DIRECTIVES:
            if name:
                self.document.report_unknown((), "unknown_directive", name[:40], DIRECTIVES, mark=mark)
            else:
                self.document.report((), "stray_end", mark=mark)
            return None
        if name == "note":
            if rest:
                self.document.report((), "note_words", mark=mark)
            self.found.landmarks.append(Landmark("note", "", mark))
            blocks = tuple(block for block in self._blocks(line) if isinstance(block, (Paragraph, List)))
            return Note(blocks=blocks)
        if not _NAMED.fullmatch(rest):
            self.document.report((), "directive_names", mark=mark, name=name)
            return None
        if name == "picture":
            self.found.landmarks.append(Landmark("picture", rest, mark))
            return Picture(name=rest)
        self.found.landmarks.append(Landmark("contradiction", rest, mark))
        return ToldContradiction(id=rest)

    def _heading(self, line: _Line, in_note: bool) -> Block | None:
        match = _HEADING.fullmatch(line.text)
        assert match is not None, "a heading begins with #"
        level, words = len(match["marks"]), match["words"]
        mark = (line.number, 1)
        if level not in LEVELS or not words.startswith(" ") or not words.strip():
            self.document.report((), "bad_heading", mark=mark)
            return None
        if in_note:
            self.document.report((), "not_in_note", mark=mark)
        self.before_heading = False
        self.found.landmarks.append(Landmark("heading", str(level), mark))
        source = Source.of(words, line.number, level + 1)
        spans = read_spans(source, self.document, self.found)
        if any(isinstance(span, FactsSpan) for span in spans):
            self.document.report((), "facts_in_heading", mark=mark)
        return Heading(level=level, spans=spans)

    def _paragraph(self, line: _Line, in_note: bool) -> Block:
        source = Source.joined((Source.of(line.text, line.number, 1), *self._further("paragraph", "continued")))
        free = in_note or self.before_heading or self._leads_in()
        return Paragraph(spans=self._statement(source, free=free))

    def _list(self, line: _Line, in_note: bool) -> Block:
        entries: list[Spans] = []
        while True:
            source = Source.joined((Source.of(line.text[1:], line.number, 2), *self._further("continued")))
            if not source.text:
                self.document.report((), "empty_text", mark=_start(line))
            entries.append(self._statement(source, free=in_note))
            if self._next_kind() != "list":
                return List(entries=tuple(entries))
            line = self.lines[self.at]
            self.at += 1

    def _table(self, line: _Line, in_note: bool) -> Block | None:
        lines = [line]
        while self._next_kind() == "table":
            lines.append(self.lines[self.at])
            self.at += 1
        if in_note:
            self.document.report((), "not_in_note", mark=(line.number, 1))
        cells = [self._cells(one) for one in lines]
        columns = len(cells[0])
        if len(lines) < 3 or not all(_RULE.fullmatch(cell.text) for cell in cells[1]) or not columns:
            self.document.report((), "bad_table", mark=(line.number, 1))
            return None
        for one, row in zip(lines, cells, strict=True):
            if len(row) != columns:
                self.document.report((), "row_length", mark=(one.number, 1), number=len(row), columns=columns)
                return None
        head, *rows = [
            tuple(self._statement(cell, free=number == 0 or column == 0) for column, cell in enumerate(row))
            for number, row in enumerate(cells)
            if number != 1
        ]
        return Table(head=head, rows=tuple(rows))

    def _cells(self, line: _Line) -> list[Source]:
        text, cells, at = line.text, [], 1
        while at < len(text):
            cell = _CELL.match(text, at)
            assert cell is not None, "a cell may be empty"
            end = cell.end()
            cells.append(Source.of(text[at:end], line.number, at + 1))
            if end == len(text):
                self.document.report((), "open_row", mark=(line.number, end))
            at = end + 1
        return cells

    def _statement(self, source: Source, *, free: bool) -> Spans:
        """The spans of words that stand together; without facts only where they may be, or ask, or point elsewhere."""
        spans = read_spans(source, self.document, self.found)
        for said in statements(spans, source, self.document):
            self.found.said.append(said)
            if not (said.facts or free or _needs_no_fact(said)):
                self.document.report((), "no_facts", mark=said.mark)
        return spans

    def _further(self, *kinds: str) -> Iterator[Source]:
        """The words of the next lines, as long as they are of ``kinds``."""
        while self._next_kind() in kinds:
            line = self.lines[self.at]
            self.at += 1
            yield Source.of(line.text, line.number, 1)

    def _next_kind(self) -> str:
        return self.lines[self.at].kind if self.at < len(self.lines) else "blank"

    def _leads_in(self) -> bool:
        """Whether the next block is one that cites in the paragraph's place."""
        for line in self.lines[self.at :]:
            if line.kind == "directive":
                match = _DIRECTIVE.fullmatch(line.text.strip())
                return match is not None and match["name"] in _LEADS
            if line.kind != "blank":
                return line.kind in _LEADS
        return False


def _needs_no_fact(said: Said) -> bool:
    """Whether it asks, leads in, points to another place of the site, or says nothing (a dash in a cell)."""
    return said.points or said.text.endswith(_OPEN_ENDS) or not any(one.isalnum() for one in said.text)


def _start(line: _Line) -> tuple[int, int]:
    return line.number, len(line.text) - len(line.text.lstrip()) + 1
