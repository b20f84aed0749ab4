"""A nickname as it is shown and stored."""

from __future__ import annotations

from people.candidate.sharing import one_line as without_unseen

NICKNAME_LENGTH = 24


def one_line(text: str) -> str:
    """Without what cannot be seen, on one line, not too long."""
    return without_unseen(text)[:NICKNAME_LENGTH].strip()
