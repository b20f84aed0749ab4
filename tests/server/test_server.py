"""Headers, addresses and settings of the server, without a browser."""

from __future__ import annotations

import asyncio
import re
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse
from starlette.routing import Route
from starlette.types import Message

from server.middleware.headers import SecurityHeaders
from server.middleware.known_host import KnownHost
from server.middleware.page_shell import PageShell
from server.middleware.stale_address import StaleAddress
from server.policy import content_security_policy, inline_scripts, script_hash, security_headers
from server.shell import BASE_ADDRESS, ShellWords, dress
from views.frame.languages import wished_language
from views.frame.scripts import (
    FOLLOW_ROOM,
    NEW_COLOURS,
    SAY_OURS,
    SIGN,
    STAY,
    TAKE_INVITATION,
    TAKE_LINK,
    TELL_FAILED,
    TO_TOP,
    all_scripts,
    set_language,
)

ROOT = Path(__file__).resolve().parents[2]
INDEX = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
WORDS = ShellWords("題名 <&>", 'words "here"', "no script", "not this host")


def call(
    app: Any, path: str, query: str = "", headers: dict[str, str] | None = None
) -> tuple[int, dict[str, str], str]:
    """One GET through an ASGI app: status, headers, body."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(k.encode(), v.encode()) for k, v in ({"host": "localhost"} | (headers or {})).items()],
        "http_version": "1.1",
        "scheme": "http",
        "server": ("localhost", 80),
    }
    # In a thread of its own: the browser tests keep a running loop in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(asyncio.run, app(scope, receive, send)).result()
    start = next(message for message in sent if message["type"] == "http.response.start")
    body = b"".join(message.get("body", b"") for message in sent if message["type"] == "http.response.body")
    return start["status"], {k.decode().lower(): v.decode() for k, v in start["headers"]}, body.decode()


@pytest.fixture
def site() -> SecurityHeaders:
    async def page(request: Any) -> HTMLResponse:
        return HTMLResponse(INDEX, headers={"etag": "x"})

    async def other(request: Any) -> PlainTextResponse:
        return PlainTextResponse("other")

    inner = Starlette(routes=[Route("/", page), Route("/result", page), Route("/{rest:path}", other)])
    slugs = frozenset({"", "result"})
    shell = PageShell(inner, slugs=slugs, shell=lambda asked, wish: (wished_language(asked, wish, ("ja", "en")), WORDS))
    known = StaleAddress(shell, slugs=slugs, other_paths=("ready",), lost="lost")
    host = KnownHost(
        known, slugs=slugs, host_allowed=lambda host: host == "localhost", refusal=lambda wish: WORDS.host_refused
    )
    return SecurityHeaders(host, headers=lambda: {"x-content-type-options": "nosniff"})


def test_a_page_is_dressed_and_never_cached(site: SecurityHeaders) -> None:
    status, headers, body = call(site, "/result", "lang=en")
    assert status == 200
    assert '<html lang="en">' in body
    assert "<title>題名 &lt;&amp;&gt;</title>" in body
    assert body.index(BASE_ADDRESS) < body.index("<meta charset")
    assert headers["cache-control"] == "no-store"
    assert "etag" not in headers
    assert int(headers["content-length"]) == len(body.encode())
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("path", ["/nowhere", "/old/result/42", "/result/deep"])
def test_a_stale_address_goes_to_the_start_page(site: SecurityHeaders, path: str) -> None:
    status, headers, _ = call(site, path, "lang=en&x=%0d%0aset-cookie")
    assert status == 303
    assert headers["location"] == "/?lost=page&lang=en"


@pytest.mark.parametrize("path", ["/ready", "/_stcore/health", "/x/_stcore/health", "/static/js/a.js", "/favicon.png"])
def test_everything_else_is_streamlits_or_ours(site: SecurityHeaders, path: str) -> None:
    assert call(site, path)[2] == "other"


def test_an_unknown_host_reads_a_sentence(site: SecurityHeaders) -> None:
    status, _, body = call(site, "/", headers={"host": "evil.example"})
    assert (status, body) == (421, "not this host")


@pytest.mark.parametrize(
    ("asked", "accepted", "language"),
    [
        ("en", "ja", "en"),
        ("xx", "ja,en", "ja"),
        (None, "", "ja"),
        (None, "en-GB,en;q=0.9,ja;q=0.8", "en"),
        (None, "fr, en;q=0.1, ja;q=0.9", "ja"),
        (None, "*;q=0.5", "ja"),
        (None, "en;q=abc, ja;q=9", "ja"),
        (None, "\x00;;;,,,", "ja"),
    ],
)
def test_the_wished_language(asked: str | None, accepted: str, language: str) -> None:
    assert wished_language(asked, accepted, ("ja", "en")) == language


def test_the_policy_allows_exactly_our_scripts() -> None:
    policy = content_security_policy(("a()",), "'none'")
    assert "script-src 'self' " + script_hash("a()") in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert script_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def test_frames_are_a_setting() -> None:
    assert security_headers((), "'none'")["x-frame-options"] == "DENY"
    framed = security_headers((), "https://lms.example")
    assert "x-frame-options" not in framed
    assert "frame-ancestors https://lms.example" in framed["content-security-policy"]


def test_streamlits_page_still_has_what_we_dress() -> None:
    """Fails when an upgrade of Streamlit moves something: the site would then lose its language, title or policy."""
    dressed = dress(INDEX, "ja", WORDS)
    assert '<html lang="ja">' in dressed
    assert "題名" in dressed
    assert "no script" in dressed
    assert "SourceSans" not in dressed
    assert len(inline_scripts(INDEX)) == len(re.findall(r"<script>", INDEX))
    assert len(inline_scripts(dressed)) == len(inline_scripts(INDEX)) + 1


def test_scripts_are_constants() -> None:
    assert set_language("ja") == "document.documentElement.lang='ja';"
    spoken = (set_language("ja"), set_language("en"))
    ours = (TO_TOP, SIGN, STAY, TAKE_LINK, TAKE_INVITATION, TELL_FAILED, SAY_OURS, NEW_COLOURS, FOLLOW_ROOM)
    assert all_scripts(("ja", "en")) == (*ours, *spoken)


def test_the_hidden_setting_is_still_there() -> None:
    """``runner.postScriptGC`` is no documented option; without it every rerun costs ten times as much."""
    from streamlit import config

    assert config.get_config_options()["runner.postScriptGC"] is not None
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["runner"]["postScriptGC"] is False
    known = config.get_config_options()
    for section, values in settings.items():
        for name, value in values.items():
            if isinstance(value, dict):
                continue
            assert f"{section}.{name}" in known, f"{section}.{name} is no setting of this Streamlit"


def test_safe_settings() -> None:
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert settings["client"] | {"showErrorDetails": "none", "toolbarMode": "viewer"} == settings["client"]
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["server"]["enableXsrfProtection"]
    assert settings["server"]["enableCORS"]
    assert settings["server"]["allowedHosts"]
    assert not settings["server"]["enableAgentApi"]
    assert settings["server"]["fileWatcherType"] == "none"
    assert settings["server"]["maxUploadSize"] <= 5
    assert settings["server"]["maxMessageSize"] <= 50
