"""The only JavaScript of the site: constants, never made from a person's text, allowed by hash in the policy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

TO_TOP = (
    "document.querySelector('[data-testid=\"stMain\"]')?.scrollTo(0,0);"
    "document.querySelector('.fit-focus')?.focus({preventScroll:true});"
)
"""Each screen of questions starts at its top, and a keyboard goes on from its heading."""


def _file(name: str) -> str:
    return (Path(__file__).with_name("js") / name).read_text(encoding="utf-8")


SIGN = _file("saving_sign.js")
"""The quiet sign says "saved" from the moment an answer is durable until the next one is given."""

STAY = _file("leaving.js")
"""The browser asks before a page is left whose answers would be lost with it."""

TAKE_LINK = _file("take_link.js")
"""A link's token stands behind the #, which no log sees: it goes into the form, and out of the address."""


def set_language(language: str) -> str:
    """Names the page's language for screen readers and hyphenation; ``language`` is one of the site's own codes."""
    return f"document.documentElement.lang={language!r};"


def all_scripts(languages: Iterable[str]) -> tuple[str, ...]:
    """Every script that a page may run."""
    return (TO_TOP, SIGN, STAY, TAKE_LINK, *(set_language(language) for language in languages))
