"""The preview's server: started by its command, for this machine alone, and it keeps nothing and hears no cookie."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send

from server.middleware.own_cookies import WithoutOwnCookies
from server.policy import content_security_policy
from store.process import close_process_store, keep_nothing, process_store
from tests.browser.conftest import free_port, wait_until_up
from tests.chaos.running import request
from tests.sites import ROOT

FOLDER = "tests/fixtures/big_five"


def test_the_command_serves_one_assessment_and_keeps_nothing(tmp_path: Path) -> None:
    port, log, kept = free_port(), tmp_path / "preview.log", tmp_path / "fit.db"
    arguments = ["preview", str(ROOT / FOLDER), "--port", str(port), "--language", "ja", "--no-browser"]
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{kept}", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "catalog", *arguments]
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=out, stderr=out) as site,
    ):
        address = f"http://localhost:{port}"
        try:
            wait_until_up(address, site, log)
            page = request(address, "GET", "/result")
            lost = request(address, "GET", "/nowhere")
            referer = {"Referer": f"{address}/assessment?view=abc"}
            begun = request(address, "POST", "/begin", headers=referer, language="ja", form="full")
            door = request(address, "GET", "/sign-in")
        finally:
            site.terminate()
    printed = log.read_text(encoding="utf-8")
    assert f"  {address}\n" in printed
    assert "Traceback" not in printed
    assert page.status == 200
    assert "frame-ancestors 'self'" in str(page.headers["content-security-policy"])
    assert lost.status == door.status == 303
    assert begun.headers["location"] == "/assessment?view=abc&take=full&lang=ja"
    assert "set-cookie" not in begun.headers
    assert not kept.exists()


def test_no_page_of_a_site_may_stand_in_a_frame() -> None:
    assert "frame-src" not in content_security_policy((), "'none'")
    assert content_security_policy((), "'self'", "'self'").endswith("frame-ancestors 'self'; frame-src 'self'")


@pytest.mark.parametrize(
    ("sent", "heard"),
    [
        (b"fit_token=a; _streamlit_xsrf=b; fit_organiser=c", b" _streamlit_xsrf=b"),
        (b"fit_token=a", b""),
        (b"other=fit_", b"other=fit_"),
    ],
)
def test_a_preview_does_not_hear_the_cookies_of_a_site_on_the_same_machine(sent: bytes, heard: bytes) -> None:
    seen: list[list[tuple[bytes, bytes]]] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["headers"])

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    for kind in ("http", "websocket"):
        scope = {"type": kind, "headers": [(b"host", b"localhost"), (b"cookie", sent)]}
        asyncio.run(WithoutOwnCookies(app)(scope, receive, send))
    assert seen == [[(b"host", b"localhost"), (b"cookie", heard)]] * 2


def test_a_process_that_keeps_nothing_makes_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/fit.db")
    close_process_store()
    try:
        keep_nothing()
        process_store().organisers.put("an author", None)
        assert not list(tmp_path.iterdir())
    finally:
        close_process_store()
