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

TAKE_INVITATION = _file("take_invitation.js")
"""An invitation's secret stands behind the #: it is posted, and what comes back takes the page's place."""

TELL_FAILED = _file("tell_failed.js")
"""A download that fails says so in the reader's language, until the next try.

Streamlit's own word for it is English and gone after five seconds. Only the browser knows every way to fail: the file
could not be made, the server was started anew, the connection broke.
"""

SAY_OURS = _file("says.js")
"""Streamlit's English becomes the page's words, which stand on the page in a list."""

NEW_COLOURS = _file("new_colours.js")
"""Where the device turns dark or light, the page is drawn anew in the other colours."""

FOLLOW_ROOM = _file("follow_room.js")
"""A phone in a live workshop draws its page anew when the room has moved on."""

OPEN_IN_EDITOR = _file("open_in_editor.js")
"""An author's pages only: the place of a finding becomes a link for the editor, which Streamlit would take away."""


def set_language(language: str) -> str:
    """Names the page's language for screen readers and hyphenation; ``language`` is one of the site's own codes."""
    return f"document.documentElement.lang={language!r};"


def all_scripts(languages: Iterable[str]) -> tuple[str, ...]:
    """Every script that a page may run."""
    ours = (TO_TOP, SIGN, STAY, TAKE_LINK, TAKE_INVITATION, TELL_FAILED, SAY_OURS, NEW_COLOURS, FOLLOW_ROOM)
    return (*ours, *(set_language(language) for language in languages))
