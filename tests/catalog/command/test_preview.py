"""What ``catalog preview`` refuses, and what it hands to the server that it starts."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from catalog.__main__ import main
from catalog.command.preview import FIRST_PORT, environment, free_port

ROOT = Path(__file__).resolve().parents[3]
ONE = ROOT / "tests" / "fixtures" / "big_five"


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["preview", str(tmp_path / "nowhere"), "--language", "en"]) == 2
    assert str(tmp_path / "nowhere") in capsys.readouterr().err


def test_a_folder_of_several_names_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "other"):
        shutil.copytree(ONE, tmp_path / name)
    assert main(["preview", str(tmp_path), "--language", "ja"]) == 2
    said = capsys.readouterr().err
    assert str(tmp_path / "one") in said
    assert str(tmp_path / "other") in said


def test_a_port_that_is_taken_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert main(["preview", str(ONE), "--port", str(port), "--language", "ja"]) == 1
    assert str(port) in capsys.readouterr().err


def test_a_free_port_is_found_beside_one_that_is_taken() -> None:
    with socket.socket() as taken:
        first = free_port()
        taken.bind(("127.0.0.1", first))
        taken.listen()
        found = free_port()
    assert found != first
    assert found >= FIRST_PORT


def test_the_server_is_told_whole_paths_and_is_this_machines_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FIT_CONTENT", "words")
    made = environment(Path("mine"), 8700, "ja")
    assert made["FIT_PREVIEW"] == str(tmp_path / "mine")
    assert made["FIT_CONTENT"] == str(tmp_path / "words")
    assert made["FIT_LANGUAGE"] == "ja"
    assert made["STREAMLIT_SERVER_PORT"] == "8700"
    assert made["STREAMLIT_SERVER_ADDRESS"] == "127.0.0.1"
