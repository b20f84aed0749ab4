"""Bytes of a text table -> UTF-8, where the encoding is certain."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Literal

# The longer marks first: UTF-32's begins as UTF-16's does.
MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
HALF_WIDTH_KANA = re.compile("[\uff61-\uff9f]")
KANA = re.compile("[\u3041-\u30ff]")
PRIVATE = re.compile("[\ue000-\uf8ff]")
RUNS = re.compile(r"([A-Za-z]?)([^\x00-\x7f]+)([A-Za-z]?)")


EncodingFault = Literal["broken_utf8", "no_table", "eucjp", "unknown_encoding"]


@dataclass(frozen=True, slots=True)
class Decoded:
    """``data``: the text in UTF-8 without a byte order mark; ``encoding``: its name where it was another one."""

    data: bytes
    encoding: str = ""


class NotDecoded(Exception):
    """The text's encoding is not certain: why, and in which line (None: nowhere in particular)."""

    def __init__(self, fault: EncodingFault, line: int | None = None) -> None:
        super().__init__(fault)
        self.fault, self.line = fault, line


def utf8_text(data: bytes) -> Decoded:
    """UTF-8, UTF-16 and UTF-32 are certain by their marks or because nothing else is valid in them; CP932 (Shift_JIS,
    as Japanese Excel saves CSV) where its reading looks like Japanese. Raises NotDecoded for everything else.
    """
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _transcoded(data[len(mark) :], codec, name)
    if b"\0" in data[:4096]:
        # UTF-16 without a mark: in a header of ASCII names every second byte is zero.
        even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
        return _transcoded(data, "utf-16-be" if even > odd else "utf-16-le", "UTF-16")
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _cp932(data, error.start)
    return Decoded(data)


def _transcoded(data: bytes, codec: str, name: str) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if codec == "utf-8":
            raise NotDecoded("broken_utf8", _line(data, error.start)) from None
        raise NotDecoded("no_table") from None
    if "\0" in text:
        raise NotDecoded("no_table")
    return Decoded(text.encode("utf-8"), "" if codec == "utf-8" else name)


def _cp932(data: bytes, first: int) -> Decoded:
    """``first``: where the data stop being UTF-8."""
    line = _line(data, first)
    repaired = data.decode("utf-8", errors="replace")
    damaged = repaired.count("\ufffd")
    if sum(not letter.isascii() for letter in repaired) - damaged > damaged:
        raise NotDecoded("broken_utf8", line)
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        text = ""
    if _euc_jp_likelier(data, text):
        raise NotDecoded("eucjp", line)
    if not _japanese(text):
        raise NotDecoded("unknown_encoding", line)
    return Decoded(text.encode("utf-8"), "CP932 (Shift_JIS)")


def _japanese(text: str) -> bool:
    """Whether a reading as CP932 looks like Japanese.

    In a Western text an accented letter swallows the letter behind it and becomes one kanji or half-width kana between
    letters ("Desirée"): where half of the words with such characters look so, it is no Japanese.
    """
    words: list[tuple[str, str, str]] = RUNS.findall(text)
    if not words or PRIVATE.search(text):
        return False
    lone = sum(len(run) == 1 and bool(before or after) for before, run, after in words)
    return lone * 2 < len(words)


def _euc_jp_likelier(data: bytes, as_cp932: str) -> bool:
    """EUC-JP is valid CP932 in many cases, as half-width kana; hiragana or katakana by its own rule give it away."""
    try:
        text = data.decode("euc_jp")
    except UnicodeDecodeError:
        return False
    marked = [letter for letter in as_cp932 if not letter.isascii()]
    full_width = sum(not HALF_WIDTH_KANA.match(letter) for letter in marked)
    return bool(KANA.search(text)) and (not marked or full_width * 2 < len(marked))


def _line(data: bytes, at: int) -> int:
    """The line of a byte; the lines of an old Macintosh end with CR alone."""
    before = data[:at]
    return 1 + (before.count(b"\n") or before.count(b"\r"))
