"""Dresses Streamlit's index page: the site's language, title and description, before any script runs."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qs

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.shell import ShellWords, dress

# What makes Streamlit answer with a compressed, cached or partial page, which could not be dressed.
HIDDEN_FROM_STREAMLIT = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")


class PageShell:
    """``shell``: language and words by ``?lang=`` and ``Accept-Language``; asked at each request."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        slugs: frozenset[str],
        shell: Callable[[str | None, str], tuple[str, ShellWords]],
    ) -> None:
        self.app = app
        self.slugs = slugs
        self.shell = shell

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        is_page = scope["type"] == "http" and scope["path"].strip("/") in self.slugs
        if not is_page or scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
            return
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [None])[0]
        language, words = self.shell(asked, Headers(scope=scope).get("accept-language", ""))
        plain = [(name, value) for name, value in scope["headers"] if name not in HIDDEN_FROM_STREAMLIT]
        start: Message = {}
        chunks: list[bytes] = []

        async def collect(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            chunks.append(message.get("body", b""))
            if message.get("more_body"):
                return
            body = b"".join(chunks)
            headers = MutableHeaders(scope=start)
            if headers.get("content-type", "").startswith("text/html") and scope["method"] == "GET":
                body = dress(body.decode("utf-8"), language, words).encode("utf-8")
                headers["content-length"] = str(len(body))
                headers["cache-control"] = "no-store"
                headers["vary"] = "accept-language"
                for name in ("etag", "last-modified"):
                    if name in headers:
                        del headers[name]
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self.app({**scope, "headers": plain}, receive, collect)
