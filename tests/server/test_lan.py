"""One command makes the site reachable for phones in the room, under the address that it prints and no other."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from server import lan
from server.__main__ import main
from tests.browser.conftest import free_port, wait_until_up
from tests.chaos.running import request
from tests.sites import ROOT


def test_the_printed_address_opens_and_another_name_does_not(tmp_path: Path) -> None:
    """127.0.0.2 is this machine, as the address in the Wi-Fi is, and is not allowed by itself."""
    port, log = free_port(), tmp_path / "site.log"
    command = [sys.executable, "-m", "server", "lan", "--address", "127.0.0.2", "--port", str(port), "--language", "en"]
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/fit.db"}
    with log.open("wb") as out, subprocess.Popen(command, cwd=ROOT, env=environment, stdout=out, stderr=out) as site:
        try:
            wait_until_up(f"http://localhost:{port}", site, log)
            hosts = ("127.0.0.2", "localhost", "127.0.0.3")
            opened = {host: request(f"http://{host}:{port}", "GET", "/learn").status for host in hosts}
        finally:
            site.terminate()
    printed = log.read_text(encoding="utf-8")
    assert opened == {"127.0.0.2": 200, "localhost": 200, "127.0.0.3": 421}
    assert f"  http://127.0.0.2:{port}\n" in printed
    assert f"http://127.0.0.2:{port}/sign-in" in printed, "the organisers' door is named by the same address"
    assert "Traceback" not in printed


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", "localhost 127.0.0.1 ::1"),
        ("fit.example.jp", "fit.example.jp"),
        ("fit.example.jp  localhost", "fit.example.jp localhost"),
    ],
)
def test_what_was_allowed_stays_allowed(given: str, kept: str) -> None:
    made = lan.settings("192.168.0.10", 8501, {lan.ALLOWED: given})
    assert made[lan.ALLOWED] == f"{kept} 192.168.0.10"


def test_the_way_out_comes_first_and_a_machines_own_loop_is_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lan, "_way_out", lambda: ["192.168.0.10"])
    monkeypatch.setattr(lan, "_by_name", lambda: ["127.0.1.1", "169.254.7.7", "10.8.0.2", "192.168.0.10"])
    assert lan.addresses() == ("192.168.0.10", "10.8.0.2")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_without_a_network_nothing_starts_and_it_is_said(
    language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lan, "_way_out", list)
    monkeypatch.setattr(lan, "_by_name", lambda: ["127.0.1.1"])
    monkeypatch.setattr("server.__main__._start", lambda _: pytest.fail("it started"))
    assert main(["lan", "--language", language]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert {"ja": "どのネットワークにも", "en": "in no network"}[language] in said.err


def test_other_addresses_are_named(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    started: list[dict[str, str]] = []
    monkeypatch.setattr("server.__main__.addresses", lambda: ("192.168.0.10", "10.8.0.2"))
    monkeypatch.setattr("server.__main__._start", lambda environment: started.append(environment) or 0)
    assert main(["lan", "--language", "en", "--port", "80"]) == 0
    said = capsys.readouterr().out
    assert "  http://192.168.0.10\n" in said
    assert "(10.8.0.2)" in said
    assert started[0][lan.PORT] == "80"
    assert "192.168.0.10" in started[0][lan.ALLOWED].split()
