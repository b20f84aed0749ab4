"""An advertisement's lines and headings: which words stand under which heading, which lines go on in the next one."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Literal, NamedTuple

from adverts.folding import JAPANESE, Folded, Places, letter_for_letter, letters_of, places_from, straight, straightened

_SCRIPT = re.compile(r"<(script|style|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
_TAGS = (
    "a|abbr|article|aside|b|blockquote|body|br|button|center|dd|div|dl|dt|em|figure|font|footer|form|h[1-6]|head|header|"
    "hr|html|i|iframe|img|input|label|li|link|main|mark|meta|nav|ol|option|p|pre|s|section|select|small|span|strong|sub|"
    "sup|svg|table|tbody|td|th|thead|title|tr|u|ul|wbr"
)
_TAG = re.compile(rf"</?({_TAGS})\b[^<>]{{0,1000}}>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:nbsp|#160|#xa0);", re.IGNORECASE)
_WITHIN_A_LINE = {"a", "abbr", "b", "em", "font", "i", "mark", "s", "small", "span", "strong", "sub", "sup", "u", "wbr"}
_QUOTED = re.compile(r"^[ \t]*(?:>[ \t]*)+", re.MULTILINE)
_UNSEEN = "\u200b"
_OPENING, _CLOSING = "【[〔<≪《〈(", "】]〕>≫》〉)"
_BRACKETS = dict(zip(_OPENING, _CLOSING, strict=True))
_MARKS = "■◆●▼◇□▽○◎★☆▲△▶►▷♦♢◼◾#*_=~\\/|"
_SECTION_MARKS = "■◆●▼◇□◎★#"
_ITEM = re.compile(r"[\s・\-*•‣⁃✓✔]+")
_NUMBERED = re.compile(r"\(?[0-9]{1,2}[.):](?=\D)\s*|[①-⑳]\s*")
_SEPARATOR, _COLON = re.compile(r"\s*[:/|-]\s*|\s+"), re.compile(r"\s*[:/|-]\s*")
_MID_HEADING = re.compile(r"(?=[【〔≪《■◆●▼◇])(?<=[^\s【〔≪■◆●▼◇])")
_REST, _TAIL = " :/", " :*#_=~-"
_LONGEST_LABEL = 30
_ENDS = "。.!?:;,、)】」』>〉》♪☆★"
_CONTINUES = "をがはにへでとのもやてしせわりるれすんっくけげきぎえうょゃゅさたちつ"
_FULL_LINE, _FULL_LINE_LATIN = 18, 40
_JAPANESE = re.compile(f"[{JAPANESE}]")

Stands = Literal["marked", "labelled", "bare"]
"""How a label shows that it is one: by a sign or brackets, by a colon with words behind it, or only by its own line."""
FindHeadings = Callable[[str, Stands], tuple[str, ...]]
"""The headings' ids for a label in folded letters."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A folded text and its sections: letters from one of ``begins`` on stand under the one of ``headings`` at the same
    place, until the next section begins. The first one begins at 0 and has no heading.
    """

    folded: Folded
    begins: Sequence[int]
    headings: Sequence[tuple[str, ...]]

    def headings_at(self, place: int) -> tuple[str, ...]:
        return self.headings[bisect_right(self.begins, place) - 1]


class _Line(NamedTuple):
    letters: str
    starts: Places
    ends: Places
    headings: tuple[str, ...] | None
    """None where the line opens no section."""
    content: int
    """Where its words begin, after mark and label."""
    blank_before: bool


def laid_out(text: str, find_headings: FindHeadings) -> Layout:
    """``text`` in folded letters, with its sections. Markup of a page, and quoting signs of mails, are no letters."""
    lines = _lines(text, find_headings)
    longest = max((len(line.letters) for line in lines), default=0)
    letters: list[str] = []
    starts, ends = array("I"), array("I")
    breaks: list[int] = []
    opened: list[tuple[int, tuple[str, ...]]] = [(0, ())]
    of_one_line = False
    for number, line in enumerate(lines):
        if number:
            before = lines[number - 1]
            joins = _goes_on(before, line, longest)
            torn = not line.blank_before and _is_japanese(before.letters[-1]) and _is_japanese(line.letters[0])
            if not torn:
                # A place of its own before the line, covering nothing.
                letters.append(" " if joins else "\n")
                starts.append(line.starts[0])
                ends.append(line.starts[0])
            if not joins:
                breaks.append(len(starts))
        if line.headings is not None:
            opened.append((len(starts), line.headings))
            of_one_line = line.content < len(line.letters)
        elif of_one_line and line.blank_before:
            # "Hours: 9 to 5", then a paragraph of its own.
            opened.append((len(starts), ()))
            of_one_line = False
        letters.append(line.letters)
        starts += line.starts
        ends += line.ends
    marks = [place for place, _ in opened]
    folded = straightened("".join(letters), starts, ends, [*breaks, *marks])
    moved = folded.breaks[len(breaks) :]
    kept = Folded(folded.letters, folded.starts, folded.ends, folded.breaks[: len(breaks)])
    return Layout(kept, moved, [headings for _, headings in opened])


def _is_japanese(character: str) -> bool:
    return bool(character) and _JAPANESE.match(character) is not None


def _lines(text: str, find_headings: FindHeadings) -> list[_Line]:
    """The lines with words in them; a line is also cut before a heading in brackets that stands within it."""
    made: list[_Line] = []
    blank = False
    text = _without_markup(text)
    folded, odd = letter_for_letter(text)
    places = places_from(0, len(text) + 1)
    for begin, end in _cut(text):
        if odd and bisect_left(odd, begin) < bisect_left(odd, end):
            letters, starts, ends = letters_of(text[begin:end], begin)
        else:
            letters, starts, ends = folded[begin:end], places[begin:end], places[begin + 1 : end + 1]
        words = letters.strip()
        if not words:
            blank = blank or text[begin:end].isspace()
            continue
        if len(words) < len(letters):
            first = letters.index(words[0])
            last = first + len(words)
            starts, ends = starts[first:last], ends[first:last]
        headings, content = _heading(words, find_headings)
        made.append(_Line(words, starts, ends, headings, content, blank))
        blank = False
    return made


def _without_markup(text: str) -> str:
    """``text`` with markup made into line ends and letters that nobody sees, each place as before."""
    if "<" in text:
        text = _SCRIPT.sub(lambda one: _blank(one[0], "\n"), text)
        text = _TAG.sub(lambda one: _blank(one[0], "" if one[1].lower() in _WITHIN_A_LINE else "\n"), text)
    if "&" in text:
        text = _ENTITY.sub(lambda one: _blank(one[0], " "), text)
    return _QUOTED.sub(lambda one: _blank(one[0], ""), text) if ">" in text else text


def _blank(written: str, instead: str) -> str:
    return instead + _UNSEEN * (len(written) - len(instead))


def _cut(text: str) -> Iterator[tuple[int, int]]:
    """Where each line begins and ends, its line end with it."""
    begins = [0, *accumulate(map(len, text.splitlines(keepends=True)))]
    begins += [one.start() for one in _MID_HEADING.finditer(text)]
    return pairwise(sorted(begins))


def _heading(line: str, find_headings: FindHeadings) -> tuple[tuple[str, ...] | None, int]:
    """The headings that ``line`` opens a section with and where its own words begin; None for an ordinary line."""
    bare = line.lstrip(_MARKS + " ")
    marked = len(line) - len(bare)
    closing = _BRACKETS.get(bare[:1])
    if closing and 1 < (end := bare.find(closing)) <= _LONGEST_LABEL:
        label, rest = bare[1:end], bare[end + 1 :]
        ids = find_headings(straight(label), "marked")
        if ids or not rest.strip() or bare[0] != "(":
            return ids, len(line) - len(rest.lstrip(_REST))
        return None, 0
    item = _ITEM.match(bare)
    numbered = _NUMBERED.match(bare[item.end() :] if item else bare)
    skipped = (item.end() if item else 0) + (numbered.end() if numbered else 0)
    words = bare[skipped:]
    label = words.rstrip(_TAIL)
    signed = bool(marked or numbered or words != label)
    alone = len(label) <= _LONGEST_LABEL and label[-1:] not in tuple("。.!?、,") if label else False
    if alone and not item and (ids := find_headings(straight(label), "marked" if signed else "bare")):
        return ids, len(line)
    for cut in (_SEPARATOR if marked or numbered else _COLON).finditer(words, 0, _LONGEST_LABEL):
        if cut.start():
            ids = find_headings(straight(words[: cut.start()]), "labelled")
            if ids:
                return ids, marked + skipped + cut.end()
    if marked and alone and not item and words != line and line[0] in _SECTION_MARKS and not numbered:
        return (), len(line)
    return None, marked + (item.end() if item else 0)


def _goes_on(before: _Line, line: _Line, longest: int) -> bool:
    """Whether ``line`` is the rest of a sentence that was broken over two lines."""
    if line.blank_before or line.headings is not None or line.content or before.content == len(before.letters):
        return False
    last, first = before.letters[-1], line.letters[0]
    if last in _ENDS or first in _MARKS or first in _OPENING:
        return False
    if "ァ" <= last <= "ー" and "ァ" <= first <= "ー":
        return True
    if _is_japanese(first):
        return first in _CONTINUES or len(before.letters) >= max(_FULL_LINE, 0.8 * longest)
    return len(before.letters) >= max(_FULL_LINE_LATIN, 0.75 * longest)
