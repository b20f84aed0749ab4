"""Opens the page of a resume link or an invitation also where a mail or chat program has mangled its address."""

from __future__ import annotations

import re
import unicodedata

from starlette.types import ASGIApp, Receive, Scope, Send

RESUME = "resume"
INVITED = "c"
"""As short as it can be: a long link looks like fraud, and is not tapped."""
_MEANT = re.compile(rf"\W*({RESUME}|{INVITED})(\W*|[^\w.-].*)", re.DOTALL)


def link_address(path: str) -> str | None:
    """Which address of ours a path without its slashes was meant to be: ``Resume``, ``resume。``, ``c?lang=ja#…``."""
    meant = _MEANT.fullmatch(unicodedata.normalize("NFKC", path).lower())
    return meant[1] if meant else None


class LinkAddress:
    """Answers in place: a redirect would have to repeat an address that may hold the link's secret."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and (meant := link_address(scope["path"].strip("/"))):
            scope = {**scope, "path": f"/{meant}", "raw_path": f"/{meant}".encode()}
        await self.app(scope, receive, send)
