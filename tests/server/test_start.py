"""A start that waiting would not mend ends with one sentence for the operator, and without a traceback."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from store import open_store
from tests.browser.conftest import free_port
from tests.sites import ROOT


def start(**settings: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"STREAMLIT_SERVER_PORT": str(free_port()), "STREAMLIT_SERVER_ADDRESS": "127.0.0.1"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py"]
    return subprocess.run(
        command, cwd=ROOT, env=environment | settings, capture_output=True, text=True, timeout=60, check=False
    )


def changed(folder: Path, statement: str, first: bool = False) -> str:
    """The URL of a database to which something was done behind the program's back."""
    url = f"sqlite:///{folder}/fit.db"
    if not first:
        open_store(url).close()
    with closing(sqlite3.connect(folder / "fit.db")) as database:
        database.execute(statement)
        database.commit()
    return url


def test_a_newer_schema(tmp_path: Path) -> None:
    url = changed(tmp_path, "UPDATE fit_store_version SET version_num = '0999'")
    assert_one_sentence(start(DATABASE_URL=url), "upgraded by a newer version of this program")


def test_an_unknown_schema(tmp_path: Path) -> None:
    url = changed(tmp_path, "CREATE TABLE letters (text TEXT)", first=True)
    assert_one_sentence(start(DATABASE_URL=url), "tables that this program did not make")


@pytest.mark.parametrize(
    ("setting", "value", "sentence"),
    [
        ("DATABASE_URL", "mysql://somewhere", "DATABASE_URL must begin with sqlite:/// or postgresql://"),
        ("FIT_KEEP_OPEN_DAYS", "a month", "FIT_KEEP_OPEN_DAYS must be a whole number of days"),
        ("FIT_TIME_ZONE", "Asia/Tokio", "Did you mean Asia/Tokyo?"),
        ("TZ", "Tokyo time", "TZ is Tokyo time, but no time zone has that name."),
    ],
)
def test_a_wrong_setting(tmp_path: Path, setting: str, value: str, sentence: str) -> None:
    assert_one_sentence(start(**{"DATABASE_URL": f"sqlite:///{tmp_path}/fit.db", setting: value}), sentence)


def assert_one_sentence(ended: subprocess.CompletedProcess[str], sentence: str) -> None:
    assert ended.returncode == 1
    assert sentence in ended.stderr.splitlines()[-1]
    assert "Traceback" not in ended.stderr + ended.stdout
