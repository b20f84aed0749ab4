"""An advertisement in a file of plain text: its first line is the title."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class NoText(ValueError):
    """Bytes that no encoding in use for such files makes a text of."""


class Advert(NamedTuple):
    title: str
    text: str


def read_advert(file: Path) -> Advert:
    """Title and text of ``file``, in UTF-8, UTF-16 with its mark, or CP932. Raises OSError and NoText."""
    written = _decoded(file.read_bytes())
    title, _, text = written.lstrip("\ufeff\r\n").replace("\r\n", "\n").replace("\r", "\n").partition("\n")
    return Advert(title.strip(), text)


def _decoded(data: bytes) -> str:
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    encodings = ("utf-16",) if marked else ("utf-8-sig", "cp932")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise NoText
