"""Hides the cookies of a site from a preview beside it: browsers keep them by machine, whatever the port.

A preview would open the sheet, or the door, of somebody who uses the site on the same machine.
"""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

OURS = b"fit_"


class WithoutOwnCookies:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket"):
            scope = {**scope, "headers": [_without_ours(name, value) for name, value in scope["headers"]]}
        await self.app(scope, receive, send)


def _without_ours(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    if name != b"cookie":
        return name, value
    return name, b";".join(part for part in value.split(b";") if not part.strip().startswith(OURS))
