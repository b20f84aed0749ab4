"""``read``: an advertisement's title and text -> a ``Reading``."""

from __future__ import annotations

from adverts.reading import Reading
from catalog.content.content import Content


def read(text: str, title: str, content: Content, language: str) -> Reading:
    """What ``text`` under ``title`` says of the work. Never raises for any text; "" and 200,000 characters are read too.

    language: of the sentences in the reading, not of the text: both are looked for in every language of the file.
    Raises ValueError where ``content.adverts`` is None (a content folder always has it: the shipped one else).
    """
    raise NotImplementedError
