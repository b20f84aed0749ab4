"""Where the store is measured: an empty SQLite file, and an empty schema on a real PostgreSQL."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from tests.store import postgres


@contextmanager
def databases() -> Iterator[dict[str, str]]:
    """URL by name. PostgreSQL: the tests' one, or a server of this run's own.

    Raises RuntimeError that says what to install where there is none at all.
    """
    with tempfile.TemporaryDirectory() as folder, _postgres() as server, postgres.own_schema(server) as schema:
        yield {"SQLite": f"sqlite:///{folder}/fit.db", "PostgreSQL": schema}


@contextmanager
def _postgres() -> Iterator[str]:
    named = os.environ.get("FIT_TEST_POSTGRES") or postgres.DEFAULT
    if postgres.answers(named):
        yield named
        return
    cluster = postgres.Cluster()
    try:
        cluster.start()
        yield cluster.url
    finally:
        cluster.remove()
