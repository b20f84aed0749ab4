"""An advertisement in a file of plain text: its first line is the title."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from catalog.cells.encoding import NotDecoded, utf8_text


class NoText(ValueError):
    """Bytes that no encoding in use for such files makes a text of."""


class Advert(NamedTuple):
    title: str
    text: str


def read_advert(file: Path) -> Advert:
    """Title and text of ``file``, in any encoding that tables are read in. Raises OSError and NoText."""
    try:
        plain = utf8_text(file.read_bytes()).data
    except NotDecoded as problem:
        raise NoText from problem
    if b"\0" in plain:
        raise NoText
    text = plain.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff\n")
    title, _, rest = text.partition("\n")
    return Advert(title.strip(), rest)
