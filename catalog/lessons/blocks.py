"""What a lesson's text is made of once it is read: blocks, and in them spans."""

from __future__ import annotations

from typing import Literal

from catalog.reading.ids import FactId, Id, Shape


class TextSpan(Shape):
    kind: Literal["text"] = "text"
    text: str


class StrongSpan(Shape):
    kind: Literal["strong"] = "strong"
    text: str


class LinkSpan(Shape):
    """A link within the site: ``to`` says what ``target`` names."""

    kind: Literal["link"] = "link"
    text: str
    to: Literal["lesson", "page"]
    target: str


class FactsSpan(Shape):
    """The facts that the words before it rest on, back to the last such span."""

    kind: Literal["facts"] = "facts"
    facts: tuple[FactId, ...]


Span = TextSpan | StrongSpan | LinkSpan | FactsSpan
Spans = tuple[Span, ...]


class Heading(Shape):
    """``level`` is 2 or 3: the first level is the lesson's title."""

    kind: Literal["heading"] = "heading"
    level: int
    spans: Spans


class Paragraph(Shape):
    kind: Literal["paragraph"] = "paragraph"
    spans: Spans


class List(Shape):
    kind: Literal["list"] = "list"
    entries: tuple[Spans, ...]


class Table(Shape):
    """Every row has as many cells as ``head``; the first cell of a row names it."""

    kind: Literal["table"] = "table"
    head: tuple[Spans, ...]
    rows: tuple[tuple[Spans, ...], ...]


class Note(Shape):
    """An aside that is set apart."""

    kind: Literal["note"] = "note"
    blocks: tuple[Paragraph | List, ...]


class Picture(Shape):
    """A place for a drawing that is made from data; ``name`` is one of ``catalog.learning.PICTURES``."""

    kind: Literal["picture"] = "picture"
    name: str


class ToldContradiction(Shape):
    """A place where a contradiction between the articles is told, by its id."""

    kind: Literal["contradiction"] = "contradiction"
    id: Id


Block = Heading | Paragraph | List | Table | Note | Picture | ToldContradiction


def plain_text(spans: Spans) -> str:
    """The words alone, as a search or a voice takes them."""
    return "".join(span.text for span in spans if not isinstance(span, FactsSpan))


def facts_of(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The facts that ``blocks`` cite, in their order, each once."""
    found = (
        fact for spans in all_spans(blocks) for span in spans if isinstance(span, FactsSpan) for fact in span.facts
    )
    return tuple(dict.fromkeys(found))


def all_spans(blocks: tuple[Block, ...]) -> tuple[Spans, ...]:
    """The spans of every heading, paragraph, list entry and cell, in their order."""
    found: list[Spans] = []
    for block in blocks:
        if isinstance(block, (Heading, Paragraph)):
            found.append(block.spans)
        elif isinstance(block, List):
            found.extend(block.entries)
        elif isinstance(block, Table):
            found.extend(cell for row in (block.head, *block.rows) for cell in row)
        elif isinstance(block, Note):
            found.extend(all_spans(block.blocks))
    return tuple(found)
