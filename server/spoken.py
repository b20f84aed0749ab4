"""In which language the server itself speaks, before a page runs: the words around a page and a refusal."""

from __future__ import annotations

from catalog.content.words import Words
from catalog.reading.problem import DataProblems
from catalog.site import site_catalog
from server.shell import ShellWords
from views.frame.languages import wished_language

# Stands only until the files can be read: the operator's page must come up without them.
NO_WORDS = ShellWords("…", "", "JavaScript", "421")


def languages() -> tuple[str, ...]:
    try:
        return site_catalog().get().content.language_ids
    except DataProblems:
        return ("ja", "en")


def shell(asked: str | None, accept_language: str) -> tuple[str, ShellWords]:
    """``asked``: the language that the address names."""
    language = wished_language(asked, accept_language, languages())
    return language, _words(language)


def host_refused(accept_language: str) -> str:
    return shell(None, accept_language)[1].host_refused


def _words(language: str) -> ShellWords:
    try:
        words: Words = site_catalog().get().content.words(language)
    except DataProblems:
        return NO_WORDS
    return ShellWords(*(words(f"site.shell.{key}") for key in ShellWords.__dataclass_fields__))
