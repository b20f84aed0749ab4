"""The files that the site ships with have no problems, and are read quickly."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from bench.catalog_load import measure
from catalog.load import load_catalog
from tests.catalog.small_site import said_by

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_files_have_no_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert said_by(lambda: load_catalog(ROOT / "questions", ROOT / "content")) == []


def test_the_shipped_files_load_fast() -> None:
    """Time of this process, as a ratio: how long a second's work takes depends on the machine and on other tests."""
    ratio = measure(time.process_time)
    assert 1 < ratio.times <= ratio.most
