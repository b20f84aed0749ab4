from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import postgres
from tests.store.conftest import cluster, postgres_place, postgres_url

__all__ = ["cluster", "postgres_place", "postgres_url"]


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database, on either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/fit.db"
    return str(request.getfixturevalue("postgres_place"))


@pytest.fixture
def own_cluster() -> Iterator[postgres.Cluster]:
    """A PostgreSQL server that this test may stop."""
    made = postgres.Cluster()
    try:
        made.start()
        yield made
    finally:
        made.remove()
