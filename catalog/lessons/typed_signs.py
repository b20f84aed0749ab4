"""A line of a lesson as people type it: look-alikes where Markdown's own signs belong, and what nobody can see."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from catalog.reading.characters import SPACES, hidden_places, look_alike, split_letters
from catalog.reading.document import Document
from catalog.reading.source import remark_odd
from catalog.reading.wording import Characters

_S = f" {SPACES}"
_FACT = "[A-ZＡ-Ｚ][0-9０-９]+"
# At a line's beginning: the signs and the space behind them. A text may begin with ＃1 or a dash without a space.
_START = re.compile(rf"\s*(?P<sign>[#＃]+[{_S}]+(?=\S)|[:：]{{3}}[{_S}]*|-[{SPACES}]+|[－ー−][{_S}]+(?=\S))")
_FACTS = re.compile(rf"(?P<sign>[{{｛][{_S}]*{_FACT}(?:[,、，{_S}]*{_FACT})*[{_S}]*[}}｝])")
_TARGET = rf"(?:lesson|page)[{_S}]*[:：][{_S}]*[A-Za-z0-9_]+"
_LINK = re.compile(rf"(?P<sign>[\[［])[^\[\]［］]*(?P<middle>[\]］][(（]{_TARGET}[)）])")
_STRONG = re.compile(r"(?P<sign>＊＊)[^＊*]+(?P<middle>＊＊)")
_ROW = re.compile(r"\s*[|｜].*[|｜]\s*")
_OWN = {"＊": "*", "｜": "|", "、": " ", "，": " ", ",": " ", "－": "-", "ー": "-", "−": "-"}


def straighten_line(text: str, number: int, document: Document) -> str:
    """``text`` as it was meant, sign for sign, so that nothing else is blamed; every look-alike is reported."""
    if text.isascii():
        return text
    spans = list(_spans(text))
    signs = list(text)
    for begin, end in spans:
        for run in re.finditer(r"[^\x00-\x7f]+", text[begin:end]):
            at = begin + run.start()
            plain = "".join(_OWN.get(one) or look_alike(one) or one for one in run[0])
            signs[at : begin + run.end()] = plain
            remark_odd(document, (), (number, at + 1), run[0], plain)
    hidden = list(hidden_places(text))
    if hidden:
        names = Characters("".join(dict.fromkeys(text[at] for at in hidden)))
        document.remark((), "unseen_named", mark=(number, hidden[0] + 1), characters=names)
    for at in split_letters(text):
        whole, code = unicodedata.normalize("NFC", text[at - 1 : at + 1]), f"U+{ord(text[at]):04X}"
        document.remark((), "split_letter", mark=(number, at), letter=whole, base=text[at - 1], code_point=code)
        break
    return "".join(signs)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Where signs of Markdown's stand, look-alikes among them."""
    start = _START.match(text)
    if start:
        yield start.span("sign")
    if _ROW.fullmatch(text):
        yield from (found.span() for found in re.finditer("｜", text))
    yield from (found.span("sign") for found in _FACTS.finditer(text))
    for pattern in (_LINK, _STRONG):
        for found in pattern.finditer(text):
            yield found.span("sign")
            yield found.span("middle")
