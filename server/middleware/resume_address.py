"""Opens a resume link's page also where a mail or chat program has mangled its address."""

from __future__ import annotations

import re
import unicodedata

from starlette.types import ASGIApp, Receive, Scope, Send

RESUME = "resume"
_MEANT = re.compile(rf"\W*{RESUME}(\W*|[^\w.-].*)", re.DOTALL)


def is_resume_address(path: str) -> bool:
    """Whether a path without its slashes was meant to be ours: ``Resume``, ``resume。``, ``resume?lang=ja#…``."""
    return _MEANT.fullmatch(unicodedata.normalize("NFKC", path).lower()) is not None


class ResumeAddress:
    """Answers in place: a redirect would have to repeat an address that may hold the link's token."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] == "GET" and is_resume_address(scope["path"].strip("/")):
            scope = {**scope, "path": f"/{RESUME}", "raw_path": f"/{RESUME}".encode()}
        await self.app(scope, receive, send)
