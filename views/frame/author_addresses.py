"""The addresses of a preview: an author's three pages, and the site's own, of which the first one makes way."""

from __future__ import annotations

from views.frame.addresses import ADDRESSES, Address

AUTHORS = (
    Address("screens", "", "authoring/screens.py", True),
    Address("questions", "questions", "authoring/questions.py", True),
    Address("sentences", "sentences", "authoring/sentences.py", True),
)
START = "start"
SITES = tuple(one if one.slug else one._replace(slug=START) for one in ADDRESSES)
SLUGS = frozenset(one.slug for one in (*AUTHORS, *SITES))
VIEW = "view"
"""The query parameter by which a frame knows whose bar it follows."""
TAKE = "take"
"""The query parameter by which a frame is told to begin with a form."""
