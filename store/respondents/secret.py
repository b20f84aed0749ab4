"""Tokens: 256 random bits in the device's hands, their SHA-256 in the store.

A plain hash is enough: there is nothing to guess in 256 random bits, so a slow password hash would add no safety.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets

from store.respondents.values import Token

CHARACTERS = 43
"""256 bits in URL-safe base64, without padding."""
_SHAPE = re.compile(rf"[A-Za-z0-9_-]{{{CHARACTERS}}}")


def new_token() -> Token:
    return Token(secrets.token_urlsafe(32))


def new_id() -> str:
    """128 random bits as 32 hexadecimal digits: a name inside the store that opens nothing."""
    return secrets.token_hex(16)


def token_hash(token: Token) -> str | None:
    """SHA-256 in 64 hexadecimal digits; None where no token of ours has this shape."""
    if not isinstance(token.secret, str) or _SHAPE.fullmatch(token.secret) is None:
        return None
    return hashlib.sha256(token.secret.encode("ascii")).hexdigest()


def same_hash(one: str, other: str) -> bool:
    """Compared in constant time."""
    return hmac.compare_digest(one.encode("ascii"), other.encode("ascii"))
