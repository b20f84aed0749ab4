"""The site's addresses. A constant without Streamlit in it, so that the server can tell a page from a stale link."""

from __future__ import annotations

from typing import NamedTuple


class Address(NamedTuple):
    """A page: ``name`` is its file in views/ and its key in ``site.pages``; ``slug`` what stands in the address."""

    name: str
    slug: str
    in_menu: bool


ADDRESSES = (
    Address("start", "", True),
    Address("assessment", "assessment", True),
    Address("result", "result", True),
    Address("learn", "learn", True),
    Address("compare", "compare", True),
    Address("roles", "roles", True),
    Address("lesson", "lesson", False),
    Address("glossary", "glossary", False),
    Address("practice", "practice", False),
    Address("interview", "interview", False),
    Address("guide", "guide", False),
    Address("method", "method", False),
    Address("about", "about", False),
)
SLUGS = frozenset(address.slug for address in ADDRESSES)
LOST = "lost"
"""The query parameter that tells the start page that somebody followed a stale address."""
