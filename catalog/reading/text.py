"""A text that a person sees, in every language of its file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated

from pydantic import RootModel, StringConstraints

LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
Language = Annotated[str, StringConstraints(pattern=LANGUAGE_PATTERN)]
Sentence = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Text(RootModel[dict[Language, Sentence]]):
    """Words by language code, in the file's order: ``{ja: …, en: …}``."""

    model_config = {"frozen": True}

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.root)

    def in_language(self, language: str) -> str:
        """The words in ``language``; in the file's first language where there are none."""
        words: Mapping[str, str] = self.root
        return words[language] if language in words else next(iter(words.values()))

    def __iter__(self) -> Iterator[str]:  # type: ignore[override]
        return iter(self.root)

    def __hash__(self) -> int:
        return hash(tuple(self.root.items()))
