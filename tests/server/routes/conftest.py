"""A running site for the tests of a module, and the store behind it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store import Store, open_store
from tests.chaos.running import Running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("routes")


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[str]:
    with Running(folder / "site.log", f"sqlite:///{folder}/fit.db") as running:
        yield running.address
    assert "Traceback" not in running.printed()


@pytest.fixture
def store(site: str, folder: Path) -> Iterator[Store]:
    with closing(open_store(f"sqlite:///{folder}/fit.db")) as opened:
        yield opened
