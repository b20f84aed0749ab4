"""The name that an organiser types at the door, or the address that a sign-in service vouches for."""

from __future__ import annotations

import re
import unicodedata

from store.errors import BadValue

FIRST_NAME = "organiser"
"""Whom a site without any organiser makes at its first start."""
LONGEST = 80
LONGEST_KEY = 320
# Controls, direction marks and halves of a pair are no part of a name: two names that look alike would be two.
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def organiser_name(text: str) -> str:
    """The name as it is kept and shown. Raises BadValue where it is empty, too long, or holds unseen characters."""
    name = text.strip() if isinstance(text, str) else ""
    if not name or len(name) > LONGEST or _UNSEEN.search(name):
        raise BadValue(f"A name has 1 to {LONGEST} characters, all of them visible.", "name")
    return name


def name_key(text: str) -> str:
    """The name as it is looked up, without regard to case or width. Raises BadValue as ``organiser_name`` does."""
    key = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", organiser_name(text)).casefold()).strip()
    if not key or len(key) > LONGEST_KEY:
        raise BadValue(f"A name has 1 to {LONGEST} characters, all of them visible.", "name")
    return key
