"""One pure ASGI layer around Streamlit: addresses in, headers and the page's shell out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import parse_qs, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from server.shell import ShellWords, dress, wished_language

# What makes Streamlit answer with a compressed, cached or partial page, which could not be dressed.
HIDDEN_FROM_STREAMLIT = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")


class SiteMiddleware:
    """Redirects stale addresses, refuses unknown hosts with a sentence, adds the headers, dresses the page.

    ``languages`` and ``shell_words`` are asked at each request, because the files may change while the site runs.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        slugs: frozenset[str],
        other_paths: Iterable[str],
        lost: str,
        headers: Callable[[], dict[str, str]],
        languages: Callable[[], tuple[str, ...]],
        shell_words: Callable[[str], ShellWords],
        host_allowed: Callable[[str], bool],
    ) -> None:
        self.app = app
        self.slugs = slugs
        self.other_paths = frozenset(other_paths)
        self.lost = lost
        self.headers = headers
        self.languages = languages
        self.shell_words = shell_words
        self.host_allowed = host_allowed

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        send = self._with_headers(send)
        request = Headers(scope=scope)
        path = scope["path"].strip("/")
        if path in self.slugs and scope["method"] in ("GET", "HEAD"):
            if not self.host_allowed(request.get("host", "")):
                await self._refuse_host(scope, receive, send, request)
                return
            await self._page(scope, receive, send, request)
        elif self._is_stale(path, scope["method"]):
            asked = parse_qs(scope["query_string"].decode("latin-1"))
            query = {self.lost: "page"} | ({"lang": asked["lang"][0]} if "lang" in asked else {})
            await RedirectResponse(f"/?{urlencode(query)}", status_code=303)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_stale(self, path: str, method: str) -> bool:
        """A page address that we do not have: no file, nothing of Streamlit's, no route of ours."""
        parts = path.split("/")
        ours = path in self.other_paths or parts[0] in ("static", "media", "component", "app", "vendor")
        return method == "GET" and not ours and "_stcore" not in parts and "." not in parts[-1]

    def _with_headers(self, send: Send) -> Send:
        async def wrapped(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers().items():
                    headers[name] = value
            await send(message)

        return wrapped

    async def _refuse_host(self, scope: Scope, receive: Receive, send: Send, request: Headers) -> None:
        spoken = self.languages()
        words = self.shell_words(wished_language(None, request.get("accept-language", ""), spoken))
        await PlainTextResponse(words.host_refused, status_code=421)(scope, receive, send)

    async def _page(self, scope: Scope, receive: Receive, send: Send, request: Headers) -> None:
        asked = parse_qs(scope["query_string"].decode("latin-1")).get("lang", [None])[0]
        language = wished_language(asked, request.get("accept-language", ""), self.languages())
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
                body = dress(body.decode("utf-8"), language, self.shell_words(language)).encode("utf-8")
                headers["content-length"] = str(len(body))
                headers["cache-control"] = "no-store"
                headers["vary"] = "accept-language"
                for name in ("etag", "last-modified"):
                    if name in headers:
                        del headers[name]
            await send(start)
            await send({"type": "http.response.body", "body": body})

        await self.app({**scope, "headers": plain}, receive, collect)
