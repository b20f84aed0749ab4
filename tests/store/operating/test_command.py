"""``python -m store``: status, sentences, files; never a traceback."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from store import Answer, Edition, Scores, Store
from store.__main__ import main
from store.database.schema import HEAD
from tests.store.moments import NOW, ROLES

ROOT = Path(__file__).parents[3]


@pytest.fixture
def at(place: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("DATABASE_URL", place)
    monkeypatch.setenv("FIT_LANGUAGE", "en")
    return place


def finished(store: Store) -> str:
    token, _ = store.sheets.begin(Edition("roles", "1.0.0", "ab", "quick", "ja"))
    store.sheets.save(token, [Answer("q1", 4, NOW), Answer("q2", None, NOW), Answer("scene", "b", NOW)])
    store.sheets.finish(token, Scores("clear", "support", 51.5, {"pace_score": 1 / 3, "pace_sem": None, "flags": ""}))
    store.sheets.again(token, ROLES)
    store.sheets.finish(token, Scores("close", "success", None, {"pace_score": 2.0}))
    store.sheets.again(token, ROLES)
    return token.secret


def test_upgrade_stats_and_purge(at: str, opened: Callable[..., Store], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["upgrade"]) == 0
    assert f"revision {HEAD}" in capsys.readouterr().out
    finished(opened(at))
    opened(at).progress.save(opened(at).devices.begin_visitor(), {"a": (1, NOW)})
    assert main(["stats"]) == 0
    told = capsys.readouterr().out
    assert "roles 1.0.0: 2 finished" in told
    assert "roles 1.0.0: 1 open" in told
    assert "respondents: 2\n" in told
    assert "respondents with learning progress: 1" in told
    assert main(["purge"]) == 0
    told = capsys.readouterr().out
    assert "Deleted: 0 unfinished sheets older than 30 days" in told
    assert "0 respondents' learning progress unchanged for 365 days" in told


def test_backup_and_restore(
    at: str, opened: Callable[..., Store], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    finished(opened(at))
    file = str(tmp_path / "backup")
    assert main(["backup", file]) == 0
    assert main(["backup", file]) == 1
    assert "exists already" in capsys.readouterr().err
    assert main(["restore", file]) == 1
    assert "--replace" in capsys.readouterr().err
    assert main(["restore", file, "--replace"]) == 0
    assert "rows were restored" in capsys.readouterr().out


def test_the_table_of_finished_sheets(at: str, opened: Callable[..., Store], tmp_path: Path) -> None:
    secret = finished(opened(at))
    assert main(["export", str(tmp_path / "out.csv")]) == 0
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8-sig") as file:
        first, second = csv.DictReader(file)
    assert (first["respondent"], first["attempt"], first["form"], first["version"]) == ("1", "1", "quick", "1.0.0")
    assert (first["q1"], first["scene"], first["verdict"], first["best"]) == ("4", "b", "clear", "support")
    assert "q2" not in first
    assert float(first["pace_score"]) == 1 / 3
    assert (second["respondent"], second["attempt"], second["q1"], second["foundation"]) == ("1", "2", "", "")
    assert main(["export", str(tmp_path / "out.jsonl")]) == 0
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]
    assert [line["answers"] for line in lines] == [{"q1": 4, "scene": "b"}, {}]
    for name in ("out.csv", "out.jsonl"):
        assert secret not in (tmp_path / name).read_text()
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["export", "out.xlsx"], ".csv or .jsonl"),
        (["restore", "/nowhere/at/all"], "no file"),
        (["backup", "/nowhere/at/all"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said(
    at: str, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "postgresql://x:hidden@127.0.0.1:9/x", "does not answer"),
        ("DATABASE_URL", "oracle://x", "must begin with"),
        ("FIT_KEEP_OPEN_DAYS", "soon", "whole number of days"),
    ],
)
def test_a_wrong_setting_is_a_sentence_and_no_traceback(tmp_path: Path, name: str, value: str, said: str) -> None:
    environment = {**os.environ, "DATABASE_URL": f"sqlite:///{tmp_path}/fit.db", name: value, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "store", "purge"]
    done = subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert "hidden" not in done.stderr


def test_a_wrong_command_is_status_two() -> None:
    with pytest.raises(SystemExit) as left:
        main(["downgrade"])
    assert left.value.code == 2


def test_without_a_setting_it_is_a_private_file_under_data(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    command = [sys.executable, "-m", "store", "stats"]
    subprocess.run(command, env={**environment, "PYTHONPATH": str(ROOT)}, cwd=tmp_path, check=True, timeout=60)
    assert (tmp_path / "data" / "fit.db").exists()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
