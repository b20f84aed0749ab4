"""Labels that fit where room is scarce. Widths are estimated, since the server has no browser to measure them.

The widths are those of Noto Sans, rounded up, so that estimates err wide.
"""

from __future__ import annotations

from html import escape
from unicodedata import east_asian_width

from catalog.content.words import Words
from catalog.questionnaire.assessment import Assessment

ELLIPSIS = "…"
NEVER_FIRST = frozenset("、。,.・:;!?)」』】〕ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々〜…)]}")
NEVER_LAST = frozenset("(「『【〔([{")


SOFT_HYPHEN = "\N{SOFT HYPHEN}"


def ems(text: str) -> float:
    """The width of one line, in ems."""
    return sum(map(_width, text))


def _width(letter: str) -> float:
    if letter == SOFT_HYPHEN:
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
    while line and ems(line) + ems(ELLIPSIS) > width:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


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
            fits = next(at for at in range(len(line) - 1, 0, -1) if at == 1 or _may_end(line, at, width))
            lines.append(line[:fits])
            line = line[fits:]
    if line.strip():
        lines.append(line.rstrip())
    return tuple(lines)


def _may_end(line: str, at: int, width: float) -> bool:
    return ems(line[:at]) <= width and line[at] not in NEVER_FIRST and line[at - 1] not in NEVER_LAST


def _pieces(text: str) -> list[str]:
    """What is better not broken: words, and Japanese phrases, which mostly end in hiragana before another script."""
    pieces: list[str] = []
    last = ""
    for letter in " ".join(text.replace(SOFT_HYPHEN, "").split()):
        begins = last in {" ", *"、。・"} or (_hiragana(last) and not _hiragana(letter) and letter != " ")
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
