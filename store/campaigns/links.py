"""The secrets behind links: 130 random bits in 26 letters and digits that no two of which look alike."""

from __future__ import annotations

import hashlib
import re
import secrets

LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""Without i, l, o and u: what is misread is read as what is meant, below."""
CHARACTERS = 26
_SHAPE = re.compile(rf"[{LETTERS}]{{{CHARACTERS}}}")
_MISREAD = str.maketrans("ilo", "110")


def new_link_secret() -> str:
    bits = secrets.randbits(5 * CHARACTERS)
    return "".join(LETTERS[bits >> 5 * place & 31] for place in range(CHARACTERS))


def link_columns(there_is_one: bool = True) -> dict[str, str | None]:
    """A new link as two columns of a row, both empty where there is none."""
    secret = new_link_secret() if there_is_one else None
    return {"secret": secret, "secret_hash": None if secret is None else link_hash(secret)}


def link_hash(secret: str) -> str:
    """SHA-256 in 64 hexadecimal digits, by which the secret is looked up; "" where no link of ours has this shape.

    Capitals, spaces around it and letters that look like another are read as what is meant.
    """
    if not isinstance(secret, str) or len(secret) > 4 * CHARACTERS:
        return ""
    plain = secret.strip().lower().translate(_MISREAD)
    return hashlib.sha256(plain.encode("ascii")).hexdigest() if _SHAPE.fullmatch(plain) else ""
