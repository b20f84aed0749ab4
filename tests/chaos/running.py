"""A site that a test kills and starts again: always the same port, the same database."""

from __future__ import annotations

import os
import signal
import subprocess
import urllib.parse
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

from tests.browser.conftest import free_port, wait_until_up
from tests.sites import Process, begin_site


class Running:
    """``streamlit run app.py`` as one process of the test's own. A context manager: whatever lives, ends.

    ``cold``: a new interpreter, as the README's command makes one.
    """

    def __init__(self, log: Path, database: str, *, cold: bool = False, **settings: str) -> None:
        self.log = log
        self._cold = cold
        self.port = free_port()
        self.address = f"http://localhost:{self.port}"
        self._settings = {
            "STREAMLIT_SERVER_PORT": str(self.port),
            "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
            "DATABASE_URL": database,
            **settings,
        }
        self._process: Process | None = None

    def __enter__(self) -> Running:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self.stop()

    def start(self, **settings: str) -> None:
        """Starts the server and waits until it answers; ``settings`` stand from here on."""
        self._settings |= settings
        self._process = begin_site(self._settings, self.log, cold=self._cold)
        wait_until_up(self.address, self._process, self.log)

    def kill(self) -> None:
        """SIGKILL: nothing of the process gets a chance to write, flush or say goodbye."""
        assert self._process is not None
        os.kill(self._process.pid, signal.SIGKILL)
        self._process.wait(timeout=20)
        self._process = None

    def stop(self) -> None:
        """SIGTERM, as a deployment ends it."""
        assert self._process is not None
        self._process.terminate()
        try:
            self._process.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
            raise
        self._process = None

    def memory(self) -> float:
        """The server's resident memory in MB."""
        assert self._process is not None
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="utf-8")
        return int(status.split("VmRSS:")[1].split()[0]) / 1024

    def printed(self) -> str:
        return self.log.read_text(encoding="utf-8", errors="replace")


STOP_SECONDS = 60
OMIT = "omit"
"""In place of a header's value: the header is not sent."""


class Answered:
    """What an HTTP request came back with; ``set_cookies``: the raw Set-Cookie lines by name."""

    def __init__(self, answer: HTTPResponse) -> None:
        self.status = answer.status
        self.headers = {name.lower(): value for name, value in answer.headers.items()}
        self.location = self.headers.get("location", "")
        self.set_cookies = {line.partition("=")[0]: line for line in answer.headers.get_all("set-cookie") or []}
        self.body = answer.read()

    def cookie(self, name: str) -> str:
        return self.set_cookies[name].split(";")[0].partition("=")[2]


def request(address: str, method: str, path: str, *, headers: dict[str, str] | None = None, **fields: str) -> Answered:
    """One request that follows no redirect, by default as a page of the site sends it; ``fields``: the form's."""
    host = urllib.parse.urlsplit(address)
    given = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"} | (headers or {})
    connection = HTTPConnection(str(host.hostname), host.port, timeout=30)
    try:
        given = {name: value for name, value in given.items() if value != OMIT}
        connection.request(method, path, urllib.parse.urlencode(fields) if method == "POST" else None, given)
        return Answered(connection.getresponse())
    finally:
        connection.close()


def begin(address: str, form: str = "quick", language: str = "ja", **headers: str) -> str:
    """The token's cookie of a new respondent."""
    fields = {"assessment": "customer_roles", "form": form, "language": language}
    answer = request(address, "POST", "/begin", headers=headers, **fields)
    assert answer.status == 303, answer.body
    return answer.cookie("fit_token")
