"""Refuses a page under a host name that the operator did not allow, with a sentence instead of a blank page."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send


class KnownHost:
    """``refusal``: the sentence, by the browser's ``Accept-Language``."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        slugs: frozenset[str],
        host_allowed: Callable[[str], bool],
        refusal: Callable[[str], str],
    ) -> None:
        self.app = app
        self.slugs = slugs
        self.host_allowed = host_allowed
        self.refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and scope["path"].strip("/") in self.slugs:
            request = Headers(scope=scope)
            if not self.host_allowed(request.get("host", "")):
                sentence = self.refusal(request.get("accept-language", ""))
                await PlainTextResponse(sentence, status_code=421)(scope, receive, send)
                return
        await self.app(scope, receive, send)
