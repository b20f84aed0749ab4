"""The words of the interface in one language, found by key: ``words("result.clear", role="…")``."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.reading.text import Text


class Words:
    """Looks up ``<file>.<path>`` of ``content/interface/`` and fills the places marked ``{name}``.

    Raises KeyError for an unknown key and for a place without a value: both are defects of the code, never of a person.
    """

    def __init__(self, texts: Mapping[str, Text], language: str) -> None:
        self._texts = texts
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        return self._texts[key].in_language(self.language).format_map(values)

    def __contains__(self, key: str) -> bool:
        return key in self._texts

    def of(self, text: Text) -> str:
        """A data file's own text in this language."""
        return text.in_language(self.language)
