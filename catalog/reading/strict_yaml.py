"""YAML as an author expects it: what stands there is what is read, and every trick that hides something is refused.

Plain scalars follow YAML 1.2's core schema (``no``, ``on`` and ``yes`` are words, ``12:30`` and ``2024-01-01`` too),
save that numbers with a leading zero or a base, infinities and empty values are refused. So are a key given twice,
anchors, aliases, tags, several documents, characters that no editor shows, and nesting beyond ``DEEPEST``.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

import yaml

from catalog.reading.document import Document, Mark, Path
from catalog.reading.line_signs import HASH_OF_A_TEXT
from catalog.reading.mending import DEEPEST, joined, mend, suspicious
from catalog.reading.source import Source, report_mends
from catalog.reading.wording import LOADER
from catalog.reading.yaml_syntax import report_syntax_error

_TRUE, _FALSE, _NULL = {"true", "True", "TRUE"}, {"false", "False", "FALSE"}, {"", "~", "null", "Null", "NULL"}
_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]{0,15})", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?", re.ASCII)
_TRICKY_NUMBER = re.compile(r"[-+]?(0[0-9][0-9.]*|0o[0-7]+|0x[0-9A-Fa-f]+|[0-9]{17,})", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_TAB_INDENT = re.compile(r"^ *\t", re.MULTILINE)


class _Stop(Exception):
    """The rest of the file says nothing more that can be trusted; the problem is already reported."""


@dataclass(slots=True)
class _Frame:
    """A mapping or list that is being read. ``key`` is the mapping's key that waits for its value."""

    path: Path
    held: dict[str, object] | list[object]
    key: str | None = None
    twice: bool = False


def parse(data: bytes, file: str, *, stem_leads: bool = False) -> Document:
    """The document in ``data``; what is wrong stands in its ``problems``. Never raises for any content."""
    document = Document(file, PurePath(file).stem, stem_leads)
    text = decoded(data, document)
    if text is None or not only_seen_characters(text, document):
        return document
    tabs = [place(text, found.end() - 1) for found in _TAB_INDENT.finditer(text)]
    for mark in tabs:
        document.report((), "tab", mark=mark)
    if tabs:
        _read(Source(text), document, say_syntax=False)
        return document
    before = tuple(document.problems)
    if not _read(Source(text), document):
        mended = mend(text)
        if mended.mends:
            # What it would hold without the slips of the keyboard: so nothing else is blamed for them.
            document = Document(file, document.stem, stem_leads, problems=[*before])
            report_mends(mended.mends, mended.original_lines, document)
            _read(Source(mended.text, mended), document)
    return document


def _read(source: Source, document: Document, *, say_syntax: bool = True) -> bool:
    """Fill ``document``; False where a sign that looks like one of YAML's own may be to blame for what came out."""
    stack: list[_Frame] = []
    document.lines = source.original_lines
    try:
        _build(yaml.parse(source.text, Loader=LOADER), document, stack, source)
        document.read = True
    except _Stop:
        document.value = None
    except yaml.YAMLError as error:
        document.value = None
        if say_syntax:
            around = document.mark(stack[-1].path) if stack else (1, 1)
            report_syntax_error(error, source, document, around)
        return False
    return not source.suspicious


def place(text: str, offset: int) -> Mark:
    """Line and column of a character."""
    return text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1


def decoded(data: bytes, document: Document) -> str | None:
    """The text of a file; None, and a problem, where it is not UTF-8."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        document.report((), "not_utf8", mark=(1, 1))
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        document.report((), "byte_order_mark", mark=(1, 1))
        data = data[3:]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8")
        document.report((), "not_utf8", mark=place(before, len(before)))
        return None


def only_seen_characters(text: str, document: Document) -> bool:
    """Whether every character shows in an editor; a problem where one does not."""
    found = _UNSEEN.search(text)
    if found is not None:
        document.report((), "unseen_character", mark=place(text, found.start()), code_point=f"U+{ord(found[0]):04X}")
    return found is None


def _build(events: Iterator[yaml.Event], document: Document, stack: list[_Frame], source: Source) -> None:
    documents = 0
    for event in events:
        mark = (1, 1) if event.start_mark is None else source.mark(event.start_mark.line, event.start_mark.column)
        if isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            if documents > 1:
                document.report((), "several_documents", mark=mark)
                raise _Stop
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            stack.pop()
        elif isinstance(event, yaml.NodeEvent):
            if stack and isinstance(stack[-1].held, dict) and stack[-1].key is None:
                _take_key(event, stack[-1], document, mark, source)
            else:
                _take_value(event, stack, document, mark, source)
    if document.value is None and not document.spoilt:
        document.report((), "empty_file", mark=(1, 1))
        raise _Stop


def _take_key(event: yaml.NodeEvent, frame: _Frame, document: Document, mark: Mark, source: Source) -> None:
    if not isinstance(event, yaml.ScalarEvent):
        document.report(frame.path, "key_not_plain", mark=mark)
        raise _Stop
    key: str = event.value
    source.suspicious |= suspicious(key)
    path = (*frame.path, key)
    _refuse_tricks(event, path, document, mark)
    if not key or _UNSEEN.search(key):
        document.report(frame.path, "key_empty", mark=mark)
        document.spoilt.add(path)
    assert isinstance(frame.held, dict)
    frame.twice = key in frame.held
    if frame.twice:
        document.report(path, "key_twice", mark=mark, name=key, line=document.keys[path][0])
    document.keys.setdefault(path, mark)
    frame.key = key


def _take_value(event: yaml.NodeEvent, stack: list[_Frame], document: Document, mark: Mark, source: Source) -> None:
    path = _next_path(stack)
    document.values.setdefault(path, mark)
    refused = _refuse_tricks(event, path, document, mark)
    value: object = None
    if isinstance(event, yaml.ScalarEvent) and not refused:
        value = _scalar(event, path, document, mark, source)
        if isinstance(value, str):
            value = source.without_hidden(event, value, path, document)
    elif isinstance(event, yaml.MappingStartEvent):
        value = {}
    elif isinstance(event, yaml.SequenceStartEvent):
        value = []
    if not stack:
        document.value = value
    else:
        frame = stack[-1]
        if isinstance(frame.held, list):
            frame.held.append(value)
        else:
            assert frame.key is not None
            if not frame.twice:
                frame.held[frame.key] = value
            frame.key = None
    if isinstance(value, (dict, list)):
        if len(stack) >= DEEPEST:
            document.report(path, "too_deep", mark=mark)
            raise _Stop
        stack.append(_Frame(path, value))


def _next_path(stack: list[_Frame]) -> Path:
    if not stack:
        return ()
    frame = stack[-1]
    return (*frame.path, len(frame.held) if isinstance(frame.held, list) else str(frame.key))


def _refuse_tricks(event: yaml.NodeEvent, path: Path, document: Document, mark: Mark) -> bool:
    """Report an alias, an anchor or a tag. An alias has no value of its own, so that billion-fold ones cost nothing."""
    if isinstance(event, yaml.AliasEvent):
        document.report(path, "alias", mark=mark, name=str(event.anchor))
        return True
    if event.anchor is not None:
        document.report(path, "anchor", mark=mark, name=event.anchor)
    tag = getattr(event, "tag", None)
    if tag is not None:
        document.report(path, "tag", mark=mark, name=tag)
    return tag is not None


def _decimal_comma(path: Path, document: Document, mark: Mark) -> None:
    """In {…} the comma of ``0,72`` makes 72 a key of its own, and leaves a number that was never meant."""
    before = [one for one, at in document.values.items() if one[:-1] == path[:-1] and at[0] == mark[0] and at < mark]
    document.spoilt |= set(before[-1:])
    document.report(path, "decimal_comma", mark=mark, digits=str(path[-1]))


def _scalar(event: yaml.ScalarEvent, path: Path, document: Document, mark: Mark, source: Source) -> object:
    written: str = event.value
    if not event.implicit[0]:
        # An escape may have written what does not stand in the file itself.
        unseen = _UNSEEN.search(written)
        if unseen is not None:
            document.report(path, "unseen_character", mark=mark, code_point=f"U+{ord(unseen[0]):04X}")
            return None
        return written
    if HASH_OF_A_TEXT in written:
        document.spoilt.add(path)
        return written.replace(HASH_OF_A_TEXT, "#")
    source.suspicious |= joined(written)
    hash_ = source.hash_behind(event)
    if written in _NULL:
        if path and hash_ is not None and hash_.glued:
            document.report(path, "cut_at_hash", mark=hash_.mark)
        elif path:
            # In {…} a comma in a text without quotes makes the rest of it a key of its own.
            key = str(path[-1]).strip()
            cut = not written and (" " in key or (isinstance(path[-1], str) and suspicious(key)))
            if not written and key.isdigit():
                _decimal_comma(path, document, document.keys.get(path, mark))
            else:
                document.report(path, "cut_at_comma" if cut else "no_value", mark=document.keys.get(path, mark))
        return None
    if hash_ is not None:
        document.hashes[path] = hash_
    if written in _TRUE or written in _FALSE:
        return written in _TRUE
    if _INTEGER.fullmatch(written):
        return int(written)
    if _TRICKY_NUMBER.fullmatch(written):
        document.report(path, "tricky_number", mark=mark, written=written[:40])
        return None
    if _NOT_FINITE.fullmatch(written):
        document.report(path, "not_finite", mark=mark, written=written)
        return None
    if _FLOAT.fullmatch(written):
        number = float(written)
        if not math.isfinite(number):
            document.report(path, "not_finite", mark=mark, written=written[:40])
            return None
        return number
    return written
