"""The only JavaScript of the site: constants, never made from a person's text, allowed by hash in the policy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

TO_TOP = (
    "document.querySelector('[data-testid=\"stMain\"]')?.scrollTo(0,0);"
    "document.querySelector('.fit-focus')?.focus({preventScroll:true});"
)
"""Each screen of questions starts at its top, and a keyboard goes on from its heading."""


STAY = (
    "if(!window.fitStay){window.fitStay=1;addEventListener('beforeunload',"
    "e=>{if(document.querySelector('.fit-unsaved'))e.preventDefault()})}"
)
"""The browser asks before a page is left on which an answer still waits to be saved."""


TAKE_LINK = (
    "document.getElementById('link').value=location.hash.slice(1);"
    "history.replaceState(null,'',location.pathname+location.search);"
)
"""A link's token stands behind the #, which no log sees: it goes into the form, and out of the address."""


SAY_OURS = Path(__file__).with_name("says.js").read_text(encoding="utf-8")
"""Streamlit's English becomes the page's words, which stand on the page in a list."""


def set_language(language: str) -> str:
    """Names the page's language for screen readers and hyphenation; ``language`` is one of the site's own codes."""
    return f"document.documentElement.lang={language!r};"


def all_scripts(languages: Iterable[str]) -> tuple[str, ...]:
    """Every script that a page may run."""
    return (TO_TOP, STAY, TAKE_LINK, SAY_OURS, *(set_language(language) for language in languages))
