"""The files that the site ships with have no problems, and are read well within a second."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from catalog.load import load_catalog
from tests.catalog.small_site import said_by

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_files_have_no_problems_and_load_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    began = time.process_time()
    said = said_by(lambda: load_catalog(ROOT / "questions", ROOT / "content"))
    assert said == []
    assert time.process_time() - began < 1
