"""One line of YAML, read leniently: where a look-alike or an unseen character may stand for one of YAML's own signs.

What is found here is only a guess. ``mending.py`` keeps the guesses that make the file readable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from catalog.reading.characters import DASHES, DOTS, SPACES, look_alike, straightened, unseen

ODD_CHARACTER, UNSEEN, MISSING_SPACE, CUT_AT_HASH = "odd_character", "unseen_named", "missing_space", "cut_at_hash"
_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*", re.ASCII)
_COLONS, _COMMAS, _HASHES = ":：；︰﹕∶ː꞉։", ",，、､﹐", "＃﹟♯"
_OPENERS, _CLOSERS = "{[｛［", "}]｝］"
_QUOTES = {"“": "”“", "”": "”", "„": "”“", "‘": "’‘", "’": "’", "＂": "＂", "＇": "＇", "〝": "〟〞", "″": "″"}
_HASH = re.compile(r"(?<=[^ \t:,\[{-][ \t])#(?!\s)|(?<=\S[ \t])#(?=[^#]*[}\]])|(?<=[^ \t:,\[{-][ \t])#(?=\s)")
_KEY_AND_COLON = re.compile(
    rf"(?P<key>[^\s{SPACES}{_COLONS}{_COMMAS}\"'#{{}}\[\]]+)(?P<gap>[{SPACES} ]*)(?P<colon>[{_COLONS}])"
)
_END_OF_VALUE = re.compile(rf"[{SPACES}\s]*(?:[,，、}}\]｝］#＃]|$)")


@dataclass(frozen=True, slots=True)
class Mend:
    """``removed`` at (``line``, ``column``), counted from 0, and what would have to stand there: ``written``.

    ``code`` is the problem it would be. ``within``: it lies inside a word of the file, where others are mere text.
    """

    line: int
    column: int
    removed: str
    written: str
    code: str = ODD_CHARACTER
    within: bool = False


def guesses(text: str, line: int, indent_width: int = 2) -> list[Mend]:
    """Everything on a line that may be meant as another sign.

    indent_width: so many spaces stand for one full-width space at the line's beginning.
    """
    if text.isascii() and ":" not in text and "-" not in text:
        return []
    return list(_Line(text, line, indent_width).read())


HASH_OF_A_TEXT = "\ue000"
"""Stands in the copy for a ``#`` that is a part of a text: no sign of YAML's, and nobody types it."""


def hash_guesses(text: str, line: int) -> list[Mend]:
    """Every ``#`` on a line that begins a comment and may be meant as a part of a text."""
    return [Mend(line, found.start(), "#", HASH_OF_A_TEXT, CUT_AT_HASH, True) for found in _HASH.finditer(text)]


class _Line:
    """Goes through the line once; ``at`` is the next character."""

    def __init__(self, text: str, line: int, indent_width: int) -> None:
        self.text, self.line, self.at, self.indent_width = text, line, 0, indent_width

    def read(self) -> Iterator[Mend]:
        yield from self._spaces(self.indent_width)
        yield from self._markers()
        if self._next() in _HASHES:
            yield self._mend(1, "#")
            return
        if self._next() == "#":
            return
        yield from self._key()
        yield from self._value()

    def _next(self, ahead: int = 0) -> str:
        """The next character; a line break at the end, so that it is in no list of signs but counts as a space."""
        place = self.at + ahead
        return self.text[place] if place < len(self.text) else "\n"

    def _mend(self, length: int, written: str, code: str = ODD_CHARACTER, *, within: bool = False) -> Mend:
        begin = self.at
        self.at += length
        return Mend(self.line, begin, self.text[begin : self.at], written, code, within)

    def _spaces(self, width: int = 1) -> Iterator[Mend]:
        """Spaces of any kind, and what cannot be seen among them."""
        while self.at < len(self.text):
            one = self.text[self.at]
            if one in " \t":
                self.at += 1
            elif one in SPACES:
                last = not self.text[self.at :].strip()
                yield self._mend(1, "" if last else " " * (width if one == "\u3000" else 1))
            elif unseen(one):
                yield self._mend(1, "", UNSEEN)
            else:
                return

    def _markers(self) -> Iterator[Mend]:
        """``- `` before a member of a list, once or more."""
        while self._next() in "-" + DASHES + DOTS and not self.text.startswith("---", self.at):
            behind = self._next(1)
            spaced = behind.isspace() or behind in SPACES or unseen(behind)
            if self._next() == "-":
                opens = behind in _OPENERS or behind in "\"'"
                if not (spaced or opens or self._key_at(self.at + 1) or _KEY.fullmatch(self.text, self.at + 1)):
                    return
                self.at += 1
                if not spaced:
                    yield self._mend(0, " ", MISSING_SPACE)
            else:
                if not spaced and not self._key_at(self.at + 1):
                    return
                yield self._mend(1, "-" if spaced else "- ")
            yield from self._spaces()

    def _key_at(self, place: int) -> re.Match[str] | None:
        """A key that begins at ``place`` and its colon, each perhaps of look-alikes."""
        found = _KEY_AND_COLON.match(self.text, place)
        return found if found and _KEY.fullmatch(straightened(found["key"])) else None

    def _key(self) -> Iterator[Mend]:
        found = self._key_at(self.at)
        if found is None:
            return
        key = found["key"]
        if not key.isascii():
            hidden = all(unseen(one) for one in key if look_alike(one) is not None)
            yield self._mend(len(key), straightened(key), UNSEEN if hidden else ODD_CHARACTER, within=True)
        self.at = found.end("key")
        yield from self._spaces()
        self.at = found.start("colon")
        behind = self._next(1)
        spaced = behind.isspace() or behind in SPACES or unseen(behind)
        if found["colon"] != ":":
            yield self._mend(1, ":" if spaced else ": ")
        else:
            self.at += 1
            if not spaced:
                yield self._mend(0, " ", MISSING_SPACE)
        yield from self._spaces()

    def _value(self) -> Iterator[Mend]:
        """What stands behind a key or marker: a bracket, a text in quotes, or anything else up to the line's end."""
        if self._next() in _OPENERS or self._next() in _CLOSERS:
            yield from self._flow()
        elif self._next() in "\"'" or self._next() in _QUOTES:
            yield from self._quoted()
        else:
            yield from self._trailing()
            return
        yield from self._spaces()
        if self._next() in _COMMAS[1:] or self._next() in _CLOSERS[2:]:
            yield self._sign()
            yield from self._spaces()
        if self._next() in _HASHES:
            yield self._mend(1, "#")
            self.at = len(self.text)
        elif self._next() != "#":
            yield from self._trailing()

    def _trailing(self) -> Iterator[Mend]:
        """Odd spaces at the line's end."""
        begin = len(self.text)
        while begin > self.at and (self.text[begin - 1] in SPACES + " \t" or unseen(self.text[begin - 1])):
            begin -= 1
        self.at = begin
        while self.at < len(self.text):
            if self._next() in " \t":
                self.at += 1
            else:
                yield self._mend(1, "", UNSEEN if unseen(self._next()) else ODD_CHARACTER)

    def _sign(self) -> Mend:
        """A look-alike of a bracket or comma, which brings its space along."""
        plain = look_alike(self._next()) or ""
        spaced = self._next(1).isspace() or self._next(1) in SPACES
        return self._mend(1, ", " if plain == "," and not spaced else plain)

    def _quoted(self) -> Iterator[Mend]:
        """A text in quotes: the first quotation mark and the one that closes it, where either is a look-alike."""
        opener = self._next()
        closers = "”“" + "＂" if opener == '"' else "’‘＇" if opener == "'" else _QUOTES[opener]
        begin, end = self.at, self._closing(opener, closers)
        if end is None:
            self.at += 1
            return
        quote = opener if opener in "\"'" else look_alike(opener) or '"'
        inside = self.text[begin + 1 : end]
        if opener not in "\"'":
            if quote in inside:
                quote = "'" if quote == '"' else '"'
            yield self._mend(1, quote)
        self.at = end
        if self.text[end] != quote:
            yield self._mend(1, quote)
        else:
            self.at += 1

    def _closing(self, opener: str, closers: str) -> int | None:
        """Where the text ends that ``opener`` begins: at its own kind, or at a look-alike before a value's end."""
        place = self.at + 1
        while place < len(self.text):
            one = self.text[place]
            if one == "\\" and opener == '"':
                place += 1
            elif one == opener and opener in "\"'":
                if opener == "'" and self.text[place + 1 : place + 2] == "'":
                    place += 1
                else:
                    return place
            elif one in closers and _END_OF_VALUE.match(self.text, place + 1):
                own = self.text.find(opener, place + 1) if opener in "\"'" else -1
                if own < 0 or not _END_OF_VALUE.match(self.text, own + 1):
                    return place
            place += 1
        return None

    def _flow(self) -> Iterator[Mend]:
        """Everything from a bracket on, as long as the line goes; ``depth`` is how many are open."""
        depth = 0
        while self.at < len(self.text):
            one = self._next()
            if one in _OPENERS or one in _CLOSERS:
                depth += 1 if one in _OPENERS else -1
                if one.isascii():
                    self.at += 1
                else:
                    yield self._sign()
                if depth <= 0 and one in _CLOSERS:
                    return
                yield from self._spaces()
                yield from self._key()
            elif one in _COMMAS and self._parts_here():
                if one.isascii():
                    self.at += 1
                else:
                    yield self._sign()
                yield from self._spaces()
                yield from self._key()
            elif one in "\"'" or one in _QUOTES:
                yield from self._quoted()
                yield from self._spaces()
                if self._next() in _COLONS[1:]:
                    yield self._mend(1, ":" if self._next(1).isspace() else ": ")
                    yield from self._spaces()
            elif one == "#" and self.text[self.at - 1 : self.at] in (" ", "\t"):
                self.at = len(self.text)
            else:
                self.at += 1

    def _parts_here(self) -> bool:
        """Whether a comma, or what looks like one, can end a part: ASCII does; else a key or the line's end follows it,
        or a quotation mark or a bracket stands before it, or a word of the file on both sides."""
        if self._next() == ",":
            return True
        behind = re.compile(rf"[{SPACES}\s]*").match(self.text, self.at + 1)
        after = behind.end() if behind else self.at + 1
        before = self.text[: self.at].rstrip(SPACES + " \t")
        if self._key_at(after) or after >= len(self.text) or before[-1:] in tuple("\"'}]｝］"):
            return True
        word = re.search(r"[A-Za-z0-9_]+$", before, re.ASCII)
        return bool(word and re.compile(r"[A-Za-z0-9_]+", re.ASCII).match(self.text, after))
