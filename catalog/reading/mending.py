"""Why a file cannot be read, where look-alikes of YAML's signs are to blame: each is tried in a copy of the text.

A guess counts only if the copy can be read further with it than without it, so that nothing in a text is blamed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import yaml

from catalog.reading.line_signs import Mend, guesses, hash_guesses
from catalog.reading.wording import LOADER

MOST_ROUNDS = 40
"""So many lines are mended one after the other; a file with more of them in other ways is said as it is."""
MOST_TRIES = 40
"""So many guesses above the place of an error are tried for it."""
INDENT_WIDTHS = (2, 1, 0)
"""How many columns one full-width space at a line's beginning may be meant for."""
DEEPEST = 30
"""So many brackets may be open; what is deeper is refused."""
KEY = re.compile(r"(?!-[A-Za-z_])[A-Za-z0-9_.<>=/-]+", re.ASCII)
_JOINED = re.compile(r"[A-Za-z0-9_]+(?:[ \u3000]*[，、､][ \u3000]*[A-Za-z0-9_]+)+", re.ASCII)
_BREAK = re.compile(r"\r\n|\r|\n")
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#")
Place = tuple[int, int]
"""Line and column, from 0."""


@dataclass(frozen=True, slots=True)
class Mended:
    """``text`` is the copy; ``mends`` are in the file's own places, ``original_lines`` the file's."""

    text: str
    mends: tuple[Mend, ...]
    original_lines: Sequence[str]

    def original(self, line: int, column: int) -> Place:
        """A place of the copy in the file itself; both from 0."""
        for mend in self.mends:
            if mend.line == line and column > mend.column:
                shift = len(mend.written) - len(mend.removed)
                column = max(mend.column, column - shift) if shift else column
        return line, column


def suspicious(key: str) -> bool:
    """Whether a key is none that a file can have, as ``ja：はい`` or ``-id``."""
    return not KEY.fullmatch(key)


def joined(word: str) -> bool:
    """Whether ids are joined by a comma that is none: ``calm_1、calm_2``."""
    return bool(_JOINED.fullmatch(word))


def mend(text: str) -> Mended:
    """``text`` with every sign that had to be another one, as far as that can be told. Never raises."""
    lines = _BREAK.split(text)
    breaks = [*_BREAK.findall(text), ""]
    sheet = _Sheet(lines, breaks)
    kept: list[Mend] = []
    before = sheet.read(kept)
    for _ in range(MOST_ROUNDS):
        if before.trouble is None:
            break
        better = sheet.all_at_once(kept, before) or sheet.one_by_one(kept, before)
        if better is None:
            break
        kept, before = better
    return Mended(sheet.copy(kept), tuple(sorted(kept, key=lambda one: (one.line, one.column))), lines)


def span(event: yaml.NodeEvent) -> tuple[Place, Place]:
    """Where a part begins and ends."""
    assert event.start_mark is not None, "a part of a text has a place"
    assert event.end_mark is not None, "a part of a text has a place"
    return (event.start_mark.line, event.start_mark.column), (event.end_mark.line, event.end_mark.column)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How far a text can be read: up to ``trouble`` (a place of the copy), and what are texts and words in it."""

    trouble: Place | None
    words: list[tuple[Place, Place, bool]] = field(default_factory=list)

    def before(self, other: _Reading) -> bool:
        """Whether ``other`` gets further."""
        return self.trouble is not None and (other.trouble is None or self.trouble < other.trouble)


_Attempt = tuple[list[Mend], _Reading]


@dataclass(slots=True)
class _Sheet:
    lines: Sequence[str]
    breaks: Sequence[str]

    def copy(self, mends: Iterable[Mend]) -> str:
        lines = list(self.lines)
        for one in sorted(mends, key=lambda one: (one.line, one.column), reverse=True):
            line = lines[one.line]
            lines[one.line] = line[: one.column] + one.written + line[one.column + len(one.removed) :]
        return "".join(line + end for line, end in zip(lines, self.breaks, strict=True))

    def read(self, mends: Iterable[Mend]) -> _Reading:
        return _read(self.copy(mends))

    def all_at_once(self, kept: list[Mend], before: _Reading) -> _Attempt | None:
        """Every guess of the file but those that would turn out to be text or a remark."""
        best: _Attempt | None = None
        for width in INDENT_WIDTHS:
            tried = self._fresh([one for at, line in enumerate(self.lines) for one in guesses(line, at, width)], kept)
            reading = self.read([*kept, *tried])
            if not (tried and before.before(reading)):
                continue
            good = [*kept, *self._outside_of_words(tried, [*kept, *tried], reading)]
            after = self.read(good)
            if len(good) > len(kept) and (best[1] if best else before).before(after):
                best = good, after
        return best

    def one_by_one(self, kept: list[Mend], before: _Reading) -> _Attempt | None:
        """The guesses of one line, the one nearest to the trouble first."""
        assert before.trouble is not None
        tries = 0
        for at in range(min(before.trouble[0], len(self.lines) - 1), -1, -1):
            best: _Attempt | None = None
            for some in self._choices(at, kept):
                after = self.read([*kept, *some])
                if (best[1] if best else before).before(after):
                    best = [*kept, *some], after
                tries += 1
            if best is not None or tries >= MOST_TRIES:
                return best
        return None

    def _choices(self, at: int, kept: list[Mend]) -> Iterator[list[Mend]]:
        """What may be wrong with one line: each guess by itself, then all together."""
        line = self.lines[at]
        for width in INDENT_WIDTHS:
            fresh = self._fresh(guesses(line, at, width), kept)
            yield from ([one] for one in fresh)
            if len(fresh) > 1:
                yield fresh
            if line[:1].isascii():
                break
        yield from ([one] for one in self._fresh(hash_guesses(line, at), kept))

    def _fresh(self, tried: Iterable[Mend], kept: Sequence[Mend]) -> list[Mend]:
        return [one for one in tried if not any(_overlap(one, other) for other in kept)]

    def _outside_of_words(self, tried: Sequence[Mend], mends: Sequence[Mend], reading: _Reading) -> list[Mend]:
        """Those of ``tried`` that stand where the copy has signs, before any further trouble."""
        copy = _BREAK.split(self.copy(mends))
        good = []
        for one in tried:
            shift = sum(
                len(other.written) - len(other.removed)
                for other in mends
                if other.line == one.line and other.column < one.column
            )
            place = (one.line, one.column + shift)
            if reading.trouble is not None and place >= reading.trouble:
                continue
            inside = _in_word(place, reading, gone=not one.written)
            if one.within or not (inside or _in_remark(place, copy, reading)):
                good.append(one)
        return good


def _overlap(one: Mend, other: Mend) -> bool:
    return one.line == other.line and (
        one.column == other.column
        or one.column < other.column < one.column + len(one.removed)
        or other.column < one.column < other.column + len(other.removed)
    )


def _in_word(place: Place, reading: _Reading, *, gone: bool = False) -> bool:
    """Whether a word or text goes on at ``place``. gone: of what stood there nothing is left, so it may begin there."""
    for begin, end, quoted in reading.words:
        if quoted and (place == begin or place == (end[0], end[1] - 1)):
            continue
        if begin <= place < end and not (gone and place == begin):
            return True
    return False


def _in_remark(place: Place, copy: Sequence[str], reading: _Reading) -> bool:
    for found in _COMMENT.finditer(copy[place[0]]):
        if found.start() < place[1] and not _in_word((place[0], found.start()), reading):
            return True
    return False


def _read(text: str) -> _Reading:
    """Goes through ``text`` up to the first thing that cannot be: a syntax error, a key that is no key, joined ids."""
    words: list[tuple[Place, Place, bool]] = []
    stack: list[list[bool]] = []
    try:
        for event in yaml.parse(text, Loader=LOADER):
            if isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                stack.pop()
                continue
            if not isinstance(event, yaml.NodeEvent):
                continue
            is_key = bool(stack) and stack[-1][0] and stack[-1][1]
            if stack:
                stack[-1][1] = not stack[-1][1]
            if isinstance(event, yaml.ScalarEvent):
                begin, end = span(event)
                plain = event.style in (None, "")
                words.append((begin, end, not plain))
                if (is_key and suspicious(event.value)) or (plain and joined(event.value)):
                    return _Reading(begin, words)
            elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
                stack.append([isinstance(event, yaml.MappingStartEvent), True])
                if len(stack) > DEEPEST:
                    break
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return _Reading((mark.line, mark.column) if mark else (0, 0), words)
    return _Reading(None, words)
