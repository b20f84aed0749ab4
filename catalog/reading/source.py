"""The text of a file beside what is read from it: places, remarks behind values, and characters that nobody can see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

import yaml

from catalog.reading.characters import hidden_places, split_letters
from catalog.reading.document import Document, Hash, Mark, Path
from catalog.reading.line_signs import CUT_AT_HASH, MISSING_SPACE, UNSEEN, Mend
from catalog.reading.mending import Mended, span
from catalog.reading.wording import Characters

_BREAK = re.compile(r"\r\n|\r|\n")
_HASH = re.compile(r"(?P<spaces>[ \t]+)#(?P<next>.?)")
_Find = Callable[[str], Iterator[int]]


class Source:
    """``text`` as the parser gets it; ``mended`` says where it differs from the file. Marks are the file's own."""

    def __init__(self, text: str, mended: Mended | None = None) -> None:
        self.text = text
        self.lines: Sequence[str] = _BREAK.split(text)
        self.suspicious = False
        self._mended = mended
        self._original: Sequence[str] | None = None

    @property
    def original_lines(self) -> Sequence[str]:
        if self._original is None:
            self._original = self.lines if self._mended is None else self._mended.original_lines
        return self._original

    def mark(self, line: int, column: int) -> Mark:
        """A place of ``text``, both from 0, as a mark in the file, both from 1."""
        if self._mended is not None:
            line, column = self._mended.original(line, column)
        return line + 1, column + 1

    def hash_behind(self, event: yaml.ScalarEvent) -> Hash | None:
        """The remark in the same line behind a value without quotes."""
        _, (line, column) = span(event)
        found = _HASH.match(self.lines[line], column) if line < len(self.lines) else None
        if found is None:
            return None
        glued = bool(found["next"]) and not found["next"].isspace() and found["next"] not in "#-=!"
        return Hash(self.mark(line, found.end("spaces")), glued, len(found["spaces"]))

    def without_hidden(self, event: yaml.ScalarEvent, value: str, path: Path, document: Document) -> str:
        """``value`` without what nobody can see in it, and with letters in one piece; both are reported."""
        if value.isascii():
            return value
        hidden = [(*place, part[at]) for place, part, at in self._each(event, hidden_places)]
        if hidden:
            line, column, _ = hidden[0]
            names = Characters("".join(dict.fromkeys(one for _, _, one in hidden)))
            document.report(path, "unseen_named", mark=self.mark(line, column), characters=names)
            places = set(hidden_places(value))
            value = "".join(one for at, one in enumerate(value) if at not in places)
        for (line, column), part, at in self._each(event, split_letters):
            whole = unicodedata.normalize("NFC", part[at - 1 : at + 1])
            mark, code = self.mark(line, column - 1), f"U+{ord(part[at]):04X}"
            document.report(path, "split_letter", mark=mark, letter=whole, base=part[at - 1], code_point=code)
            value = value.replace(part[at - 1 : at + 1], whole)
            break
        return value

    def _each(self, event: yaml.ScalarEvent, find: _Find) -> Iterator[tuple[tuple[int, int], str, int]]:
        """Line, column, and the part of a line with the place in it, of everything that ``find`` finds as it stands."""
        (begin, first), (end, last) = span(event)
        for line in range(begin, min(end + 1, len(self.lines))):
            start = first if line == begin else 0
            part = self.lines[line][start : last if line == end else None]
            if not part.isascii():
                for at in find(part):
                    yield (line, start + at), part, at


def report_mends(mends: Iterable[Mend], lines: Sequence[str], document: Document) -> None:
    """Say of each mend what stands in the file and what should."""
    for one in mends:
        first = next((at for at, sign in enumerate(one.removed) if not sign.isascii()), 0)
        mark = (one.line + 1, one.column + first + 1)
        if one.code == MISSING_SPACE:
            document.remark((), "missing_space", mark=mark, sign=lines[one.line][one.column - 1])
        elif one.code == CUT_AT_HASH:
            document.remark((), "cut_at_hash", mark=mark)
        elif one.code == UNSEEN:
            document.remark((), "unseen_named", mark=mark, characters=Characters(one.removed))
        else:
            remark_odd(document, (), mark, one.removed, one.written)


def remark_odd(document: Document, path: Path, mark: Mark, removed: str, written: str) -> None:
    """Say that the look-alikes in ``removed`` should be ``written``; "" for ``written``: be deleted."""
    todo = "delete_it" if not written else "write_plain" if written.strip() else "write_space"
    document.remark(path, "odd_character", mark=mark, todo=todo, characters=Characters(removed), plain=written)
