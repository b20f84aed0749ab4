"""The links that candidates get: the site's address, and behind the # a secret that no log sees."""

from __future__ import annotations

PATH = "/c#"


def link_text(site: str, secret: str) -> str:
    """``site``: scheme and host, ``https://fit.example.jp``, with or without a slash at its end."""
    return f"{site.rstrip('/')}{PATH}{secret}"
