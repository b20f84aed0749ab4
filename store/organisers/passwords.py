"""Passwords: made by chance, hashed slowly, compared with the same work whether or not there is anybody behind them.

The hash is Argon2id as argon2-cffi sets it (RFC 9106); docs/decisions/0016-argon2.md says why.
"""

from __future__ import annotations

import base64
import secrets
import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST = 12
LONGEST = 1000
_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
"""32 of them, without those that are taken for one another: i, l, o, u."""
_GROUPS, _GROUP = 4, 5
_HASHER = PasswordHasher()
_AT_ONCE = threading.BoundedSemaphore(2)
"""Each hash takes 64 MB while it is made; many at a time would take the machine down."""


def new_password() -> str:
    """100 random bits as four groups of five letters and digits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(_GROUP)) for _ in range(_GROUPS))


def hash_of_password(password: str) -> str:
    """As text that names its own parameters. The caller has checked the length."""
    with _AT_ONCE:
        return _HASHER.hash(_bytes(password))


def is_password(hashed: str | None, password: str) -> bool:
    """Whether it is the one. ``hashed``: None where nobody has a password; the work is the same."""
    fits = len(password) <= LONGEST
    with _AT_ONCE:
        try:
            return _HASHER.verify(hashed or _nobody(), _bytes(password if fits else "")) and hashed is not None and fits
        except (VerificationError, InvalidHashError):
            return False


def is_stale(hashed: str) -> bool:
    """Whether the library hashes with other parameters by now."""
    return _HASHER.check_needs_rehash(hashed)


def _bytes(password: str) -> bytes:
    """Alike on every keyboard: composed or not, full width or half. Halves of a pair are no characters."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", errors="replace")


@cache
def _nobody() -> str:
    """A hash of no password at all, which takes the same work as one."""

    def chance(size: int) -> str:
        return base64.b64encode(secrets.token_bytes(size)).decode("ascii").rstrip("=")

    cost = f"m={_HASHER.memory_cost},t={_HASHER.time_cost},p={_HASHER.parallelism}"
    return f"$argon2id$v=19${cost}${chance(_HASHER.salt_len)}${chance(_HASHER.hash_len)}"
