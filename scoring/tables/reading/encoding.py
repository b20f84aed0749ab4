"""Bytes of a text table -> UTF-8, where the encoding is certain."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from scoring.tables.said import Sentence, TableProblem, says

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


def utf8_text(data: bytes, source: Path) -> tuple[bytes, list[Sentence]]:
    """The same text in UTF-8 without a byte order mark, and a note where it was in another encoding.

    UTF-8, UTF-16 and UTF-32 are certain by their marks or because nothing else is valid in them; CP932 (Shift_JIS, as
    Japanese Excel saves CSV) where its reading looks like Japanese. Raises TableProblem for everything else.
    """
    for mark, codec, name in MARKS:
        if data.startswith(mark):
            return _transcoded(data[len(mark) :], codec, name, source)
    if b"\0" in data[:4096]:
        # UTF-16 without a mark: in a header of ASCII names every second byte is zero.
        even, odd = data[:4096:2].count(0), data[1:4096:2].count(0)
        return _transcoded(data, "utf-16-be" if even > odd else "utf-16-le", "UTF-16", source)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _cp932(data, error.start, source)
    return data, []


def _transcoded(data: bytes, codec: str, name: str, source: Path) -> tuple[bytes, list[Sentence]]:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        if codec == "utf-8":
            raise TableProblem(says("broken_utf8", _place(data, error.start, source))) from None
        raise TableProblem(says("no_table", source=source)) from None
    if "\0" in text:
        raise TableProblem(says("no_table", source=source))
    return text.encode("utf-8"), [] if codec == "utf-8" else [says("read_as", source=source, encoding=name)]


def _cp932(data: bytes, first: int, source: Path) -> tuple[bytes, list[Sentence]]:
    """``first``: where the data stop being UTF-8."""
    place = _place(data, first, source)
    repaired = data.decode("utf-8", errors="replace")
    damaged = repaired.count("\ufffd")
    if sum(not letter.isascii() for letter in repaired) - damaged > damaged:
        raise TableProblem(says("broken_utf8", place))
    try:
        text = data.decode("cp932")
    except UnicodeDecodeError:
        text = ""
    if _euc_jp_likelier(data, text):
        raise TableProblem(says("eucjp", place))
    if not _japanese(text):
        raise TableProblem(says("unknown_encoding", place))
    return text.encode("utf-8"), [says("read_as", source=source, encoding="CP932 (Shift_JIS)")]


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


def _place(data: bytes, at: int, source: Path) -> str:
    """``FILE:line`` of a byte; the lines of an old Macintosh end with CR alone."""
    before = data[:at]
    line = 1 + (before.count(b"\n") or before.count(b"\r"))
    return f"{source}:{line}"
