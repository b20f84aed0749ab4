"""Sends a page address that the site does not have to its first page, which says so."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import parse_qs, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# Folders that Streamlit serves files from.
FILES = ("static", "media", "component", "app", "vendor")
# What answers programs, which no page helps.
PROGRAMS = ("api",)


class StaleAddress:
    """``lost``: the query parameter by which the first page knows."""

    def __init__(self, app: ASGIApp, *, slugs: frozenset[str], other_paths: Iterable[str], lost: str) -> None:
        self.app = app
        self.known = slugs | frozenset(other_paths)
        self.lost = lost

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and self._is_stale(scope["path"].strip("/")):
            asked = parse_qs(scope["query_string"].decode("latin-1"))
            query = {self.lost: "page"} | ({"lang": asked["lang"][0]} if "lang" in asked else {})
            await RedirectResponse(f"/?{urlencode(query)}", status_code=303)(scope, receive, send)
            return
        await self.app(scope, receive, send)

    def _is_stale(self, path: str) -> bool:
        """No page, no route of ours, no file, no address for programs, nothing of Streamlit's."""
        parts = path.split("/")
        return (
            path not in self.known
            and parts[0] not in (*FILES, *PROGRAMS)
            and "_stcore" not in parts
            and "." not in parts[-1]
        )
