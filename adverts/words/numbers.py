"""Numbers and times of day in a folded text: where each begins, and where it may be taken to end."""

from __future__ import annotations

import re
from collections.abc import Mapping

_NAMED = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|dozen"
)
_FIRST_DIGITS, _FIRST_LETTERS = "約$£€¥0-9〇一二三四五六七八九十百数", "defhnost"
_NUMERAL = (
    # What each of them begins with, so that most letters are done with at once.
    rf"(?=[{_FIRST_DIGITS}{_FIRST_LETTERS}])(?:"
    rf"(?=[{_FIRST_DIGITS}])(?:約|[$£€¥]\s?)?(?:[0-9][0-9,.:]*[0-9]|[0-9]|[〇一二三四五六七八九十百数]+)"
    r"(?:\s?[万千億]|[km](?![a-z]))*"
    rf"|(?=[{_FIRST_LETTERS}])(?<![a-z])(?:{_NAMED})(?:[- ](?:{_NAMED}))*(?![a-z])"
    r")"
)
_ONE = re.compile(_NUMERAL)
_TO = re.compile(r"\s?(?:-|から|・|/|\bto\b|\bor\b|\band\b)\s?")
_SIGNS, _UNITS = "約$£€¥", "万千億km"
_SIGN = re.compile(r"約|[$£€¥]\s?")
_UNIT = re.compile(r"(?:\s?[万千億]|[km])+$")
_TIME = re.compile(
    # The digit stands first, so that other letters are done with at once.
    r"[0-9](?<![0-9][0-9])[0-9]?(?:\s?[ap]\.?m\b|[:.][0-9]{2}(?:\s?[ap]m)?(?![0-9])|時(?!間)(?:半|[0-9]{1,2}分?)?)"
)


def numbers(text: str) -> Mapping[int, tuple[int, ...]]:
    """By the place where a number begins, the places where it may end, the furthest first: 29万~38万 is one, 29 too."""
    found: dict[int, tuple[int, ...]] = {}
    for one in _ONE.finditer(text):
        begin = one.start()
        furthest = _ends(text, begin, one.end())
        if (to := _TO.match(text, one.end())) and (second := _ONE.match(text, to.end())):
            furthest = (*_ends(text, to.end(), second.end()), *furthest)
        found[begin] = furthest
        if text[begin] in _SIGNS and (sign := _SIGN.match(text, begin)):
            found[sign.end()] = furthest
    return found


def times(text: str) -> Mapping[int, tuple[int, ...]]:
    """By the place where a time of day begins, the place where it ends."""
    return {one.start(): (one.end(),) for one in _TIME.finditer(text)}


def _ends(text: str, begin: int, end: int) -> tuple[int, ...]:
    unit = _UNIT.search(text, begin, end) if text[end - 1] in _UNITS else None
    return (end, unit.start()) if unit and unit.start() > begin else (end,)
