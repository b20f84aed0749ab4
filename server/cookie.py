"""Writing the token's cookie: HttpOnly, SameSite=Lax, Secure behind TLS, and gone at one tap."""

from __future__ import annotations

from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from store import BACK_MS, DEVICE_MS, Token
from views.frame.cookie import NAME

LASTS_SECONDS = DEVICE_MS // 1000
LINK_SECONDS = 600
BACK_SECONDS = BACK_MS // 1000
"""How long the browser offers the way back after "not my answers"; the store's token lasts no longer."""


def behind_tls(connection: HTTPConnection) -> bool:
    """True where the visitor's own connection is encrypted, also when a proxy in front of us ended TLS."""
    return "https" in (connection.url.scheme, connection.headers.get("x-forwarded-proto", "").split(",")[0].strip())


def read_token(connection: HTTPConnection, name: str = NAME) -> Token | None:
    value = connection.cookies.get(name)
    return Token(value) if value else None


def set_token(
    response: Response, request: Request, token: Token, name: str = NAME, seconds: int = LASTS_SECONDS
) -> None:
    response.set_cookie(
        name,
        token.secret,
        max_age=seconds,
        path="/",
        httponly=True,
        samesite="lax",
        secure=behind_tls(request),
    )


def clear_token(response: Response, request: Request, name: str = NAME) -> None:
    response.delete_cookie(name, path="/", httponly=True, samesite="lax", secure=behind_tls(request))


def from_this_site(request: Request) -> bool:
    """Whether a POST comes from a page of this site: a form on another site may never act for the visitor."""
    fetched_from = request.headers.get("sec-fetch-site")
    if fetched_from is not None:
        return fetched_from == "same-origin"
    origin = request.headers.get("origin", "")
    return origin.split("://")[-1] == request.headers.get("host", "") != ""
