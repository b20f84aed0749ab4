"""An advertisement in a file: its first line is the title."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from adverts.file_text import file_text


class Advert(NamedTuple):
    title: str
    text: str


def read_advert(file: Path) -> Advert:
    """Title and text of ``file``. Raises OSError, and NoText as ``file_text`` does."""
    title, _, text = file_text(file.read_bytes()).lstrip("\n").partition("\n")
    return Advert(title.strip(), text)
