"""Labels that fit where room is scarce. Widths are estimated, since the server has no browser to measure them.

The widths are those of Noto Sans, rounded up, so that estimates err wide.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from itertools import accumulate
from unicodedata import east_asian_width

import regex

from catalog.content.words import Words
from catalog.paper.runs import UNSEEN, clusters
from catalog.questionnaire.assessment import Assessment

ELLIPSIS = "…"
NEVER_FIRST = frozenset("、。,.・:;!?：；！？)）」』】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜…)]}")
NEVER_LAST = frozenset("(（「『【〔([{")
LONG_WORD = regex.compile(r"[^\s\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}・]{8,}")
"""In a row of kanji or kana a line ends anywhere."""
WITHIN_VERB = regex.compile(r"(?<=\p{Han})[いきしちみりぎじびけせめれえげべ](?=\p{Han})")
"""What joins a verb to its next part: 付き合い方, 受け止め方."""
SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def ems(text: str) -> float:
    """The width of one line, in ems."""
    return sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(letter: str) -> float:
    if UNSEEN.match(letter):
        return 0.0
    if east_asian_width(letter) in "WFA":
        return 1.0
    if letter in "iljtfrI.,:;'|!()[] ":
        return 0.38
    if letter in "mwMW%@":
        return 0.93
    return 0.67 if letter.isupper() else 0.58


def short_name(assessment: Assessment, trait: str, words: Words) -> str:
    """The author's short name of a trait, else its name. Raises KeyError for an unknown trait."""
    named = assessment.trait[trait]
    return words.of(named.short or named.name)


def cut(text: str, width: float) -> str:
    """``text`` on one line of ``width`` ems; what does not fit gives way to an ellipsis."""
    line = " ".join(text.replace(SOFT_HYPHEN, "").split())
    if ems(line) <= width:
        return line
    room = width - ems(ELLIPSIS)
    fits = _fitting(line, clusters(line), room)
    if not fits:
        # A letter under a heap of accents: what fits of the heap.
        fits = _fitting(line, line, room)
    return line[:fits].rstrip() + ELLIPSIS


def _fitting(line: str, parts: Iterable[str], width: float) -> int:
    """How many letters of ``line``, whole ``parts`` only, stand on ``width`` ems."""
    at, used = 0, 0.0
    for part in parts:
        used += ems(part)
        if used > width:
            break
        at += len(part)
    return at


def author_lines(text: str, width: float, longest: float, most: int = 3) -> tuple[str, ...]:
    """Lines of an axis label of about ``width`` ems, broken only at spaces, at ``・`` and where the author allows it.

    The author does so by a line break, or by a soft hyphen (U+00AD) within a long word.
    A word wider than ``longest`` ems is cut with an ellipsis, and so is what goes beyond ``most`` lines.
    """
    lines: list[str] = []
    for given in text.splitlines():
        current = ""
        for word in given.replace("・", "・ ").replace(SOFT_HYPHEN, f"{SOFT_HYPHEN} ").split():
            gap = "" if not current or current.endswith(("・", SOFT_HYPHEN)) else " "
            if current and ems(current + gap + word) > width:
                lines.append(current.removesuffix(SOFT_HYPHEN) + "-" * current.endswith(SOFT_HYPHEN))
                current = word
            else:
                current += gap + word
        if current:
            lines.append(current)
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] = kept[-1] + ELLIPSIS
    return tuple(cut(line, longest) for line in kept)


def wrapped(text: str, width: float) -> tuple[str, ...]:
    """Running text on lines of ``width`` ems: at spaces, and in Japanese where a phrase begins, so far as that fits."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        if line and ems((line + piece).rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
        while ems(line.rstrip()) > width and len(line) > 1:
            end = _line_end(line, width)
            lines.append(line[:end])
            line = line[end:]
    if line.strip():
        lines.append(line.rstrip())
    return tuple(lines)


def broken(text: str, width: float) -> str:
    """``text`` with line breaks inside those words that are wider than a line of ``width`` ems."""
    return LONG_WORD.sub(lambda word: word[0] if ems(word[0]) <= width else "\n".join(wrapped(word[0], width)), text)


def _line_end(line: str, width: float) -> int:
    """Where a word that is longer than its line is broken: never within a letter and its accents."""
    ends = [0, *accumulate(map(len, clusters(line[: _fitting(line, line, width) + 1])))]
    fitting = [at for at in ends if 0 < at < len(line) and ems(line[:at]) <= width]
    may = (at for at in reversed(fitting) if line[at] not in NEVER_FIRST and line[at - 1] not in NEVER_LAST)
    return next(may, len(clusters(line)[0]))


def _pieces(text: str) -> list[str]:
    """What is better not broken: words, and Japanese phrases, which mostly end in hiragana before another script."""
    pieces: list[str] = []
    last = ""
    line = " ".join(text.replace(SOFT_HYPHEN, "").split())
    joins = {found.end() for found in WITHIN_VERB.finditer(line)}
    for place, letter in enumerate(line):
        phrase = _hiragana(last) and not _hiragana(letter) and letter != " " and place not in joins
        begins = phrase or last in {" ", *"、。・"}
        if pieces and (not begins or letter in NEVER_FIRST or last in NEVER_LAST):
            pieces[-1] += letter
        else:
            pieces.append(letter)
        last = letter
    return pieces


def _hiragana(letter: str) -> bool:
    return "ぁ" <= letter <= "ゟ"


def markup(*lines: str) -> str:
    """Lines as Plotly text: it reads a little HTML, so a name must not be taken for a tag."""
    return "<br>".join(escape(line, quote=False) for line in lines)
